import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { packWebChat } from '../build/packWebChat';
import { aFolder } from './support/stores';

const folders: Awaited<ReturnType<typeof aFolder>>[] = [];
afterAll(() => Promise.all(folders.map(({ remove }) => remove())));

/** A package with a bundle, and a place to pack it to. */
const aPackage = async (content: string) => {
  const folder = await aFolder();
  folders.push(folder);
  const from = join(folder.path, 'package');
  await mkdir(join(from, 'dist'), { recursive: true });
  await writeFile(join(from, 'package.json'), '{"version":"4.18.1"}');
  await writeFile(join(from, 'dist/webchat.js'), content);
  return { from, to: join(folder.path, 'vendor') };
};

test('puts the bundle and its packed forms under a name of version and content', async () => {
  const where = await aPackage('window.WebChat = {};');
  expect(await packWebChat(where)).toBe('packed');
  const names = await readdir(where.to);
  expect(names.map((name) => name.replace(/-[0-9a-f]{12}\./, '-HASH.')).sort()).toEqual([
    'webchat-4.18.1-HASH.js',
    'webchat-4.18.1-HASH.js.br',
    'webchat-4.18.1-HASH.js.gz',
  ]);
  const [plain = '', br = '', gz = ''] = names.sort().map((name) => join(where.to, name));
  expect(await readFile(plain, 'utf8')).toBe('window.WebChat = {};');
  expect(brotliDecompressSync(await readFile(br)).toString()).toBe('window.WebChat = {};');
  expect(gunzipSync(await readFile(gz)).toString()).toBe('window.WebChat = {};');
});

test('packs the same bundle once', async () => {
  const where = await aPackage('once');
  await packWebChat(where);
  expect(await packWebChat(where)).toBe('already');
});

test('replaces an older bundle', async () => {
  const where = await aPackage('older');
  await packWebChat(where);
  const older = await readdir(where.to);
  await writeFile(join(where.from, 'dist/webchat.js'), 'newer');
  expect(await packWebChat(where)).toBe('packed');
  const newer = await readdir(where.to);
  expect(newer).toHaveLength(3);
  expect(newer).not.toEqual(older);
});

test('says that the package is missing', async () => {
  const { from, to } = await aPackage('');
  expect(await packWebChat({ from: join(from, 'nowhere'), to })).toBe('missing');
});
