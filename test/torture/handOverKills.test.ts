import { randomFrom } from '../support/dawdling';
import { aFolder } from '../support/stores';
import { moveWithKill, wrongInMove } from './handOverKills';
import { openFrozenHost } from './host';
import { aProvider } from './provider';
import type { Point } from './writePoints';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

// A few of the writes; `npm run torture -- moves` has all of them.
test.each(['redelivered', 'retyped'] as const)(
  `a registration that moves is not lost or doubled when the process dies at a write; the message is %s (SEED=${seed})`,
  async (again) => {
    const { path: folder, remove } = await aFolder();
    const open = openFrozenHost(aProvider().send);
    const needs = { ground: { kind: 'embedded', folder }, open, again } as const;
    const unharmed = await moveWithKill(needs);
    expect(wrongInMove(unharmed, unharmed)).toEqual([]);
    expect(unharmed.replies.flat().join(' ')).toContain('Votre inscription continue ici');
    for (const point of drawn(4, aroundMoves(unharmed.passed))) {
      const run = await moveWithKill(needs, point);
      expect({ point, wrong: wrongInMove(run, unharmed, again) }).toEqual({ point, wrong: [] });
      // Writes that are begun together come in any order.
      expect(unharmed.passed).toContain(run.killed);
    }
    await remove();
  },
  60_000,
);

/** Before and after the writes of a move and the one after each; limits are left out, and the other writes are those of any turn. */
const aroundMoves = (passed: readonly string[]): readonly Point[] => {
  const numbered = passed
    .map((write, index) => ({ write, number: index + 1 }))
    .filter(({ write }) => !write.startsWith('limits'));
  return numbered
    .filter(
      ({ write }, index) =>
        write.startsWith('handOvers') || numbered[index - 1]?.write.startsWith('handOvers'),
    )
    .flatMap(({ number }) => [
      { number, when: 'before' },
      { number, when: 'after' },
    ]);
};

/** So many of them, none twice. */
const drawn = (count: number, points: readonly Point[]): readonly Point[] => {
  const random = randomFrom(seed);
  return points
    .map((point) => ({ point, rank: random() }))
    .sort((one, other) => one.rank - other.rank)
    .slice(0, count)
    .map(({ point }) => point);
};
