import { ConversationBusy } from '../../src/bot/hold';
import { makeLeases } from '../../src/bot/leases';
import { makeTurn } from '../../src/bot/turn';
import { numbers } from '../support/bot';
import { aStage } from '../support/stores';

const setting = async () => {
  const { store, clock, pass } = await aStage();
  const { conversations } = store;
  const newId = numbers('owner-');
  const waits: number[] = [];
  const lost: string[] = [];
  return {
    conversations,
    pass,
    waits,
    lost,
    aProcess: () => {
      const leases = makeLeases(conversations);
      const turn = makeTurn({
        conversations,
        clock,
        newId,
        leases,
        sleep: async (ms) => pass(ms),
        meter: { leaseWaited: (seconds) => waits.push(seconds), leaseLost: () => lost.push('') },
      });
      return { leases, turn };
    },
  };
};

const adding = (word: string) => async (state: string) => ({ state: state + word, replies: '[]' });

/** A turn that was cut off in its middle. */
const stuck = () => {
  let go: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => {
    go = resolve;
  });
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const run = async (state: string) => {
    begin();
    await gone;
    return { state: `${state}stuck`, replies: '[]' };
  };
  return { run, begun, go };
};

test('a process that ends gives back the conversation of a turn that did not finish, and the turn leaves nothing', async () => {
  const s = await setting();
  const [ending, other] = [s.aProcess(), s.aProcess()];
  const { run, begun, go } = stuck();
  const cut = ending.turn({ conversation: 'c', activity: '1', run });
  await begun;
  await ending.leases.giveBack();
  await other.turn({ conversation: 'c', activity: '2', run: adding('a') });
  expect(s.waits).toEqual([]);
  go();
  await expect(cut).rejects.toThrow(ConversationBusy);
  const [kept] = await s.conversations.find({ _id: 'c' });
  expect(kept).toMatchObject({ state: 'a', handled: ['2'] });
});

test('nothing is given back of turns that are over', async () => {
  const s = await setting();
  const [ending, other] = [s.aProcess(), s.aProcess()];
  await ending.turn({ conversation: 'c', activity: '1', run: adding('a') });
  const { run, begun, go } = stuck();
  const others = other.turn({ conversation: 'c', activity: '2', run });
  await begun;
  await ending.leases.giveBack();
  go();
  await others;
  expect((await s.conversations.find({ _id: 'c' }))[0]?.state).toBe('astuck');
});

test('waiting for another process and losing a lease to it are told', async () => {
  const s = await setting();
  const [slow, quick] = [s.aProcess(), s.aProcess()];
  const { run, begun, go } = stuck();
  const dropped = slow.turn({ conversation: 'c', activity: '1', run });
  await begun;
  await quick.turn({ conversation: 'c', activity: '2', run: adding('a') });
  expect(s.waits).toEqual([expect.closeTo(2, 0)]);
  go();
  await dropped;
  expect(s.lost).toHaveLength(1);
});
