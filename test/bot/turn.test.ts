import { ConversationBusy } from '../../src/bot/hold';
import { makeTurn, type Turn } from '../../src/bot/turn';
import type { Conversation } from '../../src/domain/conversation';
import type { Collection } from '../../src/services/collection';
import { aClock, type TestClock } from '../support/clock';
import { openStore } from '../support/stores';

interface Setting extends TestClock {
  readonly conversations: Collection<Conversation>;
  /** A turn of its own process: its own queue, the same store. */
  readonly process: (store?: Collection<Conversation>) => Turn;
}

const setting = async (shared = true): Promise<Setting> => {
  const time = aClock();
  const { conversations } = await openStore(undefined, time.clock);
  let ids = 0;
  return {
    ...time,
    conversations,
    process: (store = conversations) =>
      makeTurn({
        conversations: store,
        shared,
        clock: time.clock,
        newId: () => `owner-${++ids}`,
        sleep: async (ms) => time.pass(ms),
      }),
  };
};

const adding = (word: string) => async (state: string) => ({
  state: state + word,
  replies: JSON.stringify([word]),
});

const stateIn = async ({ conversations }: Setting) =>
  (await conversations.find({ _id: 'c' }))[0]?.state;

describe.each([
  ['of several processes', true],
  ['of one process', false],
])('On a store %s', (_, shared) => {
  test('each turn gets the state that the one before left', async () => {
    const s = await setting(shared);
    const turn = s.process();
    await turn({ conversation: 'c', activity: '1', run: adding('a') });
    expect(await turn({ conversation: 'c', activity: '2', run: adding('b') })).toBe('["b"]');
    expect(await stateIn(s)).toBe('ab');
  });

  test('turns of one conversation that come at once run one after the other', async () => {
    const s = await setting(shared);
    const turn = s.process();
    const words = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(
      words.map((word) => turn({ conversation: 'c', activity: word, run: adding(word) })),
    );
    expect(await stateIn(s)).toBe('abcde');
  });

  test('a redelivered activity gets its replies again and changes nothing', async () => {
    const s = await setting(shared);
    const turn = s.process();
    await turn({ conversation: 'c', activity: '1', run: adding('a') });
    await turn({ conversation: 'c', activity: '2', run: adding('b') });
    expect(await s.process()({ conversation: 'c', activity: '1', run: adding('again') })).toBe(
      '["a"]',
    );
    expect(await stateIn(s)).toBe('ab');
  });

  test('a redelivery after a restart of the process gets the same replies', async () => {
    const s = await setting(shared);
    await s.process()({ conversation: 'c', activity: '1', run: adding('a') });
    expect(await s.process()({ conversation: 'c', activity: '1', run: adding('b') })).toBe('["a"]');
  });

  test('an activity whose replies are gone runs nothing and gets none', async () => {
    const s = await setting(shared);
    const turn = s.process();
    for (const id of '123456') await turn({ conversation: 'c', activity: id, run: adding(id) });
    expect(await turn({ conversation: 'c', activity: '1', run: adding('again') })).toBeUndefined();
    expect(await turn({ conversation: 'c', activity: '2', run: adding('again') })).toBe('["2"]');
    expect(await stateIn(s)).toBe('123456');
  });

  test('the document keeps twenty ids and five replies, however long the conversation', async () => {
    const s = await setting(shared);
    const turn = s.process();
    for (let n = 1; n <= 30; n += 1) {
      await turn({ conversation: 'c', activity: `${n}`, run: adding('.') });
    }
    const [kept] = await s.conversations.find({ _id: 'c' });
    expect(kept?.handled).toEqual(Array.from({ length: 20 }, (_, n) => `${n + 11}`));
    expect(kept?.replies.map(({ id }) => id)).toEqual(['26', '27', '28', '29', '30']);
  });

  test('an activity without an id runs each time', async () => {
    const s = await setting(shared);
    const turn = s.process();
    await turn({ conversation: 'c', run: adding('a') });
    await turn({ conversation: 'c', run: adding('a') });
    expect(await stateIn(s)).toBe('aa');
  });

  test('a turn that fails leaves the state and gives the conversation back at once', async () => {
    const s = await setting(shared);
    const turn = s.process();
    await turn({ conversation: 'c', activity: '1', run: adding('a') });
    const broken = turn({
      conversation: 'c',
      activity: '2',
      run: () => Promise.reject(new Error('broken')),
    });
    await expect(broken).rejects.toThrow('broken');
    await turn({ conversation: 'c', activity: '2', run: adding('b') });
    expect(await stateIn(s)).toBe('ab');
  });
});

test('a lease of another process is waited for until it runs out', async () => {
  const s = await setting();
  await s.process()({ conversation: 'c', activity: '1', run: adding('a') });
  await s.conversations.change(
    { _id: 'c' },
    { $set: { leaseOwner: 'dead', leaseUntil: new Date(s.clock().getTime() + 2_000) } },
  );
  await s.process()({ conversation: 'c', activity: '2', run: adding('b') });
  expect(await stateIn(s)).toBe('ab');
});

test('a lease that is renewed for longer than 2.5 s ends the wait as busy', async () => {
  const s = await setting();
  await s.process()({ conversation: 'c', activity: '1', run: adding('a') });
  await s.conversations.change(
    { _id: 'c' },
    { $set: { leaseOwner: 'alive', leaseUntil: new Date(s.clock().getTime() + 60_000) } },
  );
  const waiting = s.process()({ conversation: 'c', activity: '2', run: adding('b') });
  await expect(waiting).rejects.toThrow(ConversationBusy);
  expect(await stateIn(s)).toBe('a');
});

test('a turn whose lease was lost drops its replies and runs again on what the other left', async () => {
  const s = await setting();
  const slow = s.process();
  const states: string[] = [];
  const replies = await slow({
    conversation: 'c',
    activity: 'slow',
    run: async (state) => {
      states.push(state);
      if (states.length === 1) {
        s.pass(3_000);
        await s.process()({ conversation: 'c', activity: 'quick', run: adding('q') });
      }
      return adding('s')(state);
    },
  });
  expect(states).toEqual(['', 'q']);
  expect(replies).toBe('["s"]');
  expect(await stateIn(s)).toBe('qs');
});

test.each([
  [true, ['change', 'change']],
  [false, ['find', 'change']],
])('a turn takes two operations on the store, shared %s', async (shared, expected) => {
  const s = await setting(shared);
  await s.process()({ conversation: 'c', activity: '1', run: adding('a') });
  const calls: string[] = [];
  const counted = new Proxy(s.conversations, {
    get: (target, name, receiver) => {
      calls.push(String(name));
      return Reflect.get(target, name, receiver);
    },
  });
  await s.process(counted)({ conversation: 'c', activity: '2', run: adding('b') });
  expect(calls).toEqual(expected);
});
