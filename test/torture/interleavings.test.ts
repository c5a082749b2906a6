import fc from 'fast-check';
import { quiet } from '../support/bot';
import { dawdling, randomFrom } from '../support/dawdling';
import { aStage } from '../support/stores';
import { clear } from './ground';
import { plays, wrongInPlay } from './interleavings';
import { makeProduct } from './product';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

test(`no answer is lost, crossed or doubled when messages, cards and redeliveries come at once to two processes (SEED=${seed})`, async () => {
  const { store, clock } = await aStage();
  await clear(store);
  let conversations = 0;
  await fc.assert(
    fc.asyncProperty(plays, async (play) => {
      const random = randomFrom(play.seed);
      const bot = () =>
        makeProduct({
          store: { ...store, conversations: dawdling(store.conversations, random) },
          send: async () => ({ kind: 'accepted' }),
          clock,
          random,
          log: quiet,
        });
      conversations += 1;
      const name = `jane-${conversations}`;
      expect(await wrongInPlay({ store, processes: [bot(), bot()] }, play, name)).toEqual([]);
    }),
    { seed, numRuns: 70 },
  );
}, 60_000);
