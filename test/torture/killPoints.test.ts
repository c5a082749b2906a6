import { randomFrom } from '../support/dawdling';
import { aFolder } from '../support/stores';
import { openFrozenHost } from './host';
import { runWithKill, wrongIn } from './killPoints';
import { aProvider } from './provider';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

const aScene = async () => {
  const { path: folder, remove } = await aFolder();
  const provider = aProvider();
  const ground = { kind: 'embedded', folder } as const;
  return { needs: { ground, provider, open: openFrozenHost(provider.send) }, remove };
};

const drawn = (count: number, most: number): readonly number[] => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => 1 + Math.floor(random() * most));
};

test(`a registration whose process dies at a write has its one effect all the same (SEED=${seed})`, async () => {
  const { needs, remove } = await aScene();
  const unharmed = await runWithKill(needs);
  expect(wrongIn(unharmed, unharmed)).toEqual([]);
  for (const number of drawn(4, unharmed.passed.length)) {
    for (const when of ['before', 'after'] as const) {
      const run = await runWithKill(needs, { number, when });
      expect({ number, when, wrong: wrongIn(run, unharmed) }).toEqual({ number, when, wrong: [] });
      // Writes that are begun together come in any order.
      expect(unharmed.passed).toContain(run.killed);
    }
  }
  await remove();
}, 60_000);
