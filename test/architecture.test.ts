import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../src/root';

interface Cruised {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: { readonly violations: readonly unknown[] };
}

const folders = ['src', 'dialogs', 'cards'];

const cruised: Cruised = JSON.parse(
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--output-type',
      'json',
      ...folders,
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'inherit'] },
  ),
);

const ours = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name))),
);

test('imports go one way', () => {
  expect(cruised.summary.violations).toEqual([]);
});

test('every file of ours was looked at', () => {
  const seen = new Set(cruised.modules.map(({ source }) => source));
  expect(ours.length).toBeGreaterThan(150);
  expect(ours.filter((file) => !seen.has(file))).toEqual([]);
});
