import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Server } from 'restify';
import type { Answer, Incoming } from '../../src/bot/messages';
import type { OutboxMail } from '../../src/services/sendMail';
import { makeServer } from '../../src/web/server';
import { aLog } from '../support/aLog';

const mails: readonly OutboxMail[] = [
  {
    id: 'registration-1.activation-1',
    to: 'jane@example.org',
    subject: 'Activez <votre> compte',
    html: '<!doctype html><p style="color: red">Bonjour <script>alert(1)</script></p>',
    text: 'Bonjour </pre><script>alert(1)</script>',
    state: 'accepted',
    createdAt: '2026-11-24T12:00:00.000Z',
  },
];

const { log, events } = aLog();
const heard: Incoming[] = [];
const messages = async (incoming: Incoming): Promise<Answer> => {
  heard.push(incoming);
  if (JSON.stringify(incoming.body) === '"fail"')
    throw new TypeError('jane@example.org said a secret');
  return JSON.stringify(incoming.body) === '"silent"'
    ? { status: 202 }
    : { status: 200, body: { heard: incoming.body } };
};

const publicUrl = 'https://portal.example.org';
const started: Server[] = [];
let base = '';
let bare = '';

const start = async (server: Server): Promise<string> => {
  started.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // restify's type leaves the pipe's string open
  return `http://127.0.0.1:${port}`;
};

beforeAll(async () => {
  base = await start(makeServer({ log, publicUrl, messages, outbox: async () => mails }));
  bare = await start(makeServer({ log, publicUrl, messages }));
});

afterAll(() =>
  Promise.all(started.map((server) => new Promise<void>((done) => server.close(done)))),
);

const get = (path: string, headers: Record<string, string> = {}) => fetch(base + path, { headers });
const page = (path: string, headers: Record<string, string> = {}) =>
  get(path, { accept: 'text/html', ...headers });
const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
  fetch(`${base}/api/messages`, {
    method: 'POST',
    body: typeof body === 'string' ? body : new Uint8Array(body),
    headers: { 'content-type': 'application/json', ...headers },
  });

test('says that it is alive', async () => {
  const response = await get('/healthz');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: 'ok' });
});

test.each([
  { path: '/terms', accepts: '', says: 'Modalités de gestion des comptes' },
  { path: '/terms', accepts: 'en-CA,en;q=0.9,fr;q=0.8', says: 'Account management terms' },
  { path: '/terms', accepts: 'en;q=0.5, fr-CA;q=0.9', says: 'Modalités de gestion des comptes' },
  { path: '/terms', accepts: 'en;q=0', says: 'Modalités de gestion des comptes' },
  { path: '/terms', accepts: 'de, es;q=0.9', says: 'Modalités de gestion des comptes' },
  { path: '/terms', accepts: 'de, EN-gb;q=0.2', says: 'Account management terms' },
  { path: '/terms?lang=en', accepts: 'fr', says: 'Account management terms' },
  { path: '/terms?lang=FR', accepts: 'en', says: 'Modalités de gestion des comptes' },
  { path: '/terms?lang=klingon', accepts: 'en', says: 'Account management terms' },
  { path: '/terms?lang=', accepts: ';;;q=x,,', says: 'Modalités de gestion des comptes' },
])(
  'shows the terms at $path to a browser that prefers "$accepts" as $says',
  async ({ path, accepts, says }) => {
    const response = await page(path, { 'accept-language': accepts });
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain(`<h1>${says}</h1>`);
  },
);

test.each(['/terms', '/terms?lang=en', '/dev/outbox', '/nowhere', '/nowhere?lang=en'])(
  'gives %s one heading, a language, its stylesheet and links that lead somewhere',
  async (path) => {
    const text = await (await page(path)).text();
    expect(text.match(/<h1/g)).toHaveLength(1);
    expect(text).toMatch(/^<!doctype html><html lang="(?:fr|en)">/);
    expect(text).not.toMatch(/href="(?:|#|javascript:[^"]*)"/);
    expect(text).not.toMatch(/ style="|<style|<script/);
    const [, stylesheet = ''] = /rel="stylesheet" href="([^"]+)"/.exec(text) ?? [];
    expect((await get(stylesheet)).status).toBe(200);
  },
);

test.each(['/terms', '/healthz', '/nowhere', '/dev/outbox'])(
  'sends the headers of a strict page with %s',
  async (path) => {
    const { headers } = await page(path);
    const policy = headers.get('content-security-policy');
    for (const directive of ['base-uri', 'form-action', 'frame-ancestors'])
      expect(policy).toContain(directive);
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('server')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  },
);

test('answers HEAD like GET, without the body', async () => {
  const head = await fetch(`${base}/terms`, { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(await head.text()).toBe('');
  expect(head.headers.get('content-type')).toBe('text/html; charset=utf-8');
});

test('lets browsers keep the stylesheet, packed or not', async () => {
  const [, path = ''] =
    /rel="stylesheet" href="([^"]+)"/.exec(await (await page('/terms')).text()) ?? [];
  const packed = await get(path, { 'accept-encoding': 'gzip' });
  const plain = await get(path, { 'accept-encoding': 'identity' });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(packed.headers.get('cache-control')).toContain('immutable');
  expect(packed.headers.get('vary')).toBe('Accept-Encoding');
  expect(await packed.text()).toBe(await plain.text());
});

test.each([
  { path: '/nowhere', says: "Cette page n'existe pas" },
  { path: '/nowhere?lang=en', says: 'This page does not exist' },
  { path: '/login', says: "Cette page n'existe pas" },
  { path: '//evil.example', says: "Cette page n'existe pas" },
  { path: '/%E0%A4%A', says: "Cette page n'existe pas" },
  { path: '/terms/../../package.json', says: "Cette page n'existe pas" },
  { path: '/<script>alert(1)</script>', says: "Cette page n'existe pas" },
])(
  'answers 404 to $path, in words to a browser and in a word to a program',
  async ({ path, says }) => {
    const shown = await page(path);
    expect(shown.status).toBe(404);
    const text = await shown.text();
    expect(text).toContain(`<h1>${says}</h1>`);
    expect(text).not.toMatch(/evil|alert/);
    const told = await get(path);
    expect(told.status).toBe(404);
    expect(await told.json()).toEqual({ error: 'notFound' });
  },
);

test('refuses another method', async () => {
  const response = await fetch(`${base}/terms`, { method: 'PUT' });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, HEAD');
});

test('hands an activity on, with who speaks', async () => {
  const response = await post('{"type":"message"}', { authorization: 'Bearer x' });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ heard: { type: 'message' } });
  expect(heard.at(-1)).toEqual({
    body: { type: 'message' },
    authorization: 'Bearer x',
    local: true,
  });
});

test('does not take a caller behind a proxy for a local one', async () => {
  await post('{}', { 'x-forwarded-for': '203.0.113.7' });
  expect(heard.at(-1)).toMatchObject({ authorization: '', local: false });
});

test('answers without a body when there is none', async () => {
  const response = await post('"silent"');
  expect(response.status).toBe(202);
  expect(await response.text()).toBe('');
});

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

test.each([
  { what: 'broken JSON', body: '{"secret words', status: 400, error: 'broken' },
  { what: 'no body', body: '', status: 400, error: 'broken' },
  { what: '65 levels', body: nested(65), status: 400, error: 'tooDeep' },
  { what: '100,000 levels', body: nested(100_000), status: 400, error: 'tooDeep' },
  { what: 'more than 256 KB', body: `"${'x'.repeat(256 * 1024)}"`, status: 413, error: 'tooLarge' },
  { what: '2 MB', body: `"${'x'.repeat(2_000_000)}"`, status: 413, error: 'tooLarge' },
  { what: 'text', body: 'a=b', type: 'text/plain', status: 415, error: 'notJson' },
  {
    what: 'a form',
    body: 'a=b',
    type: 'application/x-www-form-urlencoded',
    status: 415,
    error: 'notJson',
  },
  { what: 'a damaged gzip', body: 'x', encoding: 'gzip', status: 415, error: 'notJson' },
  {
    what: 'a gzip bomb',
    body: gzipSync(Buffer.alloc(50_000_000)),
    encoding: 'gzip',
    status: 415,
    error: 'notJson',
  },
])('refuses $what with $status and a word', async ({ body, type, encoding, status, error }) => {
  const before = heard.length;
  const response = await post(body, {
    ...(type !== undefined && { 'content-type': type }),
    ...(encoding !== undefined && { 'content-encoding': encoding }),
  });
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ error });
  expect(heard).toHaveLength(before);
});

test.each([
  { what: '64 levels', body: nested(64) },
  { what: '200 KB', body: `"${'x'.repeat(200_000)}"` },
  { what: 'null', body: 'null' },
])('accepts $what', async ({ body }) => {
  expect((await post(body, { 'content-type': 'application/json; charset=utf-8' })).status).toBe(
    200,
  );
});

test('tells nobody what an exception said, and logs it without its words', async () => {
  const response = await post('"fail"');
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({ error: 'failed' });
  expect(events.at(-1)).toEqual({ event: 'web.failed', path: '/api/messages', error: 'TypeError' });
});

test.each([
  { origin: 'https://evil.example', status: 403 },
  { origin: 'null', status: 403 },
  { origin: publicUrl, status: 200 },
])('answers $status to a post from a page of $origin', async ({ origin, status }) => {
  expect((await post('{}', { origin })).status).toBe(status);
});

test('accepts a post from a page of its own host', async () => {
  expect((await post('{}', { origin: base })).status).toBe(200);
});

test('lists the outbox as JSON that nobody keeps', async () => {
  const response = await get('/dev/outbox.json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toEqual(mails);
});

test('shows mails of the outbox as text and in a frame where nothing runs', async () => {
  const response = await page('/dev/outbox');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const text = await response.text();
  expect(text).toContain('Activez &lt;votre> compte');
  expect(text).toContain('Bonjour &lt;/pre>&lt;script>alert(1)&lt;/script>');
  expect(text).toContain('src="/dev/outbox/mail?id=registration-1.activation-1"');
  const frame = await get('/dev/outbox/mail?id=registration-1.activation-1');
  expect(await frame.text()).toBe(mails[0]?.html);
  const policy = frame.headers.get('content-security-policy');
  expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; script-src 'none'/);
  expect(policy).not.toContain('unsafe');
  expect(frame.headers.get('cache-control')).toBe('no-store');
});

test.each(['/dev/outbox', '/dev/outbox.json', '/dev/outbox/mail?id=registration-1.activation-1'])(
  'hides %s from callers elsewhere and where there is no local outbox',
  async (path) => {
    expect((await get(path, { 'x-forwarded-for': '203.0.113.7' })).status).toBe(404);
    expect((await fetch(bare + path)).status).toBe(404);
  },
);

test('answers 404 for a mail that is not there', async () => {
  expect((await get('/dev/outbox/mail?id=nobody')).status).toBe(404);
});
