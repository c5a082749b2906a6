import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { inProcessServiceUrl } from '../../src/bot/inProcessAdapter';
import { aLog } from '../support/aLog';
import { anIssuer, aSigner, aToken } from '../support/issuer';
import { aServer, type TestServer } from '../support/server';

jest.setTimeout(30_000);

const botId = '6f5ca0e1-0d7a-4c8c-9c8b-2a4b8f6f0c11';
const tenantId = '0a6e1b6c-4f0b-4c49-8f1e-9d0c8a7e5f22';
const other = '99999999-4f0b-4c49-8f1e-9d0c8a7e5f22';
const serviceUrl = 'https://smba.example.org/ca/';

const signer = aSigner('current');
const directLineSigner = aSigner('directLine', ['directline']);
const universalSigner = aSigner('universal', []);
const stranger = aSigner('current');
const unpublished = aSigner('unpublished');

const { log, events } = aLog();
let issuer: Awaited<ReturnType<typeof anIssuer>>;
let server: TestServer;

beforeAll(async () => {
  issuer = await anIssuer([signer, directLineSigner, universalSigner]);
  server = await aProtectedServer();
});

afterAll(async () => {
  await server.stop();
  await issuer.stop();
});

beforeEach(() => {
  events.length = 0;
});

const aProtectedServer = () =>
  aServer({ bot: { type: 'SingleTenant', id: botId, password: 'p', tenantId } }, log, {
    cloud: issuer.cloud,
  });

const activity = (more: object = {}) => ({
  type: 'message',
  id: randomUUID(),
  text: 'bonjour',
  channelId: 'msteams',
  serviceUrl,
  conversation: { id: randomUUID(), tenantId },
  from: { id: 'person' },
  recipient: { id: 'bot' },
  deliveryMode: 'expectReplies',
  channelData: { tenant: { id: tenantId } },
  ...more,
});

const good = { aud: botId, serviceurl: serviceUrl };
const hour = 3_600;
const now = Math.floor(Date.now() / 1_000);

const post = (token: string, more: object = {}, to: TestServer = server) =>
  to.post(activity(more), token === '' ? {} : { authorization: token });

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = { iss: 'https://api.botframework.com', exp: now + hour, ...good };
const unsigned = `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
const withPublicKey = (() => {
  const head = `${part({ alg: 'HS256', typ: 'JWT', kid: 'current' })}.${part(claims)}`;
  const secret = signer.publicKey.export({ format: 'pem', type: 'spki' });
  return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
})();
const altered = (() => {
  const [head, , signature] = aToken(signer, good).split('.');
  return `${head}.${part({ ...claims, exp: now + 10 * hour })}.${signature}`;
})();

test.each<readonly [string, string, object]>([
  ['Teams', `Bearer ${aToken(signer, good)}`, {}],
  ['a caller who writes bearer small', `bearer ${aToken(signer, good)}`, {}],
  [
    'a channel whose clock is four minutes ahead',
    `Bearer ${aToken(signer, { ...good, nbf: now + 240 })}`,
    {},
  ],
  [
    'a token that ended four minutes ago',
    `Bearer ${aToken(signer, { ...good, exp: now - 240 })}`,
    {},
  ],
  [
    'Direct Line, with its own key',
    `Bearer ${aToken(directLineSigner, good)}`,
    { channelId: 'directline' },
  ],
  [
    'a key that says nothing of channels',
    `Bearer ${aToken(universalSigner, good)}`,
    { channelId: 'email' },
  ],
  [
    'a channel that has no tenants',
    `Bearer ${aToken(universalSigner, good)}`,
    { channelId: 'email', conversation: { id: 'e' }, channelData: null },
  ],
  [
    'the tenant in capitals',
    `Bearer ${aToken(signer, { ...good, tid: tenantId.toUpperCase() })}`,
    { conversation: { id: 'capitals', tenantId: tenantId.toUpperCase() } },
  ],
])('%s is answered', async (_, token, more) => {
  const response = await post(token, more);
  expect(response.status).toBe(200);
  const { activities } = await response.json();
  expect(activities.length).toBeGreaterThan(0);
  expect(events).toEqual([]);
});

test.each<readonly [string, string, string, object]>([
  ['no token', '', 'noToken', {}],
  ['another scheme', `Basic ${aToken(signer, good)}`, 'malformed', {}],
  ['no token behind its name', 'Bearer', 'malformed', {}],
  ['three words', 'Bearer a.b.c', 'malformed', {}],
  ['two tokens', `Bearer ${aToken(signer, good)} x`, 'malformed', {}],
  ['a token that is over', `Bearer ${aToken(signer, { ...good, exp: now - 400 })}`, 'expired', {}],
  [
    'a token that begins later',
    `Bearer ${aToken(signer, { ...good, nbf: now + 400 })}`,
    'notYetValid',
    {},
  ],
  [
    'a token without an end',
    `Bearer ${aToken(signer, { ...good, exp: undefined })}`,
    'noExpiry',
    {},
  ],
  ['a token for another bot', `Bearer ${aToken(signer, { ...good, aud: other })}`, 'audience', {}],
  [
    'a token for several',
    `Bearer ${aToken(signer, { ...good, aud: [botId, other] })}`,
    'audience',
    {},
  ],
  ['a token for nobody', `Bearer ${aToken(signer, { ...good, aud: undefined })}`, 'audience', {}],
  [
    'another issuer',
    `Bearer ${aToken(signer, { ...good, iss: 'https://evil.example.org' })}`,
    'issuer',
    {},
  ],
  [
    "another tenant's directory, as the Emulator's tokens come from one",
    `Bearer ${aToken(signer, { ...good, iss: `https://sts.windows.net/${other}/`, appid: botId })}`,
    'issuer',
    {},
  ],
  ['no signature', `Bearer ${unsigned}`, 'algorithm', {}],
  ['a signature made with the public key', `Bearer ${withPublicKey}`, 'algorithm', {}],
  ['claims changed after signing', `Bearer ${altered}`, 'signature', {}],
  ["a stranger's key by a known name", `Bearer ${aToken(stranger, good)}`, 'signature', {}],
  ['a key nobody knows', `Bearer ${aToken(unpublished, good)}`, 'unknownKey', {}],
  ['a key for another channel', `Bearer ${aToken(directLineSigner, good)}`, 'endorsement', {}],
  [
    'another service address',
    `Bearer ${aToken(signer, good)}`,
    'serviceUrl',
    { serviceUrl: 'https://evil.example.org/' },
  ],
  [
    'a token without a service address',
    `Bearer ${aToken(signer, { ...good, serviceurl: undefined })}`,
    'serviceUrl',
    {},
  ],
  ['no service address', `Bearer ${aToken(signer, good)}`, 'serviceUrl', { serviceUrl: undefined }],
  ["another tenant's token", `Bearer ${aToken(signer, { ...good, tid: other })}`, 'tenant', {}],
  [
    "another tenant's conversation",
    `Bearer ${aToken(signer, good)}`,
    'tenant',
    { conversation: { id: 'o', tenantId: other } },
  ],
  [
    "another tenant's data",
    `Bearer ${aToken(signer, good)}`,
    'tenant',
    { channelData: { tenant: { id: other } } },
  ],
])('%s is refused, and only the reason is logged', async (_, token, reason, more) => {
  const response = await post(token, more);
  expect(response.status).toBe(isAboutTheActivity(reason) ? 403 : 401);
  expect(await response.text()).toMatch(/^{"error":"(unauthorized|forbidden)"}$/);
  expect(events).toEqual([{ event: 'messages.refused', reason }]);
});

/** The token is a good one, for something else. */
const isAboutTheActivity = (reason: string): boolean =>
  ['endorsement', 'serviceUrl', 'tenant'].includes(reason);

test('strangers cannot make us ask for keys over and over, nor for any when the token alone shows what it is', async () => {
  await post(`Bearer ${aToken(signer, good)}`);
  const before = issuer.asked();
  for (let count = 0; count < 10; count += 1) {
    await post(`Bearer ${aToken({ ...unpublished, kid: `made-up-${count}` }, good)}`);
    await post(`Bearer ${unsigned}`);
    await post(`Bearer ${aToken(signer, { ...good, iss: 'https://evil.example.org' })}`);
  }
  expect(issuer.asked()).toBeLessThanOrEqual(before + 1);
});

test('a refused caller leaves nothing in the store', async () => {
  const conversation = { id: 'never-seen', tenantId };
  await post(`Bearer ${unsigned}`, { conversation });
  await post('', { conversation });
  const response = await post(`Bearer ${aToken(signer, good)}`, { conversation, text: 'oui' });
  const { activities } = await response.json();
  // The first one who gets through is greeted as somebody new.
  expect(JSON.stringify(activities)).toMatch(/inscription/i);
});

const withToken = () => ({ authorization: `Bearer ${aToken(signer, good)}` });
const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const long = (bytes: number) => JSON.stringify(activity({ text: 'a'.repeat(bytes) }));

test.each<readonly [string, string, Readonly<Record<string, string>>, number]>([
  ['2 MB', long(2_000_000), {}, 413],
  ['just over the limit', long(256 * 1_024), {}, 413],
  ['200 KB, a text that gets an answer', long(200_000), {}, 200],
  ['65 levels', JSON.stringify(activity()).replace(/}$/, `,"value":${deep(64)}}`), {}, 400],
  ['5,000 levels', JSON.stringify(activity()).replace(/}$/, `,"value":${deep(5_000)}}`), {}, 400],
  ['100,000 lists', '['.repeat(100_000), {}, 400],
  ['compressed', 'x', { 'content-encoding': 'gzip' }, 415],
  ['no JSON', long(10), { 'content-type': 'text/plain' }, 415],
])('%s as a body, with a good token', async (_, body, headers, status) => {
  const response = await server.post(body, { ...withToken(), ...headers });
  expect(response.status).toBe(status);
  const answer = await response.text();
  if (status === 200) expect(answer).toMatch(/inscription/);
  else expect(answer).toMatch(/^{"error":"\w+"}$/);
});

test.each([
  ['no token', ''],
  ['a token in which there is nothing', 'Bearer a.b.c'],
])('deep JSON with %s is refused', async (_, authorization) => {
  const response = await server.post(deep(5_000), authorization === '' ? {} : { authorization });
  expect([400, 401]).toContain(response.status);
});

test('a caller without a token is turned away before the body is sent', async () => {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.write(
    'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n',
  );
  const [first]: readonly unknown[] = await once(socket, 'data');
  socket.destroy();
  expect(String(first)).toMatch(/^HTTP\/1\.1 401 /);
});

test('while the keys cannot be had nobody is let in, the log tells why, and a good token works once they can', async () => {
  issuer.goAway();
  const late = await aProtectedServer();
  const refused = await post(`Bearer ${aToken(signer, good)}`, {}, late);
  expect(refused.status).toBe(401);
  expect((await post('', {}, late)).status).toBe(401);
  expect(events).toEqual([
    { event: 'messages.keysAway', error: 'Error' },
    { event: 'messages.refused', reason: 'keysAway' },
    { event: 'messages.refused', reason: 'noToken' },
  ]);
  issuer.comeBack();
  await late.stop();
  const recovered = await aProtectedServer();
  expect((await post(`Bearer ${aToken(signer, good)}`, {}, recovered)).status).toBe(200);
  await recovered.stop();
});

test.each([inProcessServiceUrl, 'https://WEBCHAT.invalid:443/x', 'https://webchat.invalid.:8443/'])(
  'the conversations of this process cannot be reached as %s, not even with a good token',
  async (url) => {
    const token = aToken(universalSigner, { ...good, serviceurl: url });
    const response = await post(`Bearer ${token}`, { serviceUrl: url, channelId: 'webchat' });
    expect(response.status).toBe(400);
  },
);
