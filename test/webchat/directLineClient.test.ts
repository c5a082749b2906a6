import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import WebSocket from 'ws';
import { beginBy, callTo, until } from '../support/chat';
import { FetchXhr } from '../support/fetchXhr';
import { aServer, type TestServer } from '../support/server';
import { aFolder } from '../support/stores';

// The client looks for both where a browser has them.
Object.assign(globalThis, { XMLHttpRequest: FetchXhr, WebSocket });

let server: TestServer;
let folder: { path: string; remove: () => Promise<void> };
beforeEach(async () => {
  folder = await aFolder();
  server = await aServer({ dataDir: folder.path });
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.leave();
  await server.stop();
  await folder.remove();
});

interface Client {
  readonly line: DirectLine;
  readonly activities: Activity[];
  readonly statuses: ConnectionStatus[];
  /** The id it got, or "retry". */
  readonly say: (text: string, more?: object) => Promise<string>;
  readonly leave: () => void;
}

const clients: Client[] = [];

/** Reconnects after a tenth of a second instead of 3 to 15. */
const soon = { random: () => -0.24, timeout: 500 };

const aClient = (options: object): Client => {
  const line = new DirectLine({ domain: `${server.url}/v3/directline`, ...soon, ...options });
  const activities: Activity[] = [];
  const statuses: ConnectionStatus[] = [];
  line.connectionStatus$.subscribe((status) => statuses.push(status));
  const reading = line.activity$.subscribe({
    next: (activity) => activities.push(activity),
    error: () => undefined,
  });
  const client: Client = {
    line,
    activities,
    statuses,
    say: (text, more = {}) =>
      new Promise((resolve, reject) => {
        const activity: Activity = { type: 'message', text, from: { id: 'me' }, ...more };
        line.postActivity(activity).subscribe(resolve, reject);
      }),
    leave: () => {
      reading.unsubscribe();
      line.end();
    },
  };
  clients.push(client);
  return client;
};

const mint = async (cookie?: string) => {
  const given = cookie === undefined ? {} : { cookie };
  const { body, ...rest } = await callTo(server.url)('POST', '/api/webchat/token', {
    body: {},
    ...given,
  });
  return { ...body, ...rest };
};

/** Who got a mail, once somebody did. */
const mailsTo = async (): Promise<readonly string[]> => {
  for (;;) {
    const response = await fetch(`${server.url}/dev/outbox.json`);
    const mails: readonly { readonly to: string }[] = await response.json();
    if (mails.length > 0) return mails.map(({ to }) => to);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const textsOf = ({ activities }: Client) =>
  activities.map((activity) => (activity.type === 'message' ? activity.text : ''));
const idsOf = ({ activities }: Client) => activities.map(({ id }) => id);
const has = (client: Client, count: number) => until(() => client.activities.length >= count);

test.each([
  { how: 'by socket', webSocket: true },
  { how: 'by polling', webSocket: false, pollingInterval: 200 },
])('the real client is greeted, heard and answered $how', async (options) => {
  const { token } = await mint();
  const client = aClient({ token, conversationStartProperties: { locale: 'en-CA' }, ...options });
  await has(client, 1);
  expect(client.statuses.at(-1)).toBe(ConnectionStatus.Online);
  expect(textsOf(client)[0]).toMatch(/^Hello!/);

  const id = await client.say('my name is Jane Tremblay', {
    channelData: { clientActivityID: 'client-1' },
  });
  await has(client, 3);
  const [, echo, answer] = client.activities;
  expect(echo).toMatchObject({
    id,
    text: 'my name is Jane Tremblay',
    from: { id: expect.stringMatching(/^dl_/), role: 'user' },
    channelData: { clientActivityID: 'client-1' },
  });
  expect(answer).toMatchObject({ from: { role: 'bot' }, replyToId: id });
  expect(textsOf(client)[2]).toContain('Jane Tremblay');
});

test('the real client is greeted in French unless it says otherwise', async () => {
  const client = aClient({ token: (await mint()).token });
  await has(client, 1);
  expect(textsOf(client)[0]).toMatch(/^Bonjour/);
});

test('the real client gets the same history after a reload, and goes on', async () => {
  const { token, cookie } = await mint();
  const before = aClient({ token });
  await has(before, 1);
  await before.say('bonjour');
  await has(before, 3);
  before.leave();

  const again = await mint(cookie);
  const after = aClient({ token: again.token, conversationId: again.conversationId });
  await has(after, before.activities.length);
  expect(idsOf(after)).toEqual(idsOf(before));
  await after.say('je m’appelle Zoé Tremblay');
  await has(after, before.activities.length + 2);
  expect(textsOf(after).at(-1)).toContain('Zoé Tremblay');
});

test('two tabs of one conversation show the same', async () => {
  const { token, cookie } = await mint();
  const one = aClient({ token });
  await has(one, 1);
  const again = await mint(cookie);
  const two = aClient({ token: again.token, conversationId: again.conversationId });
  await two.say('bonjour');
  await Promise.all([has(one, 3), has(two, 3)]);
  expect(idsOf(two)).toEqual(idsOf(one));
});

test('a restart of the server loses nothing and shows nothing twice', async () => {
  const client = aClient({ token: (await mint()).token });
  await has(client, 1);
  await client.say('je m’appelle Zoé Tremblay');
  await has(client, 3);

  const { port } = new URL(server.url);
  await server.stop();
  expect(await client.say('perdu')).toBe('retry');
  server = await aServer({ dataDir: folder.path, port: Number(port) });
  await client.say('514 555-0142');
  await has(client, 5);
  expect(textsOf(client).at(-1)).toContain('514');
  expect(new Set(idsOf(client)).size).toBe(client.activities.length);
});

test('a client that has read more than there is gets everything', async () => {
  const { token, conversationId } = await beginBy(callTo(server.url));
  const client = aClient({ token, conversationId, watermark: '999' });
  await has(client, 1);
  expect(textsOf(client)[0]).toMatch(/^Bonjour/);
});

test('a token that is no good makes the client ask the page for another', async () => {
  const { conversationId } = await beginBy(callTo(server.url));
  const client = aClient({ token: 'abc', conversationId });
  await until(() => client.statuses.includes(ConnectionStatus.FailedToConnect));
  const { token } = await mint();
  const fresh = aClient({ token });
  await has(fresh, 1);
});

test('a whole registration by socket sends one activation mail', async () => {
  const client = aClient({
    token: (await mint()).token,
    conversationStartProperties: { locale: 'en' },
  });
  await has(client, 1);
  for (const text of [
    'start',
    'Jane Tremblay, 12 Maple Street, Laval QC H7A 1A1, jane@example.org, 514 555-0142',
    'I accept',
    'GNX130001',
    'no',
    'confirm',
  ]) {
    const before = client.activities.length;
    await client.say(text);
    await has(client, before + 2);
  }
  expect(await mailsTo()).toEqual(['jane@example.org']);
});

test('a request from outside that names our conversations reaches none', async () => {
  const { conversationId, path, token } = await beginBy(callTo(server.url));
  const activity = {
    type: 'message',
    id: 'x',
    text: 'hello',
    channelId: 'webchat',
    conversation: { id: conversationId },
    from: { id: 'dl_somebody' },
    recipient: { id: 'assistant' },
  };
  for (const serviceUrl of ['https://webchat.invalid/', 'https://WEBCHAT.invalid:443/other']) {
    const { status } = await server.post({ ...activity, serviceUrl });
    expect(status).toBe(400);
  }
  const { body } = await callTo(server.url)('GET', `${path}/activities`, { token });
  expect(body.activities).toHaveLength(1);
});
