import fc from 'fast-check';
import type { Store } from '../../src/services/store';
import { quiet } from '../../test/support/bot';
import { aClock } from '../../test/support/clock';
import { dawdling, randomFrom } from '../../test/support/dawdling';
import { openStore } from '../../test/support/stores';
import { clear, openGround } from '../../test/torture/ground';
import { type Play, plays, type Table, wrongInPlay } from '../../test/torture/interleavings';
import { makeProduct } from '../../test/torture/product';
import { type Figures, seconds } from './figures';
import { lanes } from './lanes';

interface Setting extends Table {
  /** Conversations at a time. */
  readonly width: number;
  readonly name: string;
  readonly close: () => Promise<void>;
}

const accept = async () => ({ kind: 'accepted' as const });

/** Two bots on one store in memory that answers in another order each time. */
export const inMemory = async (seed: number): Promise<Setting> => {
  const { clock } = aClock();
  const store = await openStore(undefined, clock);
  await clear(store);
  const random = randomFrom(seed);
  const bot = () => {
    const slow: Store = { ...store, conversations: dawdling(store.conversations, random) };
    return makeProduct({ store: slow, send: accept, clock, random, log: quiet });
  };
  return {
    name: 'in memory',
    width: 8,
    store,
    processes: [bot(), bot()],
    close: () => store.close(),
  };
};

/** Two bots with a connection each to one server. */
export const onMongod = async (uri: string, seed: number): Promise<Setting> => {
  const clock = () => new Date();
  const ground = { kind: 'mongodb', uri } as const;
  const stores = await Promise.all([openGround(ground, clock), openGround(ground, clock)]);
  const [store] = stores;
  if (store === undefined) throw new Error('no store');
  await clear(store);
  const random = randomFrom(seed);
  return {
    name: 'mongodb',
    width: 16,
    store,
    processes: stores.map((own) =>
      makeProduct({ store: own, send: accept, clock, random, log: quiet }),
    ),
    close: async () => {
      await Promise.all(stores.map((one) => one.close()));
    },
  };
};

export const interleavings = async (
  setting: Setting,
  { seed, count }: { readonly seed: number; readonly count: number },
): Promise<Figures> => {
  const began = performance.now();
  const drawn: readonly Play[] = fc.sample(plays, { seed, numRuns: count });
  const wrong: string[] = [];
  let done = 0;
  await lanes(drawn, setting.width, async (play, index) => {
    const found = await wrongInPlay(setting, play, `jane-${index}`);
    wrong.push(...found.map((what) => `${setting.name} ${index}: ${what} ${JSON.stringify(play)}`));
    done += 1;
    if (done % 100 === 0) process.stderr.write(`\r${setting.name}: ${done} conversations   `);
  });
  process.stderr.write('\n');
  await setting.close();
  const sum = (each: (play: Play) => number) => drawn.reduce((all, play) => all + each(play), 0);
  return {
    wrong,
    cells: [
      setting.name,
      count,
      sum(({ utterances }) => utterances.filter(({ by }) => by === 'message').length),
      sum(({ utterances }) => utterances.filter(({ by }) => by === 'card').length),
      sum(({ utterances, deliveries }) => deliveries.length - utterances.length),
      sum(({ finished }) => Number(finished)),
      wrong.length,
      seconds(performance.now() - began),
    ],
  };
};
