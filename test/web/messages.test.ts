import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { beginBy, callTo } from '../support/chat';
import { aServer, type TestServer } from '../support/server';

let server: TestServer;

beforeAll(async () => {
  server = await aServer();
});

afterAll(() => server.stop());

const message = (activity: object = {}) => ({
  type: 'message',
  id: randomUUID(),
  channelId: 'emulator',
  conversation: { id: 'bodies' },
  from: { id: 'person' },
  text: 'bonjour',
  deliveryMode: 'expectReplies',
  ...activity,
});

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

test.each([
  ['nothing', ''],
  ['broken JSON', '{"type":'],
  ['text', 'hello'],
  ['null', 'null'],
  ['a list', '[]'],
  ['an empty object', '{}'],
  ['an activity without a conversation', { type: 'message', text: 'bonjour' }],
  ['a type that is no word', message({ type: { a: 1 } })],
  ['a text that is no text', message({ text: { a: 1 } })],
  ['a conversation without an id', message({ conversation: {} })],
  ['members that are no list', message({ type: 'conversationUpdate', membersAdded: 'all' })],
  ['nowhere to answer', message({ deliveryMode: 'normal' })],
  ['a service address that is none', message({ serviceUrl: 'file:///etc/passwd' })],
  ['5,000 levels', `{"type":"message","value":${deep(5_000)}}`],
])('%s is refused with a plain 4xx', async (_, body) => {
  const response = await server.post(body);
  const answer = await response.text();
  expect(response.status).toBe(400);
  expect(Object.keys(JSON.parse(answer))).toEqual(['error']);
  expect(answer.length).toBeLessThan(60);
});

test('nobody speaks in a web chat who only knows which it is', async () => {
  const call = callTo(server.url);
  const { conversationId, path, token } = await beginBy(call);
  const said = () => call('GET', `${path}/activities`, { token });
  const before = await said();
  const response = await server.post(
    message({ channelId: 'webchat', conversation: { id: conversationId }, text: 'Zoé Tremblay' }),
  );
  expect([response.status, await response.json()]).toEqual([403, { error: 'forbidden' }]);
  const elsewhere = message({ channelId: 'directline', conversation: { id: conversationId } });
  expect((await server.post(elsewhere)).status).toBe(200);
  expect((await said()).body).toEqual(before.body);
});

test('a body of 2 MB is refused as too large', async () => {
  const response = await server.post(message({ text: 'a'.repeat(2_000_000) }));
  expect(response.status).toBe(413);
});

test('a body that is not declared as JSON is refused', async () => {
  const response = await server.post(message(), { 'content-type': 'text/plain' });
  expect(response.status).toBe(415);
});

test('a caller behind a proxy is refused without an identity', async () => {
  const response = await server.post(message(), { 'x-forwarded-for': '203.0.113.9' });
  expect(response.status).toBe(401);
});

test('a page whose name was pointed at this machine is refused', async () => {
  const status = await new Promise((resolve) => {
    const request = httpRequest(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { host: 'evil.example.org', 'content-type': 'application/json' },
    });
    request.on('response', (response) => resolve(response.statusCode));
    request.end(JSON.stringify(message()));
  });
  expect(status).toBe(401);
});

test('a page of another origin may not post', async () => {
  const response = await server.post(message(), { origin: 'https://evil.example.org' });
  expect(response.status).toBe(403);
});

test.each([
  ['a text of 100 KB', { text: 'a '.repeat(50_000) }, /trop long/],
  ['an empty text', { text: '' }, /compris|inscri/],
  ['only emoji', { text: '🙂🙂🙂' }, /symboles|inscri/],
  ['control characters', { text: '\u0000\u0001\u0007' }, /compris|inscri/],
  ['no text at all', { text: undefined }, /compris|inscri/],
  [
    'an unknown card action',
    { value: { card: 'bomb', at: 1, action: 'explode' } },
    /compris|inscri/,
  ],
  [
    'card values of wrong types',
    { text: '', value: { card: 'details', at: 1, action: 'continue', email: { a: 1 } } },
    /fiche|compris|inscri/,
  ],
  ['a list as card value', { text: '', value: [1, 2, 3] }, /compris|inscri/],
  [
    'polluting keys',
    { text: '', value: '{"__proto__":{"email":"a@example.org"}}' },
    /compris|inscri/,
  ],
])('%s gets a sentence in the language of the person', async (_, activity, sentence) => {
  const conversation = { id: randomUUID() };
  await server.say({ conversation, id: randomUUID(), text: 'bonjour', locale: 'fr-CA' });
  const replies = await server.say({
    conversation,
    id: randomUUID(),
    locale: 'fr-CA',
    ...activity,
  });
  expect(replies.map(({ text }) => text).join(' ')).toMatch(sentence);
});

const markup = [
  '<img src=x onerror=alert(1)>',
  '[cliquez](https://evil.example.org)',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what a hostile person types
  '${$root.secret}',
  '{{DATE(2020-01-01T00:00:00Z)}}',
];

test.each(markup)('%s in a name never comes back as markup', async (text) => {
  const conversation = { id: randomUUID() };
  const send = (activity: object) => server.say({ conversation, id: randomUUID(), ...activity });
  await send({ text: 'commencer' });
  const replies = await send({ text });
  for (const reply of replies) expect(reply).toHaveProperty('textFormat', 'plain');
  expect(JSON.stringify(replies.map(({ attachments }) => attachments))).not.toContain(text);
});

test.each([
  'messageReaction',
  'typing',
  'event',
  'endOfConversation',
  'messageDelete',
  'contactRelationUpdate',
  'deleteUserData',
  'handoff',
  'somethingNew',
])('an activity of type %s is taken without an answer', async (type) => {
  expect(await server.say({ type, id: randomUUID(), conversation: { id: randomUUID() } })).toEqual(
    [],
  );
});

test.each(['emulator', 'msteams'])(
  'an arrival in %s is greeted once, however it is announced',
  async (channelId) => {
    const conversation = { id: randomUUID() };
    const arrive = (activity: object) =>
      server.say({ channelId, conversation, id: randomUUID(), ...activity });
    const greetings = [
      await arrive({ type: 'installationUpdate', action: 'add' }),
      await arrive({ type: 'conversationUpdate', membersAdded: [{ id: 'bot' }] }),
      await arrive({ type: 'conversationUpdate', membersAdded: [{ id: 'person' }] }),
      await arrive({ type: 'conversationUpdate', membersAdded: [{ id: 'person' }, { id: 'bot' }] }),
    ];
    expect(greetings.map((replies) => replies.length)).toEqual([1, 0, 0, 0]);
  },
);

test('an uninstallation is not greeted', async () => {
  const conversation = { id: randomUUID() };
  expect(await server.say({ type: 'installationUpdate', action: 'remove', conversation })).toEqual(
    [],
  );
});
