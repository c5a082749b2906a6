import { aFolder } from '../support/stores';
import { moveWithKill, wrongInMove } from './handOverKills';
import { openFrozenHost } from './host';
import { aProvider } from './provider';

test.each(['redelivered', 'retyped'] as const)(
  'a registration that moves is never lost nor doubled, at whichever write the process dies; the message is %s',
  async (again) => {
    const { path: folder, remove } = await aFolder();
    const open = openFrozenHost(aProvider().send);
    const needs = { ground: { kind: 'embedded', folder }, open, again } as const;
    const unharmed = await moveWithKill(needs);
    expect(wrongInMove(unharmed, unharmed)).toEqual([]);
    expect(unharmed.replies.flat().join(' ')).toContain('Votre inscription continue ici');
    for (const number of aroundMoves(unharmed.passed)) {
      for (const when of ['before', 'after'] as const) {
        const run = await moveWithKill(needs, { number, when });
        expect({ killed: run.killed, when, wrong: wrongInMove(run, unharmed, again) }).toEqual({
          killed: unharmed.passed[number - 1],
          when,
          wrong: [],
        });
      }
    }
    await remove();
  },
  120_000,
);

/** The writes of a move and the one after each; limits are left out, and the other writes are those of any turn. */
const aroundMoves = (passed: readonly string[]): readonly number[] => {
  const numbered = passed
    .map((write, index) => ({ write, number: index + 1 }))
    .filter(({ write }) => !write.startsWith('limits'));
  return numbered
    .filter(
      ({ write }, index) =>
        write.startsWith('handOvers') || numbered[index - 1]?.write.startsWith('handOvers'),
    )
    .map(({ number }) => number);
};
