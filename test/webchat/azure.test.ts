import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aChat, type ChatStage } from '../support/chat';

interface Call {
  readonly line: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

const calls: Call[] = [];
let hangs = false;
let answers: { readonly status: number; readonly body: unknown }[] = [];
let azure: Server;
let base = '';
let stage: ChatStage;

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const text = Buffer.concat(await request.toArray()).toString();
  return text === '' ? undefined : JSON.parse(text);
};

beforeEach(async () => {
  calls.length = 0;
  answers = [];
  hangs = false;
  azure = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const { authorization } = headers;
    calls.push({ line: `${method} ${url}`, authorization, body: await bodyOf(request) });
    if (hangs) return;
    const { status, body } = answers.shift() ?? { status: 500, body: 'nothing prepared' };
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((done) => azure.listen(0, '127.0.0.1', done));
  const { port } = azure.address() as AddressInfo; // node's type leaves the pipe's string open
  base = `http://127.0.0.1:${port}/v3/directline`;
  stage = await aChat({
    azure: { secret: 'the secret', base, timeoutMs: 500 },
    publicUrl: 'https://portal.example.org',
  });
});
afterEach(async () => {
  await stage.stop();
  azure.closeAllConnections();
  await new Promise((done) => azure.close(done));
});

const generated = {
  status: 200,
  body: { conversationId: 'abc-def|1', token: 'azure token', expires_in: 3600 },
};
const mint = (cookie?: string, body: object = {}) =>
  stage.call('POST', '/api/webchat/token', { body, ...(cookie === undefined ? {} : { cookie }) });

test('exchanges the secret for a token that only our pages can use', async () => {
  answers = [generated];
  const { status, body } = await mint();
  expect(status).toBe(200);
  expect(body).toEqual({ token: 'azure token', domain: base });
  expect(calls).toEqual([
    {
      line: 'POST /v3/directline/tokens/generate',
      authorization: 'Bearer the secret',
      body: {
        user: { id: expect.stringMatching(/^dl_./) },
        trustedOrigins: ['https://portal.example.org'],
      },
    },
  ]);
});

test('finds back to a conversation of before, as long as Azure knows it', async () => {
  answers = [
    generated,
    { status: 200, body: { conversationId: 'abc-def|1', token: 'newer token', streamUrl: 'x' } },
    { status: 404, body: {} },
    { status: 200, body: { conversationId: 'other', token: 'other token' } },
  ];
  const { cookie } = await mint();
  const back = await mint(cookie);
  expect(back.body).toEqual({ token: 'newer token', conversationId: 'abc-def|1', domain: base });
  expect(calls[1]).toMatchObject({
    line: 'GET /v3/directline/conversations/abc-def%7C1',
    authorization: 'Bearer the secret',
  });
  const gone = await mint(cookie);
  expect(gone.body).toEqual({ token: 'other token', domain: base });
  expect(gone.cookie).not.toBe(cookie);
});

test('begins anew when asked to', async () => {
  answers = [generated, generated];
  const { cookie } = await mint();
  await mint(cookie, { startOver: true });
  expect(calls.map(({ line }) => line)).toEqual([
    'POST /v3/directline/tokens/generate',
    'POST /v3/directline/tokens/generate',
  ]);
});

test.each([
  { what: 'a refusal', answer: { status: 403, body: { error: 'the secret is wrong' } } },
  { what: 'an error', answer: { status: 500, body: 'internal' } },
  { what: 'no JSON', answer: { status: 200, body: '<html>' } },
  { what: 'no token', answer: { status: 200, body: { conversationId: 'abc' } } },
])('says that the chat is not available when Azure gives $what', async ({ answer }) => {
  answers = [answer];
  const { status, body, cookie } = await mint();
  expect({ status, body, cookie }).toEqual({
    status: 502,
    body: { error: 'unavailable' },
    cookie: '',
  });
  expect(JSON.stringify(stage.events)).not.toContain('secret');
  expect(stage.events).toHaveLength(1);
});

test('says that the chat is not available when Azure cannot be reached', async () => {
  azure.closeAllConnections();
  await new Promise((done) => azure.close(done));
  expect((await mint()).status).toBe(502);
});

test('says that the chat is not available when Azure takes too long', async () => {
  hangs = true;
  expect((await mint()).status).toBe(502);
  expect(stage.events).toMatchObject([{ event: 'webChat.azureFailed' }]);
});

test('a conversation of before is not lost while Azure is away', async () => {
  answers = [
    generated,
    { status: 503, body: {} },
    { status: 200, body: { conversationId: 'abc-def|1', token: 'newer token' } },
  ];
  const { cookie } = await mint();
  expect((await mint(cookie)).status).toBe(502);
  expect((await mint(cookie)).body).toMatchObject({ conversationId: 'abc-def|1' });
});

test('limits newcomers without asking Azure', async () => {
  answers = Array.from({ length: 60 }, () => generated);
  for (let count = 0; count < 60; count += 1) expect((await mint()).status).toBe(200);
  expect((await mint()).status).toBe(429);
  expect(calls).toHaveLength(60);
});

test('leaves our own Direct Line off', async () => {
  const { status } = await stage.call('POST', '/v3/directline/conversations', { body: {} });
  expect(status).toBe(404);
});
