import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { iconProblem } from '../../src/cli/teams/iconProblem';
import { root } from '../../src/root';
import { drawn } from '../../teams/drawn';
import { inBrowser } from '../browser/support';

const file = (name: string): Buffer => readFileSync(join(root, 'teams', name));

test.each(['color', 'outline'] as const)('the %s icon is as Teams wants it', (kind) => {
  expect(iconProblem(kind, file(`${kind}.png`))).toBeUndefined();
});

/** A square whose first quarter has one colour, the rest another. */
const square = (size: number, first: readonly number[], rest: readonly number[]): Buffer => {
  const png = new PNG({ width: size, height: size });
  png.data = Buffer.from(
    Array.from({ length: size * size }, (_, at) => (at < (size * size) / 4 ? first : rest)).flat(),
  );
  return PNG.sync.write(png);
};

const white = [255, 255, 255, 255];
const blue = [18, 57, 95, 255];
const nothing = [0, 0, 0, 0];

test.each([
  { what: 'a text', kind: 'color', icon: Buffer.from('not an image'), problem: 'notPng' },
  {
    what: 'half a file',
    kind: 'color',
    icon: file('color.png').subarray(0, 2_000),
    problem: 'notPng',
  },
  { what: 'a small one', kind: 'color', icon: square(96, white, blue), problem: 'size' },
  { what: 'the colour icon', kind: 'outline', icon: file('color.png'), problem: 'size' },
  { what: 'one colour', kind: 'color', icon: square(192, blue, blue), problem: 'blank' },
  { what: 'a hole', kind: 'color', icon: square(192, nothing, blue), problem: 'transparent' },
  { what: 'a ground', kind: 'outline', icon: square(32, white, blue), problem: 'opaque' },
  { what: 'a colour', kind: 'outline', icon: square(32, nothing, blue), problem: 'coloured' },
  { what: 'white', kind: 'outline', icon: square(32, nothing, white), problem: undefined },
  { what: 'two colours', kind: 'color', icon: square(192, white, blue), problem: undefined },
] as const)('of $what as $kind it says $problem', ({ kind, icon, problem }) => {
  expect(iconProblem(kind, icon)).toBe(problem);
});

inBrowser(
  'the drawings',
  async () => ({ stop: async () => undefined }),
  (stage) => {
    test.each([
      ['color', 192],
      ['outline', 32],
    ] as const)('%s.png is what %s.svg draws', async (name, size) => {
      const now = PNG.sync.read(await drawn(stage.browser, String(file(`${name}.svg`)), size));
      const kept = PNG.sync.read(file(`${name}.png`));
      // Another Chromium may round an edge differently.
      const differing = [...kept.data].filter(
        (byte, at) => Math.abs(byte - (now.data[at] ?? -1)) > 24,
      );
      expect(differing.length / kept.data.length).toBeLessThan(0.01);
    });
  },
);
