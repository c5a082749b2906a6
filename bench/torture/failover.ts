import { setTimeout as pause } from 'node:timers/promises';
import { randomFrom } from '../../test/support/dawdling';
import { type Figures, seconds } from './figures';
import { aReplicaSet, electionMs, type ReplicaSet } from './mongods';
import { people } from './people';

interface Needs {
  readonly seed: number;
  /** How often the primary goes. */
  readonly count: number;
}

/** Three servers, of which the one that takes writes goes again and again. */
export const failover = async ({ seed, count }: Needs): Promise<Figures> => {
  const began = performance.now();
  const random = randomFrom(seed);
  const set = await aReplicaSet(3);
  const tally = await people({ uri: set.uri('portal'), seed, againMs: 300 }, async () => {
    for (let turn = 0; turn < count; turn += 1) {
      await pause(1_500 + 2_000 * random());
      await lose(set, turn);
      process.stderr.write(`\rfailover: ${turn + 1} of ${count}   `);
    }
  });
  process.stderr.write('\n');
  await set.stop();
  return {
    wrong: tally.wrong,
    cells: [
      count,
      tally.conversations,
      tally.registered,
      tally.notKept,
      tally.busy,
      seconds(tally.longestMs),
      tally.wrong.length,
      tally.mailsTwiceUnheard,
      seconds(performance.now() - began),
    ],
  };
};

/** It is killed, gives its office up, or falls silent with every connection open; later it is there again. */
const lose = async (set: ReplicaSet, turn: number): Promise<void> => {
  const primary = await set.primary();
  const way = turn % 3;
  if (way === 0) {
    await primary.kill();
    await pause(2 * electionMs);
    await primary.start();
  } else if (way === 1) {
    await primary.ask({ replSetStepDown: 10, secondaryCatchUpPeriodSecs: 1, force: true });
  } else {
    primary.freeze();
    await pause(3 * electionMs);
    primary.thaw();
  }
  await set.primary();
};
