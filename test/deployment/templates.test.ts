import { readConfig, variables } from '../../src/config';
import { parametersIn, type Template, templateIn, uses } from './template';

const main = templateIn('main.json');
const alerts = templateIn('alerts.json');

const settings: readonly { readonly name: string; readonly value: string }[] = Object(
  main.variables.appSettings,
);

/** The identity's two are known only while the template is deployed, and stand in both places where the settings are used. */
const whileDeploying = ['MicrosoftAppId', 'MicrosoftAppTenantId'];

/** Azure's own. */
const ofAppService = ['WEBSITE_RUN_FROM_PACKAGE', 'SCM_DO_BUILD_DURING_DEPLOYMENT'];

test('the template sets every variable that the product reads, and no other', () => {
  const set = settings.map(({ name }) => name).filter((name) => !ofAppService.includes(name));
  expect([...set, ...whileDeploying].sort()).toEqual([...variables].sort());
});

test.each(['Microsoft.Web/sites', 'Microsoft.Web/sites/slots'])(
  '%s gets all settings, the identity, https alone and the health check',
  (type) => {
    const site = JSON.stringify(main.resources.find((resource) => resource.type === type));
    for (const name of whileDeploying) expect(site).toContain(`'${name}'`);
    expect([...uses(site, 'variables')]).toEqual(
      expect.arrayContaining(['appSettings', 'siteConfig', 'identityId']),
    );
    expect(site).toContain('"httpsOnly":true');
    expect(main.variables.siteConfig).toMatchObject({
      healthCheckPath: '/readyz',
      appCommandLine: 'node dist/index.js',
    });
  },
);

test('a production start accepts what the template sets', () => {
  const said: Readonly<Record<string, string>> = {
    PUBLIC_URL: 'https://portail.example.org',
    MONGODB_URI: 'mongodb+srv://assistant:secret@name.example.org/portal',
    SECRET_KEYS: 'k'.repeat(32),
    MAIL_FROM: 'portail@example.org',
    HELP_MAIL_TO: 'aide@example.org',
    SENDGRID_API_KEY: 'SG.key',
    MicrosoftAppId: '00000000-0000-0000-0000-000000000000',
    MicrosoftAppTenantId: '00000000-0000-0000-0000-000000000000',
  };
  const literal = Object.fromEntries(
    settings.filter(({ value }) => !value.startsWith('[')).map(({ name, value }) => [name, value]),
  );
  expect(readConfig({ ...literal, ...said })).toMatchObject({
    kind: 'config',
    config: { production: true, teams: true, bot: { type: 'UserAssignedMSI' } },
  });
});

const secure = Object.entries(main.parameters)
  .filter(([, { type }]) => type === 'securestring')
  .map(([name]) => name);

test('what is secret comes in as a secure parameter, is never defaulted, and goes to the vault and the database only', () => {
  expect(secure.sort()).toEqual([
    'directLineSecret',
    'mongoPassword',
    'otlpHeadersSecret',
    'secretKeys',
    'sendgridApiKey',
    'smtpUrl',
  ]);
  for (const name of secure) expect(main.parameters[name]?.defaultValue).toBe('');
  const elsewhere = main.resources.filter(
    ({ type }) =>
      type !== 'Microsoft.KeyVault/vaults/secrets' && type !== 'Microsoft.DocumentDB/mongoClusters',
  );
  expect(
    secure.filter((name) => uses([elsewhere, main.variables], 'parameters').has(name)),
  ).toEqual([]);
});

test('the settings that are secret are references to the vault', () => {
  const secret = [
    'MONGODB_URI',
    'SECRET_KEYS',
    'SENDGRID_API_KEY',
    'SMTP_URL',
    'DIRECT_LINE_SECRET',
    'OTEL_EXPORTER_OTLP_HEADERS',
  ];
  for (const { name, value } of settings) {
    expect(value.includes("variables('secretUri')")).toBe(secret.includes(name));
  }
});

describe.each(['trial.parameters.json', 'production.parameters.json'])('%s', (file) => {
  const given = parametersIn(file);

  test('gives every parameter that has no default, and none that does not exist or is secret', () => {
    const needed = Object.entries(main.parameters)
      .filter(([, { defaultValue }]) => defaultValue === undefined)
      .map(([name]) => name);
    expect(Object.keys(given)).toEqual(expect.arrayContaining(needed));
    expect(Object.keys(given).filter((name) => main.parameters[name] === undefined)).toEqual([]);
    expect(Object.keys(given).filter((name) => secure.includes(name))).toEqual([]);
  });

  test('gives what is needed the type it has', () => {
    for (const [name, value] of Object.entries(given)) {
      expect(main.parameters[name]?.type).toBe(typeof value === 'number' ? 'int' : typeof value);
    }
  });
});

test.each<[string, Template]>([
  ['main.json', main],
  ['alerts.json', alerts],
])('%s uses every parameter and variable that it declares, and no other', (_, template) => {
  expect([...uses(template, 'parameters')].sort()).toEqual(Object.keys(template.parameters).sort());
  expect([...uses(template, 'variables')].sort()).toEqual(Object.keys(template.variables).sort());
});
