import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { zipOf } from '../../src/cli/teams/zipOf';
import { root } from '../../src/root';
import { readTeamsAppSettings } from '../../src/teamsAppSettings';
import { aProcess } from '../support/child';
import { aFolder } from '../support/stores';
import { settings } from './teamsFolder';

jest.setTimeout(60_000);

let folder: Awaited<ReturnType<typeof aFolder>>;
beforeEach(async () => {
  folder = await aFolder();
});
afterEach(() => folder.remove());

const env = { MicrosoftAppId: settings.botId, PUBLIC_URL: `${settings.publicUrl}/` };

/** `npm run teams` in a process of its own: what checks the manifest does not load inside Jest. */
const pack = async (variables: Readonly<Record<string, string>>, ...argv: readonly string[]) => {
  const child = aProcess('src/teams.ts', variables, argv);
  const code = await child.ended;
  return { code, said: child.written() };
};

const zip = () => join(folder.path, 'app/teams.zip');

test('writes the same checked package again, on another day and in another time zone', async () => {
  const first = await pack(env, '--json', '--out', zip());
  expect(first.code).toBe(0);
  const told = JSON.parse(first.said);
  const content = await readFile(zip());
  expect(told).toEqual({
    file: zip(),
    id: settings.botId,
    version: '1.0.0',
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  });
  const again = await pack({ ...env, TZ: 'Pacific/Auckland' }, '--json', '--out', zip());
  expect(JSON.parse(again.said)).toEqual(told);

  const files = unzipSync(content);
  expect(Object.keys(files)).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
  expect(Buffer.from(files['color.png'] ?? [])).toEqual(
    await readFile(join(root, 'teams/color.png')),
  );
  const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString());
  expect(Number(manifest.manifestVersion)).toBeGreaterThanOrEqual(1.25);
  expect(JSON.stringify(manifest)).not.toContain('${{');
});

test('says where the package is and what comes next', async () => {
  const { code, said } = await pack(env, '--out', zip());
  expect(code).toBe(0);
  expect(said).toContain('teams.zip');
  expect(said).toContain('Upload an app');
});

test('says in the language of the terminal what is missing and how to try without it', async () => {
  const { code, said } = await pack({ LANG: 'fr_CA.UTF-8' }, '--out', zip());
  expect(code).toBe(1);
  expect(said).toContain('MicrosoftAppId manque');
  expect(said).toContain('PUBLIC_URL manque');
  expect(said).toContain('npm run playground');
  await expect(readFile(zip())).rejects.toThrow('ENOENT');
});

test('explains itself', async () => {
  const { code, said } = await pack({}, '--help');
  expect(code).toBe(0);
  expect(said).toMatch(/Usage: npm run teams -- \[options\].*--out <file>.*--json/s);
  const wrong = await pack({}, '--jsn');
  expect(wrong).toEqual({ code: 1, said: expect.stringContaining('no such option') });
});

test('tells everything that is wrong at once, and writes nothing', async () => {
  const from = join(folder.path, 'teams');
  await cp(join(root, 'teams'), from, { recursive: true });
  const edit = async (name: string, change: (text: string) => string) =>
    writeFile(join(from, name), change(await readFile(join(from, name), 'utf8')));
  await edit('manifest.json', (text) =>
    text
      .replace('"accentColor": "#12395f"', '"accentColor": "blue"')
      .replace('"permissions"', '"wishes"'),
  );
  await edit('en.json', (text) =>
    text
      .replace('"Registration assistant"', '"A registration assistant with far too long a name"')
      .replace('"staticTabs[1].name"', '"staticTabs[3].name"'),
  );
  await cp(join(from, 'color.png'), join(from, 'outline.png'));
  const { code, said } = await pack(env, '--from', from, '--out', zip());
  expect(code).toBe(1);
  expect(
    said
      .split('\n')
      .slice(1, -1)
      .map((line) => line.trim().slice(0, 60)),
  ).toEqual([
    expect.stringMatching(/^manifest\.json: .*must NOT have additional properties/),
    expect.stringMatching(/^manifest\.json: \/accentColor must match pattern/),
    expect.stringMatching(/^en\.json: \/name\.short must NOT have more than 30/),
    expect.stringMatching(/^en\.json: the translation of staticTabs\[1\]\.name is missing/),
    expect.stringMatching(/^en\.json: staticTabs\[3\]\.name translates nothing/),
    'outline.png: must measure 32 by 32 pixels.',
  ]);
  await expect(readFile(zip())).rejects.toThrow('ENOENT');
});

test.each([
  { id: undefined, url: undefined, problems: ['idMissing', 'urlMissing'] },
  { id: ' ', url: '', problems: ['idMissing', 'urlMissing'] },
  { id: 'my-bot', url: 'portail.example.org', problems: ['idForm', 'urlForm'] },
  { id: settings.botId, url: 'http://portail.example.org', problems: ['urlPlain'] },
  { id: settings.botId, url: 'http://localhost:3978', problems: ['urlPlain'] },
  { id: settings.botId, url: 'https://portail.example.org/?x=1', problems: ['urlForm'] },
  { id: settings.botId, url: 'https://me@portail.example.org', problems: ['urlForm'] },
  { id: `${settings.botId}0`, url: 'https://portail.example.org', problems: ['idForm'] },
])('refuses the id $id with the address $url: $problems', ({ id, url, problems }) => {
  const read = readTeamsAppSettings({ MicrosoftAppId: id, PUBLIC_URL: url });
  expect(read).toEqual({ kind: 'problems', problems });
});

test('takes an id in capitals and an address with a slash at its end', () => {
  const id = 'ABCDEF01-2345-6789-ABCD-EF0123456789';
  const read = readTeamsAppSettings({ MicrosoftAppId: id, PUBLIC_URL: 'https://example.org/' });
  expect(read).toEqual({
    kind: 'settings',
    settings: { botId: id.toLowerCase(), publicUrl: 'https://example.org' },
  });
});

test('zips the same bytes whatever the order', () => {
  const [a, b] = ['a', 'b'].map((name) => ({ name, content: Buffer.from(name.repeat(100)) }));
  if (a === undefined || b === undefined) throw new Error('two entries');
  expect(zipOf([a, b])).toEqual(zipOf([b, a]));
});
