import { DirectLine } from 'botframework-directlinejs';
import WebSocket from 'ws';
import type { Store } from '../../src/services/store';
import { openMongo } from '../../src/store/mongo';
import { makeWatchTranscript } from '../../src/store/mongo/watchTranscript';
import { aLog } from '../support/aLog';
import { aChat, aSocket, type ChatStage, type Socket, until } from '../support/chat';
import { FetchXhr } from '../support/fetchXhr';
import { aDatabase, describeOnMongod, type TestDatabase } from '../support/mongod';

// The client looks for both where a browser has them.
Object.assign(globalThis, { XMLHttpRequest: FetchXhr, WebSocket });

const textsOf = ({ frames }: Socket) =>
  frames.flatMap(({ activities }) => activities.map(({ text }) => text));

describeOnMongod('two processes on one MongoDB', () => {
  let database: TestDatabase;
  const opened: Store[] = [];
  const stages: ChatStage[] = [];
  beforeAll(async () => {
    database = await aDatabase();
  });
  afterEach(async () => {
    await Promise.all(stages.splice(0).map((stage) => stage.stop()));
    opened.splice(0);
  });
  afterAll(() => database.drop());

  let processes = 0;
  const aProcess = async (watching: 'stream' | 'looks'): Promise<ChatStage> => {
    const { store } = await openMongo({ uri: database.uri, log: aLog().log });
    opened.push(store);
    processes += 1;
    const looking = makeWatchTranscript({
      transcript: store.transcript,
      openStream: () => {
        throw new Error('only supported on replica sets');
      },
    });
    const stage = await aChat({
      prefix: `p${processes}-`,
      store: watching === 'stream' ? store : { ...store, watchTranscript: looking },
    });
    stages.push(stage);
    return stage;
  };
  const say = (stage: ChatStage, talk: { path: string; token: string }, text: string) =>
    stage.call('POST', `${talk.path}/activities`, {
      token: talk.token,
      body: { type: 'message', text },
    });
  const streamAt = (stage: ChatStage, streamUrl: string): string =>
    streamUrl.replace(/^ws:\/\/[^/]+/, stage.url.replace('http', 'ws'));

  test.each([
    { watching: 'stream', withinMs: 1_000 },
    { watching: 'looks', withinMs: 2_000 },
  ] as const)(
    'a socket sees within $withinMs ms what another process appends (by $watching)',
    async ({ watching, withinMs }) => {
      const [one, two] = await Promise.all([aProcess(watching), aProcess(watching)]);
      const talk = await one.begin();
      const viewer = await aSocket(streamAt(two, talk.streamUrl));
      await say(one, talk, 'a');
      await viewer.shown(2);
      const began = performance.now();
      await say(one, talk, 'b');
      await viewer.shown(4);
      expect(performance.now() - began).toBeLessThan(withinMs);
      expect(textsOf(viewer)).toEqual(['a', 'heard a', 'b', 'heard b']);
      expect(viewer.frames.at(-1)?.watermark).toBe('4');
    },
  );

  test.each(['stream', 'looks'] as const)(
    'sockets on both see the same, once each and in order, while both append (by %s)',
    async (watching) => {
      const [one, two] = await Promise.all([aProcess(watching), aProcess(watching)]);
      const talk = await one.begin();
      const viewers = await Promise.all([
        aSocket(talk.streamUrl),
        aSocket(streamAt(two, talk.streamUrl)),
      ]);
      const texts = Array.from({ length: 20 }, (_, index) => `m${index}`);
      await Promise.all(
        texts.map((text, index) =>
          (index % 2 === 0 ? one : two).chat.post(talk.conversationId, [{ type: 'message', text }]),
        ),
      );
      const [first, second] = await Promise.all(viewers.map((viewer) => viewer.shown(20)));
      expect(first).toEqual(second);
      expect(first?.map(({ text }) => text).sort()).toEqual([...texts].sort());
      expect(new Set(first?.map(({ id }) => id)).size).toBe(20);
    },
  );

  test('nothing is asked of the store while nobody looks, and nothing of conversations that nobody looks at', async () => {
    const one = await aProcess('looks');
    const asked: unknown[] = [];
    const [store] = opened;
    if (store === undefined) throw new Error('no store');
    const stop = makeWatchTranscript({
      transcript: {
        ...store.transcript,
        find: (filter, page) => {
          asked.push(filter);
          return store.transcript.find(filter, page);
        },
      },
      openStream: () => {
        throw new Error('none');
      },
      pollMs: 5,
    })({ looking: () => [], onGrown: () => undefined });
    const talk = await one.begin();
    await say(one, talk, 'a');
    await new Promise((resolve) => setTimeout(resolve, 50));
    stop();
    expect(asked).toEqual([]);
  });

  test('the real client is heard by one process, answered by the other, and sees it all', async () => {
    const [one, two] = await Promise.all([aProcess('stream'), aProcess('stream')]);
    const talk = await one.begin();
    const line = new DirectLine({
      domain: `${two.url}/v3/directline`,
      token: talk.token,
      conversationId: talk.conversationId,
      streamUrl: streamAt(two, talk.streamUrl),
    });
    const texts: (string | undefined)[] = [];
    const reading = line.activity$.subscribe((activity) => {
      if (activity.type === 'message') texts.push(activity.text);
    });
    await until(() => line.connectionStatus$.getValue() === 2);
    await say(one, talk, 'to one');
    await until(() => texts.length >= 2);
    await say(two, talk, 'to two');
    await until(() => texts.length >= 4);
    reading.unsubscribe();
    line.end();
    expect(texts).toEqual(['to one', 'heard to one', 'to two', 'heard to two']);
  });
});
