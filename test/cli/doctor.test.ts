import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { staff } from '../../src/cli/staff';
import type { Terminal } from '../../src/cli/terminal';
import type { Environment } from '../../src/config';
import type { Locale } from '../../src/domain/locale';
import { texts } from '../../src/text/texts';
import { deadPort, httpStandIn } from '../support/httpStandIn';
import { smtpStandIn } from '../support/smtpStandIn';
import { aFolder, openStore } from '../support/stores';

let folder: Awaited<ReturnType<typeof aFolder>>;
beforeEach(async () => {
  folder = await aFolder();
});
afterEach(() => folder.remove());

const key = 'k'.repeat(32);

const examine = async (
  env: Environment,
  locale: Locale = 'en',
  options: readonly string[] = [],
  azure?: Terminal['azure'],
) => {
  const said = { out: '', err: '' };
  const code = await staff(
    {
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
      drawsProgress: false,
      env: { DATA_DIR: folder.path, PORT: String(await deadPort()), ...env },
      locale,
      texts: texts[locale],
      ...(azure === undefined ? {} : { azure }),
    },
    ['doctor', ...options],
  );
  return { code, lines: said.out.trim().split('\n'), err: said.err };
};

/** The line of one check. */
const lineOf = (lines: readonly string[], name: string) =>
  lines.find((line) => line.slice(2).startsWith(name));

test.each<readonly [Locale, readonly string[]]>([
  ['fr', ['Configuration', 'Données', 'Clés', 'Adresse publique', 'E-mails', 'Identité du bot']],
  ['en', ['Settings', 'Data', 'Keys', 'Public address', 'Mail', 'Bot identity']],
])('finds nothing wrong in %s before the first start', async (locale, names) => {
  const { code, lines } = await examine({}, locale);
  expect(lines.map((line) => /^[✓•] ([^:\u00a0]+)/.exec(line)?.[1])).toEqual(names);
  expect(code).toBe(0);
});

test('writes one object a line with --json, and nothing else', async () => {
  const { lines, err } = await examine({ SECRET_KEYS: `${key},${key}2` }, 'en', ['--json']);
  expect(lines.map((line): unknown => JSON.parse(line))).toContainEqual({
    check: 'keys',
    state: 'ok',
    says: '2 keys in SECRET_KEYS.',
  });
  expect(err).toBe('');
});

test('tells every problem of the configuration and looks no further', async () => {
  const { code, lines } = await examine({ NODE_ENV: 'production', PORT: 'x' });
  expect(code).toBe(1);
  expect(lines).toHaveLength(7);
  expect(lines.every((line) => line.startsWith('✗ Settings: '))).toBe(true);
});

test('is content with a store that the server is using', async () => {
  const store = await openStore(folder.path);
  const { code, lines } = await examine({});
  await store.close();
  expect(lineOf(lines, 'Data')).toContain(`process ${process.pid}`);
  expect(code).toBe(0);
});

test('says what is wrong with a folder that cannot be used', async () => {
  const file = join(folder.path, 'file');
  await writeFile(file, '');
  const { code, lines } = await examine({ DATA_DIR: join(file, 'data') });
  expect(lineOf(lines, 'Data')).toMatch(/^✗ .*cannot be used.*DATA_DIR/);
  expect(code).toBe(1);
});

test('looks at kept keys without making any', async () => {
  expect(lineOf((await examine({})).lines, 'Keys')).toMatch(/^• Keys: none yet/);
  expect(lineOf((await examine({})).lines, 'Keys')).toMatch(/^• Keys: none yet/);
  await mkdir(folder.path, { recursive: true });
  await writeFile(join(folder.path, 'secret-keys'), `${key}\n`);
  expect(lineOf((await examine({})).lines, 'Keys')).toMatch(/^✓ Keys: in /);
  await writeFile(join(folder.path, 'secret-keys'), 'short');
  expect(lineOf((await examine({})).lines, 'Keys')).toMatch(/^✗ .*backup/);
});

test.each([
  ['is ours', { status: 200, body: '{"status":"ok"}' }, /^✓ .*answers/, 0],
  ['is somebody else', { status: 200, body: '<html>' }, /^✗ .*not this server/, 1],
  ['is a proxy without us', { status: 502, body: 'Bad gateway' }, /^✗ .*not this server/, 1],
  ['is silent', 'reset', /^• .*does not answer/, 0],
] as const)('sees that what answers at the public address %s', async (_, behaviour, says, exit) => {
  const site = await httpStandIn(behaviour);
  const { code, lines } = await examine({ PUBLIC_URL: site.url });
  await site.stop();
  expect(lineOf(lines, 'Public')).toMatch(says);
  expect(code).toBe(exit);
});

test.each([
  [200, /^✓ .*SendGrid accepts/, 0],
  [401, /^✗ .*SENDGRID_API_KEY/, 1],
  [403, /^✗ .*MAIL_FROM/, 1],
])('asks SendGrid in its sandbox, and tells an answer of %d', async (status, says, exit) => {
  const sendgrid = await httpStandIn({ status });
  const { code, lines } = await examine({
    SENDGRID_API_KEY: 'SG.hidden-key',
    SENDGRID_BASE_URL: sendgrid.url,
  });
  await sendgrid.stop();
  expect(sendgrid.asked).toHaveLength(1);
  expect(JSON.parse(sendgrid.asked[0]?.body ?? '')).toMatchObject({
    mail_settings: { sandbox_mode: { enable: true } },
  });
  expect(lineOf(lines, 'Mail')).toMatch(says);
  expect(lines.join()).not.toContain('hidden');
  expect(code).toBe(exit);
});

test.each([
  ['open%20sesame', /^✓ .*SMTP accepts/, 0],
  ['hidden', /^✗ .*SMTP 535.*password/, 1],
])('signs in to an SMTP server with %s and sends nothing', async (password, says, exit) => {
  const smtp = await smtpStandIn();
  const { code, lines } = await examine({
    SMTP_URL: `smtp://portal:${password}@127.0.0.1:${smtp.port}`,
  });
  await smtp.stop();
  expect(smtp.mails).toEqual([]);
  expect(lineOf(lines, 'Mail')).toMatch(says);
  expect(lines.join()).not.toMatch(/hidden|sesame/);
  expect(code).toBe(exit);
});

test('tells that an SMTP server is not there, without the password', async () => {
  const { code, lines } = await examine({
    SMTP_URL: `smtp://user:hidden@127.0.0.1:${await deadPort()}`,
  });
  expect(lineOf(lines, 'Mail')).toMatch(/^✗ .*SMTP_URL/);
  expect(lines.join()).not.toContain('hidden');
  expect(code).toBe(1);
});

const id = '6f5ca0e1-0d7a-4c8c-9c8b-2a4b8f6f0c11';
const managed = { MicrosoftAppId: id, MicrosoftAppTenantId: 'portal.example.org' };
const single = { ...managed, MicrosoftAppPassword: 'hidden' };
const onAzure = { IDENTITY_ENDPOINT: 'http://127.0.0.1:1/msi/token' };
const good = async () => 'hidden';
const refused = async () => {
  throw new Error(`invalid_client: AADSTS7000215: Invalid client secret for ${id}, hidden`);
};

test.each<readonly [Environment, Terminal['azure'], RegExp, number]>([
  [{}, undefined, /^• .*this machine only/, 0],
  [{ DIRECT_LINE_SECRET: 'hidden' }, undefined, /^✗ .*remove DIRECT_LINE_SECRET/, 1],
  [{ ...managed, ...onAzure }, { keys: good, token: good }, /^✓ .*\(UserAssignedMSI\).*is on/, 0],
  [managed, { keys: good, token: refused }, /^• .*\(UserAssignedMSI\).*on Azure only/, 0],
  [{ ...managed, ...onAzure }, { keys: good, token: refused }, /^✗ .*assigned/, 1],
  [{ ...single, TEAMS: 'off' }, { keys: good, token: good }, /^✓ .*\(SingleTenant\).*is off/, 0],
  [single, { keys: good, token: refused }, /^✗ .*\(AADSTS7000215\).*AppPassword/, 1],
  [single, { keys: refused, token: good }, /^✗ .*login\.botframework\.com/, 1],
  [{ ...single, MicrosoftAppId: 'bot' }, undefined, /^✗ .*MicrosoftAppId does not look/, 1],
  [{ ...single, MicrosoftAppTenantId: 't' }, undefined, /^✗ .*AppTenantId does not look/, 1],
])('tries the identity of %j', async (env, azure, says, exit) => {
  const { lines, code } = await examine(env, 'en', [], azure);
  expect(lineOf(lines, 'Bot')).toMatch(says);
  expect(lines.join()).not.toContain('hidden');
  expect(code).toBe(exit);
});
