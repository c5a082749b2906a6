import { outagesOf, registerThrough, wrongAfter } from '../../test/torture/outages';
import { type Figures, seconds } from './figures';
import { lanes } from './lanes';

/** The store goes away for five minutes, of a clock that is moved, at each of its calls in turn. */
export const outages = async (): Promise<Figures> => {
  const began = performance.now();
  const unharmed = await registerThrough();
  const wrong: string[] = [];
  let refused = 0;
  const all = outagesOf(unharmed);
  await lanes(all, 1, async (outage, index) => {
    const through = await registerThrough(outage);
    refused += through.refused;
    wrong.push(...wrongAfter(outage, through, unharmed));
    process.stderr.write(`\routages: ${index + 1} of ${all.length}   `);
  });
  process.stderr.write('\n');
  return {
    wrong,
    cells: [all.length, refused, wrong.length, seconds(performance.now() - began)],
  };
};
