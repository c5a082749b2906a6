import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, type Environment, readConfig, variables } from '../src/config';
import { configMessage } from '../src/configMessage';
import { texts } from '../src/text/texts';

const key = 'k'.repeat(32);
const inProduction: Environment = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://portail.example.org',
  SECRET_KEYS: key,
  MAIL_FROM: 'portail@example.org',
  HELP_MAIL_TO: 'aide@example.org',
  STORE: 'embedded',
};

const usual: Config = {
  production: false,
  port: 3978,
  host: '127.0.0.1',
  publicUrl: 'http://localhost:3978',
  dataDir: 'data',
  mailFrom: 'portail@example.org',
  helpMailTo: 'aide@example.org',
  secretKeys: undefined,
  bot: undefined,
  directLineSecret: undefined,
  logLevel: 'info',
};

const good: readonly (readonly [string, Environment, Partial<Config>])[] = [
  ['nothing', {}, {}],
  ['empty and blank strings', { PORT: '', PUBLIC_URL: '  ', SECRET_KEYS: '', STORE: '' }, {}],
  ['variables of others', { HOME: '/root', PORT_NUMBER: '1' }, {}],
  ['a port', { PORT: '8080' }, { port: 8080, publicUrl: 'http://localhost:8080' }],
  ['any free port', { PORT: '0' }, { port: 0, publicUrl: 'http://localhost:0' }],
  [
    'blanks around a value',
    { PORT: ' 8080 ', HOST: ' ::1 ' },
    { port: 8080, host: '::1', publicUrl: 'http://localhost:8080' },
  ],
  [
    'a public address with a path',
    { PUBLIC_URL: 'https://example.org/portail/' },
    { publicUrl: 'https://example.org/portail' },
  ],
  ['several keys', { SECRET_KEYS: `${key}, ${key}2,` }, { secretKeys: [key, `${key}2`] }],
  [
    'a sender with a name',
    { MAIL_FROM: 'Portail <p@example.org>' },
    { mailFrom: 'Portail <p@example.org>' },
  ],
  [
    'a managed identity',
    { MicrosoftAppId: 'id', MicrosoftAppTenantId: 't' },
    { bot: { type: 'UserAssignedMSI', id: 'id', tenantId: 't' } },
  ],
  [
    'an identity with a password',
    { MicrosoftAppId: 'id', MicrosoftAppPassword: 'p', MicrosoftAppTenantId: 't' },
    { bot: { type: 'SingleTenant', id: 'id', password: 'p', tenantId: 't' } },
  ],
  [
    'an old multi-tenant identity',
    { MicrosoftAppType: 'MultiTenant', MicrosoftAppId: 'id', MicrosoftAppPassword: 'p' },
    { bot: { type: 'MultiTenant', id: 'id', password: 'p' } },
  ],
  ['a log level', { LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
  [
    'everything that production needs',
    inProduction,
    {
      production: true,
      host: '0.0.0.0',
      publicUrl: 'https://portail.example.org',
      secretKeys: [key],
    },
  ],
  [
    'a plain address in production',
    { ...inProduction, PUBLIC_URL: 'http://localhost:1' },
    { production: true, host: '0.0.0.0', publicUrl: 'http://localhost:1', secretKeys: [key] },
  ],
];

test.each(good)('takes %s', (_, env, expected) => {
  expect(readConfig(env)).toEqual({ kind: 'config', config: { ...usual, ...expected } });
});

const bad: readonly (readonly [Environment, readonly string[]])[] = [
  [{ PORT: 'abc' }, ['PORT port']],
  [{ PORT: '65536' }, ['PORT port']],
  [{ PORT: '-1' }, ['PORT port']],
  [{ PUBLIC_URL: 'portail.example.org' }, ['PUBLIC_URL url']],
  [{ PUBLIC_URL: 'ftp://example.org' }, ['PUBLIC_URL url']],
  [{ PUBLIC_URL: 'https://user:secret@example.org' }, ['PUBLIC_URL url']],
  [{ PUBLIC_URL: 'https://example.org/?a=b' }, ['PUBLIC_URL url']],
  [{ MAIL_FROM: 'nobody' }, ['MAIL_FROM mailbox']],
  [{ MAIL_FROM: 'Portail <p@example.org' }, ['MAIL_FROM mailbox']],
  [{ HELP_MAIL_TO: 'a@example.org\nBcc: b@example.org' }, ['HELP_MAIL_TO mailbox']],
  [{ SECRET_KEYS: 'short' }, ['SECRET_KEYS keys']],
  [{ SECRET_KEYS: `${key},short,shorter` }, ['SECRET_KEYS keys']],
  [{ SECRET_KEYS: ',' }, ['SECRET_KEYS keys']],
  [{ STORE: 'mongo' }, ['STORE store']],
  [{ LOG_LEVEL: 'loud' }, ['LOG_LEVEL logLevel']],
  [{ NODE_ENV: 'prod' }, ['NODE_ENV nodeEnv']],
  [{ MicrosoftAppPassword: 'p' }, ['MicrosoftAppPassword idMissing']],
  [
    {
      MicrosoftAppType: 'Single',
      MicrosoftAppId: 'i',
      MicrosoftAppPassword: 'p',
      MicrosoftAppTenantId: 't',
    },
    ['MicrosoftAppType appType'],
  ],
  [{ MicrosoftAppId: 'i' }, ['MicrosoftAppTenantId tenantMissing']],
  [
    { MicrosoftAppId: 'i', MicrosoftAppType: 'SingleTenant' },
    ['MicrosoftAppPassword passwordMissing', 'MicrosoftAppTenantId tenantMissing'],
  ],
  [{ PORT: 'x', LOG_LEVEL: 'x', STORE: 'x' }, ['PORT port', 'STORE store', 'LOG_LEVEL logLevel']],
  [
    { NODE_ENV: 'production' },
    [
      'PUBLIC_URL production',
      'SECRET_KEYS production',
      'MAIL_FROM production',
      'HELP_MAIL_TO production',
      'STORE storeInProduction',
    ],
  ],
  [
    { ...inProduction, STORE: undefined, PORT: 'x', SECRET_KEYS: ' ' },
    ['PORT port', 'SECRET_KEYS production', 'STORE storeInProduction'],
  ],
];

test.each(bad)('refuses %j', (env, expected) => {
  const read = readConfig(env);
  const problems = read.kind === 'problems' ? read.problems : [];
  expect(problems.map(({ variable, kind }) => `${variable} ${kind}`)).toEqual(expected);
});

it('names every variable in one message, and no value', () => {
  const read = readConfig({ NODE_ENV: 'production', SECRET_KEYS: 'hunter2', PORT: 'x' });
  const message = configMessage(read.kind === 'problems' ? read.problems : [], texts.en);
  expect(message.split('\n')).toEqual([
    'The configuration has problems:',
    '  PORT has to be a number from 0 to 65535.',
    '  SECRET_KEYS has to hold keys of 32 characters or more, with commas between them.',
    '  PUBLIC_URL has to be set in production.',
    '  MAIL_FROM has to be set in production.',
    '  HELP_MAIL_TO has to be set in production.',
    '  STORE has to be set in production: "embedded" allows the data to be kept in files.',
  ]);
});

describe('.env.example', () => {
  const lines = async () =>
    (await readFile(join(__dirname, '../.env.example'), 'utf8'))
      .split('\n')
      .filter((line) => /^\w+=/.test(line))
      .map((line) => line.split('=', 2));

  it('documents each variable once, and no other', async () => {
    expect((await lines()).map(([name]) => name).sort()).toEqual([...variables].sort());
  });

  it('has the defaults', async () => {
    expect(readConfig(Object.fromEntries(await lines()))).toEqual(readConfig({}));
  });
});
