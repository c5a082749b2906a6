import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleOne } from '../../build/bundle';
import { root } from '../../src/root';

jest.setTimeout(120_000);

/** Inside the project, where the bundle finds what stays outside it. */
const folder = join(root, 'node_modules/.cache', `bundle-${process.pid}`);

beforeAll(() => mkdirSync(folder, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const runs = (file: string): Readonly<Record<string, Readonly<Record<string, string>>>> =>
  JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8', maxBuffer: 2 ** 26 }));

test('the bundled SDK offers every part that the installed one does, and each can be loaded', async () => {
  const entry = join(root, 'test/build/sdkParts.cjs');
  await bundleOne(entry, join(folder, 'parts.js'));
  const [bundled, installed] = [runs(join(folder, 'parts.js')), runs(entry)];
  expect(bundled).toEqual(installed);
  expect(Object.keys(installed.botbuilder ?? {}).length).toBeGreaterThan(100);
});
