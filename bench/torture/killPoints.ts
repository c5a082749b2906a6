import type { Ground } from '../../test/torture/ground';
import { runWithKill, wrongIn } from '../../test/torture/killPoints';
import { startedAhead } from '../../test/torture/processes';
import { openProcessHost } from '../../test/torture/processHost';
import { aProviderServer } from '../../test/torture/providerServer';
import { atEachWrite } from './atEachWrite';
import { type Figures, seconds } from './figures';

/** At every write that a registration and its mail consist of: killed before it, on the way, and before it heard of it. */
export const killPoints = async (ground: Ground): Promise<Figures> => {
  const began = performance.now();
  const processes = startedAhead(4);
  const { provider, url, stop } = await aProviderServer();
  const needs = { ground, provider, open: openProcessHost(processes, url) };
  try {
    const unharmed = await runWithKill(needs);
    const wrong = wrongIn(unharmed, unharmed).map((what) => `undisturbed: ${what}`);
    let kills = 0;
    let inWindow = 0;
    let twice = 0;
    for (const when of ['before', 'during', 'after'] as const) {
      for await (const run of atEachWrite(when, (point) => runWithKill(needs, point))) {
        kills += 1;
        if (run.inWindow) inWindow += 1;
        if ([...run.accepted.values()].flat().length > 1) twice += 1;
        wrong.push(...wrongIn(run, unharmed).map((what) => `${run.killed}: ${what}`));
        process.stderr.write(`\r${ground.kind}: killed at ${run.killed}          `);
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
        inWindow,
        twice,
        seconds(performance.now() - began),
      ],
    };
  } finally {
    await processes.stop();
    await stop();
  }
};
