import type { Ground } from '../../test/torture/ground';
import { moveWithKill, wrongInMove } from '../../test/torture/handOverKills';
import { startedAhead } from '../../test/torture/processes';
import { openProcessHost } from '../../test/torture/processHost';
import { aProviderServer } from '../../test/torture/providerServer';
import type { Point } from '../../test/torture/writePoints';
import { atEachWrite } from './atEachWrite';
import { type Figures, seconds } from './figures';

/** At every write of a registration that moves to another conversation and back; the message nobody answered is delivered or typed again. */
export const moves = async (ground: Ground): Promise<Figures> => {
  const began = performance.now();
  const processes = startedAhead(4);
  const { url, stop } = await aProviderServer();
  const open = openProcessHost(processes, url);
  try {
    const unharmed = await moveWithKill({ ground, open, again: 'redelivered' });
    const wrong = wrongInMove(unharmed, unharmed).map((what) => `undisturbed: ${what}`);
    let kills = 0;
    for (const [again, when] of rounds) {
      const play = (point: Point) => moveWithKill({ ground, open, again }, point);
      for await (const run of atEachWrite(when, play)) {
        kills += 1;
        wrong.push(...wrongInMove(run, unharmed, again).map((what) => `${run.killed}: ${what}`));
        process.stderr.write(`\r${ground.kind}: killed at ${run.killed}, ${again}          `);
      }
    }
    process.stderr.write('\n');
    return {
      wrong,
      cells: [
        ground.kind,
        unharmed.passed.length,
        kills,
        wrong.length,
        seconds(performance.now() - began),
      ],
    };
  } finally {
    await processes.stop();
    await stop();
  }
};

/** What is typed again differs from what is delivered again only where something had been written. */
const rounds = [
  ['redelivered', 'before'],
  ['redelivered', 'during'],
  ['redelivered', 'after'],
  ['retyped', 'after'],
] as const;
