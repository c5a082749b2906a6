import { generateKeyPairSync } from 'node:crypto';
import { decode, verify } from 'jsonwebtoken';
import type { Identity } from '../../src/bot/authentication/identity';
import { ownToken } from '../../src/bot/authentication/ownToken';
import { aDirectory, directoryOf } from '../support/directory';

const tenantId = '0a6e1b6c-4f0b-4c49-8f1e-9d0c8a7e5f22';
const thumbprint = 'A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D4';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });

let azure: Awaited<ReturnType<typeof aDirectory>>;
const environment = { ...process.env };

beforeEach(async () => {
  azure = await aDirectory(tenantId);
});

afterEach(async () => {
  process.env = { ...environment };
  await azure.stop();
});

const signedIn = () => {
  const { body = '' } = azure.asked.find(({ method }) => method === 'POST') ?? {};
  return new URLSearchParams(body);
};

const single: Identity = { type: 'SingleTenant', id: 'bot-with-password', tenantId };

test('a password brings a token of the tenant for the Bot Connector', async () => {
  expect(await ownToken({ ...single, password: 'open sesame' })).toBe('our token');
  expect(Object.fromEntries(signedIn())).toMatchObject({
    client_id: 'bot-with-password',
    client_secret: 'open sesame',
    grant_type: 'client_credentials',
    scope: expect.stringContaining('https://api.botframework.com/.default'),
  });
});

test('a certificate signs what brings the token, and its key stays here', async () => {
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const id = 'bot-with-certificate';
  const token = await ownToken({ ...single, id, certificate: { thumbprint, privateKey: pem } });
  expect(token).toBe('our token');
  const assertion = signedIn().get('client_assertion') ?? '';
  expect(verify(assertion, publicKey, { clockTolerance: 60 })).toMatchObject({ iss: id, sub: id });
  expect(decode(assertion, { complete: true })?.header).toMatchObject({
    x5t: Buffer.from(thumbprint, 'hex').toString('base64url'),
  });
  expect(signedIn().has('client_secret')).toBe(false);
});

test('a managed identity asks the App Service it runs on', async () => {
  const expires = Math.floor(Date.now() / 1_000) + 3_600;
  azure.behave({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      access_token: 'our token',
      expires_on: String(expires),
      resource: 'https://api.botframework.com',
      token_type: 'Bearer',
      client_id: 'managed-bot',
    }),
  });
  process.env.IDENTITY_ENDPOINT = `${azure.url}/msi/token`;
  process.env.IDENTITY_HEADER = 'header of the host';
  expect(await ownToken({ type: 'UserAssignedMSI', id: 'managed-bot', tenantId })).toBe(
    'our token',
  );
  const [asked] = azure.asked;
  const url = new URL(asked?.path ?? '', azure.url);
  expect(url.pathname).toBe('/msi/token');
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    resource: 'https://api.botframework.com',
    client_id: 'managed-bot',
  });
  expect(asked?.headers['x-identity-header']).toBe('header of the host');
});

test('a refusal of the directory is told with its code', async () => {
  azure.behave((asked) =>
    asked.method === 'POST'
      ? {
          status: 401,
          body: JSON.stringify({
            error: 'invalid_client',
            error_description: 'AADSTS7000215: Invalid client secret provided.',
          }),
        }
      : directoryOf(tenantId)(asked),
  );
  await expect(ownToken({ ...single, id: 'refused-bot', password: 'x' })).rejects.toThrow(
    /AADSTS7000215/,
  );
});
