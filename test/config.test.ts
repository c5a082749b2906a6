import { generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, type Environment, readConfig, variables } from '../src/config';
import { configMessage } from '../src/configMessage';
import { texts } from '../src/text/texts';

const key = 'k'.repeat(32);
const webhookKey =
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEPj2aj1xUAoNOz1GWVDXaqSDCfl4SMasMPpD6w1q9R7RLfs9FBM4CoLXEPIARG1jo6BmevzSH+W9xXRZik2AdBg==';
const { privateKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const privateKey = rsa.export({ format: 'pem', type: 'pkcs8' }).toString();
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ format: 'pem', type: 'pkcs8' })
  .toString();
const locked = rsa
  .export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' })
  .toString();
const thumbprint = 'A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D4';
const mongodbUri = 'mongodb://db.example.org/portal';
const inProduction: Environment = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://portail.example.org',
  SECRET_KEYS: key,
  MAIL_FROM: 'portail@example.org',
  HELP_MAIL_TO: 'aide@example.org',
  MONGODB_URI: mongodbUri,
  SENDGRID_API_KEY: 'SG.key',
};

const embeddedWithSmtp: Environment = {
  ...inProduction,
  MONGODB_URI: undefined,
  STORE: 'embedded',
  SENDGRID_API_KEY: undefined,
  SMTP_URL: 'smtps://user:pass@mail.example.org:465',
};

const usual: Config = {
  production: false,
  port: 3978,
  host: '127.0.0.1',
  publicUrl: 'http://localhost:3978',
  dataDir: 'data',
  mailFrom: 'portail@example.org',
  helpMailTo: 'aide@example.org',
  mongodbUri: undefined,
  sendgrid: undefined,
  smtpUrl: undefined,
  secretKeys: undefined,
  bot: undefined,
  directLineSecret: undefined,
  teams: false,
  teamsTab: true,
  logLevel: 'info',
  telemetry: undefined,
};

const produced: Partial<Config> = {
  production: true,
  host: '0.0.0.0',
  publicUrl: 'https://portail.example.org',
  secretKeys: [key],
  mongodbUri,
  sendgrid: { apiKey: 'SG.key' },
  teamsTab: false,
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
    { bot: { type: 'UserAssignedMSI', id: 'id', tenantId: 't' }, teams: true },
  ],
  [
    'an identity with a password',
    { MicrosoftAppId: 'id', MicrosoftAppPassword: 'p', MicrosoftAppTenantId: 't' },
    { bot: { type: 'SingleTenant', id: 'id', password: 'p', tenantId: 't' }, teams: true },
  ],
  [
    'an identity with a certificate, its key on one line',
    {
      MicrosoftAppId: 'id',
      MicrosoftAppTenantId: 't',
      CertificateThumbprint: 'a1:b2:c3:d4:e5:f6:07:18:29:3a:4b:5c:6d:7e:8f:90:a1:b2:c3:d4',
      CertificatePrivateKey: privateKey.replaceAll('\n', '\\n'),
    },
    {
      bot: {
        type: 'SingleTenant',
        id: 'id',
        tenantId: 't',
        certificate: { thumbprint: 'A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D4', privateKey },
      },
      teams: true,
    },
  ],
  [
    'a key in the older form of PEM',
    {
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppId: 'id',
      MicrosoftAppTenantId: 't',
      CertificateThumbprint: thumbprint,
      CertificatePrivateKey: rsa.export({ format: 'pem', type: 'pkcs1' }).toString(),
    },
    {
      bot: {
        type: 'SingleTenant',
        id: 'id',
        tenantId: 't',
        certificate: { thumbprint, privateKey },
      },
      teams: true,
    },
  ],
  [
    'an id in capitals',
    { MicrosoftAppId: '6F5CA0E1-0D7A-4C8C-9C8B-2A4B8F6F0C11', MicrosoftAppTenantId: 't' },
    {
      bot: { type: 'UserAssignedMSI', id: '6f5ca0e1-0d7a-4c8c-9c8b-2a4b8f6f0c11', tenantId: 't' },
      teams: true,
    },
  ],
  [
    'an identity without Teams',
    { MicrosoftAppId: 'id', MicrosoftAppTenantId: 't', TEAMS: 'off' },
    { bot: { type: 'UserAssignedMSI', id: 'id', tenantId: 't' }, teamsTab: false },
  ],
  ['no Teams', { TEAMS: 'off' }, { teamsTab: false }],
  ['a database', { MONGODB_URI: mongodbUri }, { mongodbUri }],
  [
    'a database by its service name',
    { MONGODB_URI: 'mongodb+srv://u:p@cluster.example.org/?retryWrites=true' },
    { mongodbUri: 'mongodb+srv://u:p@cluster.example.org/?retryWrites=true' },
  ],
  [
    'all of SendGrid',
    {
      SENDGRID_API_KEY: 'SG.a-b_c',
      SENDGRID_BASE_URL: 'https://api.eu.sendgrid.com/',
      SENDGRID_WEBHOOK_KEY: webhookKey,
    },
    { sendgrid: { apiKey: 'SG.a-b_c', baseUrl: 'https://api.eu.sendgrid.com', webhookKey } },
  ],
  [
    'a public key as PEM',
    {
      SENDGRID_API_KEY: 'SG.key',
      SENDGRID_WEBHOOK_KEY: `-----BEGIN PUBLIC KEY-----\n${webhookKey}\n-----END PUBLIC KEY-----`,
    },
    { sendgrid: { apiKey: 'SG.key', webhookKey } },
  ],
  ['a mail server', { SMTP_URL: 'smtp://127.0.0.1:1025' }, { smtpUrl: 'smtp://127.0.0.1:1025' }],
  [
    'a collector of traces',
    {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318/',
      OTEL_EXPORTER_OTLP_HEADERS: 'api-key=a%20b=,x-other=100%',
    },
    {
      telemetry: {
        endpoint: 'http://localhost:4318',
        headers: { 'api-key': 'a b=', 'x-other': '100%' },
        serviceName: 'registration-assistant',
      },
    },
  ],
  ['a name for traces that go nowhere', { OTEL_SERVICE_NAME: 'portal' }, {}],
  ['a log level', { LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
  ['everything that production needs', inProduction, produced],
  [
    'plain http to this machine in production',
    { ...inProduction, PUBLIC_URL: 'http://127.0.0.1:3978' },
    { ...produced, publicUrl: 'http://127.0.0.1:3978' },
  ],
  [
    'the embedded store and a mail server in production',
    embeddedWithSmtp,
    {
      ...produced,
      mongodbUri: undefined,
      sendgrid: undefined,
      smtpUrl: 'smtps://user:pass@mail.example.org:465',
    },
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
  [{ MONGODB_URI: 'db.example.org' }, ['MONGODB_URI mongodbUri']],
  [{ MONGODB_URI: 'mongodb://' }, ['MONGODB_URI mongodbUri']],
  [{ SENDGRID_API_KEY: 'SG key' }, ['SENDGRID_API_KEY apiKey']],
  [{ SENDGRID_BASE_URL: 'api.sendgrid.com' }, ['SENDGRID_BASE_URL url']],
  [{ SENDGRID_WEBHOOK_KEY: 'MFkwEwYHKoZIzj0CAQ' }, ['SENDGRID_WEBHOOK_KEY webhookKey']],
  [{ SMTP_URL: 'mail.example.org:25' }, ['SMTP_URL smtpUrl']],
  [{ TEAMS: 'yes' }, ['TEAMS teams']],
  [{ TEAMS: 'on' }, ['MicrosoftAppId idMissingForTeams']],
  [
    { TEAMS: 'on', MicrosoftAppPassword: 'p' },
    ['MicrosoftAppPassword idMissing', 'MicrosoftAppId idMissingForTeams'],
  ],
  [
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost:4318', OTEL_EXPORTER_OTLP_HEADERS: 'a key' },
    ['OTEL_EXPORTER_OTLP_ENDPOINT url', 'OTEL_EXPORTER_OTLP_HEADERS headers'],
  ],
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
    {
      MicrosoftAppType: 'MultiTenant',
      MicrosoftAppId: 'i',
      MicrosoftAppPassword: 'p',
      MicrosoftAppTenantId: 't',
    },
    ['MicrosoftAppType multiTenant'],
  ],
  [
    {
      MicrosoftAppType: 'UserAssignedMSI',
      MicrosoftAppId: 'i',
      MicrosoftAppPassword: 'p',
      MicrosoftAppTenantId: 't',
      CertificateThumbprint: thumbprint,
    },
    ['MicrosoftAppPassword notWithManagedIdentity', 'CertificateThumbprint notWithManagedIdentity'],
  ],
  [
    { MicrosoftAppId: 'i', MicrosoftAppTenantId: 't', CertificateThumbprint: thumbprint },
    ['CertificatePrivateKey certificateHalf'],
  ],
  [
    { MicrosoftAppId: 'i', MicrosoftAppTenantId: 't', CertificatePrivateKey: privateKey },
    ['CertificateThumbprint certificateHalf'],
  ],
  [
    {
      MicrosoftAppId: 'i',
      MicrosoftAppTenantId: 't',
      MicrosoftAppPassword: 'p',
      CertificateThumbprint: thumbprint,
      CertificatePrivateKey: privateKey,
    },
    ['MicrosoftAppPassword passwordAndCertificate'],
  ],
  [
    { CertificateThumbprint: thumbprint, CertificatePrivateKey: privateKey },
    ['CertificateThumbprint idMissing', 'CertificatePrivateKey idMissing'],
  ],
  ...['A1B2', `${thumbprint}00`, `Z${thumbprint.slice(1)}`, '-----BEGIN CERTIFICATE-----'].map(
    (wrong) =>
      [
        {
          MicrosoftAppId: 'i',
          MicrosoftAppTenantId: 't',
          CertificateThumbprint: wrong,
          CertificatePrivateKey: privateKey,
        },
        ['CertificateThumbprint thumbprint'],
      ] as const,
  ),
  ...['key.pem', elliptic, locked, privateKey.slice(0, 400)].map(
    (wrong) =>
      [
        {
          MicrosoftAppId: 'i',
          MicrosoftAppTenantId: 't',
          CertificateThumbprint: thumbprint,
          CertificatePrivateKey: wrong,
        },
        ['CertificatePrivateKey privateKey'],
      ] as const,
  ),
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
      'MONGODB_URI storeInProduction',
      'SENDGRID_API_KEY mailInProduction',
    ],
  ],
  [
    { ...inProduction, MONGODB_URI: undefined, PORT: 'x', SECRET_KEYS: ' ' },
    ['PORT port', 'SECRET_KEYS production', 'MONGODB_URI storeInProduction'],
  ],
  [
    { ...inProduction, PUBLIC_URL: 'http://localhost.example.org' },
    ['PUBLIC_URL httpsInProduction'],
  ],
  [
    { ...embeddedWithSmtp, PUBLIC_URL: 'HTTP://portail.example.org', SMTP_URL: '' },
    ['PUBLIC_URL httpsInProduction', 'SENDGRID_API_KEY mailInProduction'],
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
    '  MONGODB_URI has to be set in production, unless STORE=embedded allows the data to be kept in files.',
    '  SENDGRID_API_KEY or SMTP_URL has to be set in production: without either, no mail would leave.',
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
