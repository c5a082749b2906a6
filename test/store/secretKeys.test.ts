import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { secretKeys } from '../../src/store/secretKeys';
import { aFolder } from '../support/stores';

let folder: Awaited<ReturnType<typeof aFolder>>;
let file: string;
beforeEach(async () => {
  folder = await aFolder();
  file = join(folder.path, 'secret-keys');
});
afterEach(() => folder.remove());

it('makes a key of 256 bits the first time and keeps it', async () => {
  const [key = '', ...others] = await secretKeys(folder.path);
  expect(Buffer.from(key, 'base64url')).toHaveLength(32);
  expect(others).toEqual([]);
  expect(await secretKeys(folder.path)).toEqual([key]);
});

it('makes one key when two ask at once', async () => {
  const [one, other] = await Promise.all([secretKeys(folder.path), secretKeys(folder.path)]);
  expect(one).toEqual(other);
});

it('is readable by its owner alone, also when somebody opened it up', async () => {
  await secretKeys(folder.path);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await chmod(file, 0o644);
  await secretKeys(folder.path);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('takes several keys from the file', async () => {
  const [one, two] = ['a'.repeat(32), 'b'.repeat(40)];
  await writeFile(file, `${one},${two}\n`);
  expect(await secretKeys(folder.path)).toEqual([one, two]);
});

test.each(['', '\n', 'short'])('refuses a file with %j and leaves it alone', async (content) => {
  await writeFile(file, content);
  await expect(secretKeys(folder.path)).rejects.toThrow('32 characters');
  expect(await readFile(file, 'utf8')).toBe(content);
});
