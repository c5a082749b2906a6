import { aLog } from '../support/aLog';
import { aBotStage, type BotStage } from '../support/bot';
import { type Behaviour, httpStandIn } from '../support/httpStandIn';

let stage: BotStage;
let channel: Awaited<ReturnType<typeof httpStandIn>>;
beforeEach(async () => {
  [stage, channel] = await Promise.all([aBotStage(), httpStandIn(taken)]);
});
afterEach(async () => {
  await channel.stop();
  await stage.store.close();
});

const taken: Behaviour = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: '{"id":"1"}',
};

/** Answers each request with the next of these, and the rest with the last of them. */
const behave = (...each: readonly [Behaviour, ...Behaviour[]]) => {
  let count = 0;
  channel.behave(() => each[Math.min(count++, each.length - 1)] ?? each[0]);
};

const post = async (id: string) => {
  const { log, events } = aLog();
  const { status } = await stage.process({ log }).receive({
    authorization: '',
    local: true,
    body: {
      type: 'message',
      id,
      channelId: 'msteams',
      serviceUrl: channel.url,
      conversation: { id: 'talk' },
      from: { id: 'person' },
      recipient: { id: 'bot' },
      text: 'bonjour',
    },
  });
  return { status, events: events.map(({ event }) => event) };
};

const said = () => channel.asked.map(({ body }) => Object(JSON.parse(body)).text);

test.each<[string, Behaviour]>([
  ['429', { status: 429 }],
  ['429 with a time to wait', { status: 429, headers: { 'retry-after': '1' } }],
  ['412', { status: 412 }],
  ['502', { status: 502 }],
  ['503', { status: 503 }],
  ['504', { status: 504 }],
  ['a connection that breaks off', 'reset'],
])('a reply that meets %s is sent again, once', async (_, trouble) => {
  behave(trouble, taken);
  expect(await post('1')).toEqual({ status: 200, events: [] });
  const [first, second, ...more] = said();
  expect(first).toMatch(/^Bonjour/);
  expect(second).toBe(first);
  expect(more).toEqual([]);
});

test('a channel that asks to wait a second is left alone for a second', async () => {
  const at: number[] = [];
  channel.behave(() => {
    at.push(performance.now());
    return at.length === 1 ? { status: 429, headers: { 'retry-after': '1' } } : taken;
  });
  await post('1');
  const [first = 0, second = 0] = at;
  expect(second - first).toBeGreaterThan(990);
});

test.each<[string, Behaviour, number]>([
  ['asks to come back in a minute', { status: 429, headers: { 'retry-after': '60' } }, 1],
  [
    'asks to come back at a time that is far off',
    { status: 429, headers: { 'retry-after': 'Fri, 31 Dec 2100 23:59:59 GMT' } },
    1,
  ],
  ['cannot be helped', { status: 400 }, 1],
  ['refuses to the end', { status: 502 }, 5],
])(
  'a channel that %s is told that it has no replies, and gets them when it tries again',
  async (_, trouble, most) => {
    behave(trouble);
    expect(await post('1')).toEqual({ status: 502, events: ['messages.notSent'] });
    expect(channel.asked.length).toBeLessThanOrEqual(most);
    channel.asked.length = 0;
    behave(taken);
    expect(await post('1')).toEqual({ status: 200, events: [] });
    expect(said()).toEqual([expect.stringMatching(/^Bonjour/)]);
  },
);

test('nothing comes after a channel was told that it has no replies', async () => {
  const cutOff = new Promise<void>((resolve) => {
    channel.behave(() => 'hang');
    channel.onCutOff(resolve);
  });
  expect(await post('1')).toMatchObject({ status: 502 });
  await cutOff;
  expect(channel.asked).toHaveLength(1);
});

test.each([403, 404])(
  'a conversation that takes nothing any more (%i) is left alone without an error',
  async (status) => {
    behave({ status, body: '{"error":{"code":"BotNotInConversationRoster"}}' });
    expect(await post('1')).toEqual({ status: 200, events: ['turn.refused'] });
    expect(channel.asked).toHaveLength(1);
  },
);
