import { type Activity, DirectLine } from 'botframework-directlinejs';
import WebSocket from 'ws';
import { beginBy, callTo, type Shown, until } from '../support/chat';
import { FetchXhr } from '../support/fetchXhr';
import { aDatabase, describeOnMongod, type TestDatabase } from '../support/mongod';
import { aServer, type TestServer } from '../support/server';
import { aFolder } from '../support/stores';

// The client looks for both where a browser has them.
Object.assign(globalThis, { XMLHttpRequest: FetchXhr, WebSocket });

const details = 'Zoé Tremblay, 12 rue des Érables, Laval QC H7A 1A1, zoe@example.org, 514 555-0142';

type Said = Shown | Activity;

const takesAnswers = (said: Said | undefined): boolean =>
  /"(?:Input|Action)\.(?!OpenUrl)/.test(JSON.stringify(said ?? ''));

/** What was said last under each id, in the order in which the ids came. */
const shown = (activities: readonly Said[]): readonly Said[] => [
  ...new Map(activities.map((said) => [said.id, said])).values(),
];

const begin = async (server: TestServer) => {
  const call = callTo(server.url);
  const talk = await beginBy(call);
  const { path, token } = talk;
  return {
    ...talk,
    post: async (text: string, client = text) => {
      const channelData = { clientActivityID: client };
      const body = { type: 'message', text, locale: 'fr-CA', channelData };
      return (await call('POST', `${path}/activities`, { token, body })).status;
    },
    read: async (watermark = '') =>
      (await call('GET', `${path}/activities?watermark=${watermark}`, { token })).body,
  };
};

describe('an answered card', () => {
  let server: TestServer;
  let folder: { path: string; remove: () => Promise<void> };
  beforeEach(async () => {
    folder = await aFolder();
    server = await aServer({ dataDir: folder.path });
  });
  afterEach(async () => {
    await server.stop();
    await folder.remove();
  });

  test('comes again under its id, together with the answer and before it', async () => {
    const talk = await begin(server);
    await talk.post('commencer');
    const { activities, watermark } = await talk.read();
    const card = activities.at(-1);
    expect(takesAnswers(card)).toBe(true);
    await talk.post(details);
    const later = await talk.read(watermark);
    const [replaced, echo, reply, ...more] = later.activities;
    expect(replaced).toMatchObject({
      id: card?.id,
      text: card?.text,
      timestamp: card?.timestamp,
      replyToId: card?.replyToId,
    });
    expect(takesAnswers(replaced)).toBe(false);
    expect(JSON.stringify(replaced)).toMatch(/✓ Réponses notées.*zoe@example\.org/);
    expect(echo).toMatchObject({ text: details });
    expect(reply).toMatchObject({ replyToId: echo?.id });
    expect(takesAnswers(reply)).toBe(true);
    expect(more).toEqual([]);
  });

  test('is read once, answered and where it was asked, by whoever reads from the beginning', async () => {
    const talk = await begin(server);
    for (const text of ['commencer', details, "j'accepte"]) await talk.post(text);
    const { activities } = await talk.read();
    const ids = activities.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const times = activities.map(({ timestamp }) => timestamp);
    expect(times).toEqual([...times].sort());
    // The welcome is a menu, and the last question is open.
    const open = activities.flatMap((one, index) => (takesAnswers(one) ? [index] : []));
    expect(open).toEqual([0, activities.length - 1]);
  });

  test.each([
    { how: 'by socket', webSocket: true },
    { how: 'by polling', webSocket: false, pollingInterval: 200 },
  ])('is replaced for the real client $how, and the same after a reload', async (options) => {
    const aClient = (more: object) => {
      const line = new DirectLine({ domain: `${server.url}/v3/directline`, ...options, ...more });
      const activities: Activity[] = [];
      line.activity$.subscribe({ next: (one) => activities.push(one), error: () => undefined });
      return { line, activities };
    };
    const { conversationId, token } = await begin(server);
    const before = aClient({ token, conversationId, watermark: '0' });
    for (const [text, count] of [
      ['commencer', 3],
      [details, 6],
      ["j'accepte", 9],
    ] as const) {
      const from = { id: 'me' };
      before.line.postActivity({ type: 'message', text, from }).subscribe();
      await until(() => before.activities.length >= count);
    }
    before.line.end();
    const after = aClient({ token, conversationId, watermark: '0' });
    await until(() => after.activities.length >= 7);
    after.line.end();
    // Who comes later is not shown what a card was before.
    expect(after.activities).toEqual(shown(before.activities));
    // The welcome is a menu, and the last question is open.
    expect(after.activities.map(takesAnswers)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  test('is replaced when it is answered after a restart', async () => {
    const talk = await begin(server);
    await talk.post('commencer');
    const card = (await talk.read()).activities.at(-1);
    const { port } = new URL(server.url);
    await server.stop();
    server = await aServer({ dataDir: folder.path, port: Number(port) });
    await talk.post(details);
    const said = (await talk.read()).activities.filter(({ id }) => id === card?.id);
    expect(said.map(takesAnswers)).toEqual([false]);
  });

  test('is written once though the answer is posted twice', async () => {
    const talk = await begin(server);
    await talk.post('commencer');
    const said = [talk.post(details, 'one'), talk.post(details, 'one')];
    expect(await Promise.all(said)).toEqual([200, 200]);
    expect((await talk.read()).activities).toHaveLength(5);
  });

  test('stays while something on it is open', async () => {
    const talk = await begin(server);
    await talk.post('commencer');
    const { watermark } = await talk.read();
    await talk.post("je m'appelle Zoé Tremblay");
    const { activities } = await talk.read(watermark);
    expect(activities.map(({ from }) => from.role)).toEqual(['user', 'bot']);
  });
});

describeOnMongod('with two processes on one MongoDB', () => {
  let database: TestDatabase;
  const servers: TestServer[] = [];
  beforeAll(async () => {
    database = await aDatabase();
  });
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });
  afterAll(() => database.drop());

  test('a card that one sent is replaced when the other takes the answer', async () => {
    const secretKeys: readonly [string] = ['k'.repeat(40)];
    for (const _ of [1, 2]) {
      servers.push(await aServer({ mongodbUri: database.uri, secretKeys }));
    }
    const [one, two] = servers;
    if (one === undefined || two === undefined) throw new Error('two servers were begun');
    const talk = await begin(one);
    await talk.post('commencer');
    const { activities, watermark } = await talk.read();
    const { path, token } = talk;
    await callTo(two.url)('POST', `${path}/activities`, {
      token,
      body: { type: 'message', text: details, locale: 'fr-CA' },
    });
    const [replaced] = (await talk.read(watermark)).activities;
    expect(replaced?.id).toBe(activities.at(-1)?.id);
    expect(takesAnswers(replaced)).toBe(false);
  });
});
