import type { LogEvent } from '../../src/services/log';
import { StoreAway } from '../../src/services/storeAway';
import { aBotStage } from '../support/bot';

const recordingLog = () => {
  const events: LogEvent[] = [];
  const record = (event: LogEvent) => void events.push(event);
  return { events, info: record, warn: record, error: record };
};

const secret = 'Secretissime';

test('an error in a dialog is told with a reference, keeps the answers and is logged once without what was typed', async () => {
  const stage = await aBotStage();
  const log = recordingLog();
  const lookUp = async () => {
    throw new Error(`database said: ${secret}`);
  };
  const broken = stage.process({ log, services: { ...stage.services, machines: { lookUp } } });
  const whole = stage.process();
  await whole.say({ id: '1', text: `je m'appelle ${secret} Tremblay, 12 rue Alma, Laval H7A 1A1` });
  await whole.say({ id: '2', text: 'jane@example.org 514 555-0123' });
  await whole.say({ id: '3', text: "j'accepte" });
  const before = await stage.stateOf('test|talk');

  const [reply] = await broken.say({ id: '4', text: 'GNX130001' });
  expect(reply?.text).toMatch(/erreur.*conservées.*Référence\u00a0: \S+$/);
  expect(await stage.stateOf('test|talk')).toBe(before);
  expect(log.events).toHaveLength(1);
  expect(log.events[0]).toMatchObject({ event: 'turn.failed', error: 'Error' });
  expect(reply?.text).toContain(String(log.events[0]?.reference));
  expect(JSON.stringify(log.events)).not.toMatch(new RegExp(`${secret}|GNX130001|jane`));

  const [next] = await whole.say({ id: '5', text: 'GNX130001' });
  expect(next?.text).toContain('AltaLink C8155');
});

test.each([
  ['fr-CA', /n'a pas pu être conservé/],
  ['en-CA', /could not be kept/],
])(
  'with the store away the person is asked in %s to send the message again, and nothing is recorded',
  async (locale, sentence) => {
    const stage = await aBotStage();
    const log = recordingLog();
    const away = new Proxy(stage.store.conversations, {
      get: () => async () => {
        throw new Error(`connection refused: ${secret}`);
      },
    });
    const [reply] = await stage
      .process({ conversations: away, log })
      .say({ id: '1', text: `je m'appelle ${secret}`, locale });
    expect(reply?.text).toMatch(sentence);
    expect(log.events.map(({ event }) => event)).toEqual(['turn.notKept']);
    expect(JSON.stringify(log.events)).not.toContain(secret);
    expect(await stage.stateOf('test|talk')).toBe('');
  },
);

test('when the store goes in the middle of a turn nothing is put down as answered: the same message is understood when it is back', async () => {
  const stage = await aBotStage();
  const log = recordingLog();
  const lookUp = async () => {
    throw new StoreAway('away', { cause: new TypeError(secret) });
  };
  const whole = stage.process();
  await whole.say({ id: '1', text: 'Jane Tremblay, 12 rue Alma, Laval H7A 1A1, jane@example.org' });
  await whole.say({ id: '2', text: '514 555-0123' });
  await whole.say({ id: '3', text: "j'accepte" });
  const broken = stage.process({ log, services: { ...stage.services, machines: { lookUp } } });
  const [told] = await broken.say({ id: '4', text: 'GNX130001' });
  expect(told?.text).toMatch(/n'a pas pu être conservé/);
  expect(log.events).toEqual([
    { event: 'turn.notKept', error: 'TypeError', at: expect.anything() },
  ]);
  const [answer] = await whole.say({ id: '4', text: 'GNX130001' });
  expect(answer?.text).toContain('AltaLink C8155');
});

test.each([
  ['an edited message', { type: 'messageUpdate', text: 'Zoé' }, 1],
  ['a reaction', { type: 'messageReaction' }, 0],
  ['an arrival', { type: 'installationUpdate', action: 'add' }, 0],
  ['what is said in a group', { text: 'Zoé', conversation: { id: 'g', isGroup: true } }, 0],
])(
  'with the store away %s is not lost without a word, and nobody else is told',
  async (_, activity, told) => {
    const stage = await aBotStage();
    const away = new Proxy(stage.store.conversations, {
      get: () => async () => {
        throw new Error('connection refused');
      },
    });
    const replies = await stage.process({ conversations: away }).say({ id: '1', ...activity });
    expect(replies).toHaveLength(told);
  },
);

test('a conversation that another process keeps is answered 503, so that the channel tries again', async () => {
  const stage = await aBotStage();
  const process = stage.process();
  await process.say({ id: '1', text: 'bonjour' });
  await stage.store.conversations.change(
    { _id: 'test|talk' },
    { $set: { leaseOwner: 'other', leaseUntil: new Date('2100-01-01') } },
  );
  const answering = process.say({ id: '2', text: 'commencer' });
  await expect(answering).rejects.toThrow('status 503');
});

test('a channel that does not take the replies is told so within three seconds and gets them when it tries again', async () => {
  const stage = await aBotStage();
  const log = recordingLog();
  const { receive, say } = stage.process({ log });
  const activity = {
    type: 'message',
    id: '1',
    channelId: 'test',
    conversation: { id: 'talk' },
    from: { id: 'person' },
    text: 'bonjour',
  };
  const began = performance.now();
  const { status } = await receive({
    authorization: '',
    local: true,
    body: { ...activity, serviceUrl: 'http://127.0.0.1:9/' },
  });
  expect(status).toBe(502);
  expect(performance.now() - began).toBeLessThan(3_000);
  expect(log.events.map(({ event }) => event)).toEqual(['messages.notSent']);
  const [reply] = await say(activity);
  expect(reply?.text).toContain('Bonjour');
});

test('declining the terms keeps nothing of what was said, not even to send it again', async () => {
  const stage = await aBotStage();
  const { say } = stage.process();
  await say({
    id: '1',
    text: `${secret} Tremblay, 12 rue Alma, Laval H7A 1A1, jane@example.org, 514 555-0123`,
  });
  await say({ id: '2', text: 'je refuse' });
  const kept = JSON.stringify(await stage.store.conversations.find({}));
  expect(kept).not.toMatch(new RegExp(`${secret}|Tremblay|Alma|jane|5550123|555-0123`));
  expect(kept).toContain('rien');
});
