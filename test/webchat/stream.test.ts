import { connect } from 'node:net';
import WebSocket from 'ws';
import type { Logic } from '../../src/bot/adapter';
import { aChat, aSocket, type Begun, type ChatStage, type Socket, until } from '../support/chat';

const logic: Logic = async (context) => {
  const { type, text } = context.activity;
  if (type !== 'message') return;
  if (text === 'think') await context.sendActivity({ type: 'typing' });
  await context.sendActivity({ type: 'message', text: `heard ${text}` });
};

let stage: ChatStage;
let talk: Begun;
beforeEach(async () => {
  stage = await aChat({ logic });
  talk = await stage.begin();
});
afterEach(() => stage.stop());

const say = ({ path, token }: Begun, text: string) =>
  stage.call('POST', `${path}/activities`, { token, body: { type: 'message', text } });
const post = (text: string) => stage.chat.post(talk.conversationId, [{ type: 'message', text }]);
const streamFrom = (watermark: string): string => {
  const url = new URL(talk.streamUrl);
  url.searchParams.set('watermark', watermark);
  return url.href;
};
const textsOf = ({ frames }: Socket) =>
  frames.flatMap(({ activities }) => activities.map(({ text }) => text));

describe('a stream', () => {
  test('shows what was said before and what is said now, with how far that is', async () => {
    await say(talk, 'a');
    const viewer = await aSocket(talk.streamUrl);
    await viewer.shown(2);
    await say(talk, 'b');
    await viewer.shown(4);
    expect(viewer.frames.map(({ watermark }) => watermark)).toEqual(['2', '4']);
    expect(textsOf(viewer)).toEqual(['a', 'heard a', 'b', 'heard b']);
  });

  test.each([
    { watermark: '1', shown: ['heard a', 'b', 'heard b'] },
    { watermark: '3', shown: ['heard b'] },
    { watermark: '5', shown: ['a', 'heard a', 'b', 'heard b'] },
    { watermark: 'abc', shown: ['a', 'heard a', 'b', 'heard b'] },
    { watermark: '-1', shown: ['a', 'heard a', 'b', 'heard b'] },
  ])('from watermark $watermark shows $shown.length of 4', async ({ watermark, shown }) => {
    await say(talk, 'a');
    await say(talk, 'b');
    const viewer = await aSocket(streamFrom(watermark));
    await viewer.shown(shown.length);
    expect(textsOf(viewer)).toEqual(shown);
  });

  test('from the end shows only what comes', async () => {
    await say(talk, 'a');
    const viewer = await aSocket(streamFrom('2'));
    await say(talk, 'b');
    await viewer.shown(2);
    expect(textsOf(viewer)).toEqual(['b', 'heard b']);
  });

  test('shows the same to both tabs of one conversation and nothing to another', async () => {
    const other = await stage.begin();
    const viewers = await Promise.all([
      aSocket(talk.streamUrl),
      aSocket(talk.streamUrl),
      aSocket(other.streamUrl),
    ]);
    const [one, two, three] = viewers;
    await say(talk, 'a');
    expect(await one.shown(2)).toEqual(await two.shown(2));
    await say(other, 'mine');
    await three.shown(2);
    expect(textsOf(three)).toEqual(['mine', 'heard mine']);
    expect(textsOf(one)).toEqual(['a', 'heard a']);
  });

  test('shows that the bot is typing, and does not keep it', async () => {
    const viewer = await aSocket(talk.streamUrl);
    await post('before');
    await viewer.shown(1);
    await say(talk, 'think');
    const shown = await viewer.shown(4);
    expect(shown.map(({ type }) => type)).toEqual(['message', 'typing', 'message', 'message']);
    // Web Chat keeps back what answers a message that it does not know yet.
    expect(shown[1]).not.toHaveProperty('replyToId');
    expect(viewer.frames.map(({ watermark }) => watermark)).toEqual(['1', '1', '3']);
    expect(await stage.store.transcript.count({ conversation: talk.conversationId })).toBe(3);
  });

  test('misses nothing and repeats nothing when people come while much is said', async () => {
    const saying = Array.from({ length: 60 }, (_, index) => post(`m${index}`));
    const viewers = await Promise.all(Array.from({ length: 8 }, () => aSocket(talk.streamUrl)));
    await Promise.all(saying);
    const expected = Array.from({ length: 60 }, (_, index) => `m${index}`);
    for (const viewer of viewers) {
      await viewer.shown(60);
      expect(textsOf(viewer)).toEqual(expected);
    }
  });

  test('is ended with the server, which takes no more then', async () => {
    const viewer = await aSocket(talk.streamUrl);
    stage.chat.close();
    expect(await viewer.closed).toBe(1001);
    await expect(aSocket(talk.streamUrl)).rejects.toThrow('503');
  });
});

describe('signs of life', () => {
  let brisk: ChatStage;
  let streamUrl: string;
  beforeEach(async () => {
    brisk = await aChat({ logic, pingMs: 60 });
    ({ streamUrl } = await brisk.begin());
  });
  afterEach(() => brisk.stop());

  test('are pings, for the browser, and empty frames, for its scripts', async () => {
    const socket = new WebSocket(streamUrl);
    const seen: string[] = [];
    socket.on('ping', () => seen.push('ping'));
    socket.on('message', (data) => seen.push(`"${data}"`));
    await until(() => seen.length >= 4);
    expect(seen.slice(0, 4)).toEqual(['ping', '""', 'ping', '""']);
    socket.terminate();
  });

  test('that do not come back end the stream', async () => {
    const viewer = await aSocket(streamUrl);
    viewer.socket.pong = () => undefined; // what the library answers pings with
    expect(await viewer.closed).toBe(1006);
  });

  test('that are not even read end the stream', async () => {
    const viewer = await aSocket(streamUrl);
    viewer.socket.pause();
    await new Promise((resolve) => setTimeout(resolve, 250));
    viewer.socket.resume();
    expect(await viewer.closed).toBe(1006);
  });
});

describe('a stream is refused', () => {
  const withToken = (token: string) => {
    const url = new URL(talk.streamUrl);
    url.searchParams.set('t', token);
    return url.href;
  };

  test.each([
    ['without a token', () => talk.streamUrl.replace(/&t=.*/, ''), '403'],
    ['with a made-up token', () => withToken('abc'), '403'],
    ['with the token for calls', () => withToken(talk.token), '403'],
    ['with an altered token', () => talk.streamUrl.slice(0, -2), '403'],
    ['at another address', () => talk.streamUrl.replace('/stream', '/flow'), '404'],
    ['at the root', () => new URL('/', talk.streamUrl).href, '404'],
    ['at a strange address', () => `${new URL('/', talk.streamUrl).href}/`, '404'],
  ])('%s', async (_, url, status) => {
    await expect(aSocket(url())).rejects.toThrow(status);
  });

  test('to the token of another conversation', async () => {
    const other = await stage.begin();
    const url = talk.streamUrl.replace(talk.conversationId, other.conversationId);
    await expect(aSocket(url)).rejects.toThrow('403');
  });

  test('after two minutes, while calls go on and give a new address', async () => {
    stage.pass(121_000);
    await expect(aSocket(talk.streamUrl)).rejects.toThrow('403');
    const { body } = await stage.call('GET', `${talk.path}?watermark=0`, { token: talk.token });
    await say(talk, 'a');
    const viewer = await aSocket(body.streamUrl);
    await viewer.shown(2);
  });

  test('to what is not a WebSocket at all', async () => {
    const { port, pathname, search } = new URL(talk.streamUrl);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `GET ${pathname}${search} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: other\r\n\r\n`,
    );
    const answer = await new Promise<string>((resolve) => {
      socket.once('data', (data) => resolve(String(data)));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    socket.destroy();
  });
});

describe('a hostile client', () => {
  test.each([
    { what: 'a frame of 8 MB', frame: 'x'.repeat(8e6), code: 1009 },
    { what: 'a frame of 17 KB', frame: 'x'.repeat(17e3), code: 1009 },
  ])('is shown out for $what', async ({ frame, code }) => {
    const viewer = await aSocket(talk.streamUrl);
    viewer.socket.on('error', () => undefined);
    viewer.socket.send(frame);
    // The rest of a large frame may still be on its way when the server hangs up.
    expect([code, 1006]).toContain(await viewer.closed);
    expect((await say(talk, 'still here')).status).toBe(200);
  });

  test('is shown out for frames without end', async () => {
    const viewer = await aSocket(talk.streamUrl);
    for (let count = 0; count < 500; count += 1) viewer.socket.send('{"activities":[]}');
    expect(await viewer.closed).toBe(1006);
  });

  test('says nothing by the stream', async () => {
    const viewer = await aSocket(talk.streamUrl);
    viewer.socket.send(JSON.stringify({ type: 'message', text: 'hello' }));
    await post('news');
    await viewer.shown(1);
    expect(textsOf(viewer)).toEqual(['news']);
  });

  test('who does not read gets all of it in order when they do', async () => {
    const viewer = await aSocket(talk.streamUrl);
    viewer.socket.pause();
    const long = 'x'.repeat(40_000);
    for (let count = 0; count < 400; count += 1) await post(`${count} ${long}`);
    viewer.socket.resume();
    await viewer.shown(400);
    expect(textsOf(viewer).map((text) => text?.split(' ')[0])).toEqual(
      Array.from({ length: 400 }, (_, count) => String(count)),
    );
  });

  test('with 1,000 idle sockets keeps nobody waiting', async () => {
    const idle: Socket[] = [];
    for (let round = 0; round < 20; round += 1) {
      idle.push(...(await Promise.all(Array.from({ length: 50 }, () => aSocket(talk.streamUrl)))));
    }
    const other = await stage.begin();
    const viewer = await aSocket(other.streamUrl);
    const began = Date.now();
    await say(other, 'hello');
    await viewer.shown(2);
    expect(Date.now() - began).toBeLessThan(2_000);
    await post('news');
    await Promise.all(idle.map((one) => one.shown(1)));
    for (const { socket } of idle) socket.terminate();
  }, 30_000);

  test('who takes the last socket loses the oldest of them, nobody else', async () => {
    const small = await aChat({ logic, mostSockets: 5 });
    const [greedy, modest, late] = [await small.begin(), await small.begin(), await small.begin()];
    const one = await aSocket(modest.streamUrl);
    const many: Socket[] = [];
    for (let count = 0; count < 4; count += 1) many.push(await aSocket(greedy.streamUrl));
    const newcomer = await aSocket(late.streamUrl);
    expect(await many[0]?.closed).toBe(1001);
    expect(many.slice(1).every(({ socket }) => socket.readyState === WebSocket.OPEN)).toBe(true);
    expect(one.socket.readyState).toBe(WebSocket.OPEN);
    expect(newcomer.socket.readyState).toBe(WebSocket.OPEN);
    await small.stop();
  });
});
