import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Server } from 'restify';
import type { MailEvent } from '../../src/domain/mailEvent';
import { sendgridEvents } from '../../src/web/sendgridEvents';
import { makeServer } from '../../src/web/server';
import { aLog } from '../support/aLog';
import { anEvent, anotherKey, signatureOf, webhookKey } from '../support/signedEvents';

const { log, events: logged } = aLog();
const heard: MailEvent[] = [];
const trouble = { away: false };
const mailEvents = async (events: readonly MailEvent[]) => {
  if (trouble.away) throw new RangeError('jane@example.org');
  heard.push(...events);
};

let server: Server;
let url = '';

beforeAll(async () => {
  server = makeServer({
    log,
    publicUrl: 'http://portal.test',
    messages: async () => ({ status: 404 }),
    mailEvents: sendgridEvents({ publicKey: webhookKey, mailEvents, log }),
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // restify's type leaves the pipe's string open
  url = `http://127.0.0.1:${port}/api/sendgrid/events`;
});
afterAll(() => new Promise<void>((done) => server.close(() => done())));
beforeEach(() => {
  heard.length = 0;
  logged.length = 0;
});

const post = async (body: string, headers: Readonly<Record<string, string>> = signatureOf(body)) =>
  (await fetch(url, { method: 'POST', body, headers })).status;

const mailId = 'registration-1.activation-1';

test.each([
  ['processed', [{ mailId, state: 'accepted' }]],
  ['deferred', [{ mailId, state: 'accepted' }]],
  ['delivered', [{ mailId, state: 'delivered' }]],
  ['open', [{ mailId, state: 'delivered' }]],
  ['spamreport', [{ mailId, state: 'delivered' }]],
  ['bounce', [{ mailId, state: 'bounced', reason: '550 5.1.1 unknown user' }]],
  ['dropped', [{ mailId, state: 'dropped', reason: '550 5.1.1 unknown user' }]],
  ['unsubscribe', []],
  ['constructor', []],
  ['__proto__', []],
])('understands "%s"', async (event, understood) => {
  const more = { reason: '550 5.1.1\r\n\u202eunknown  user' };
  expect(await post(JSON.stringify([anEvent(event, mailId, more)]))).toBe(200);
  expect(heard).toEqual(understood);
});

test('takes a batch in which other things stand too', async () => {
  const others = [
    null,
    7,
    'text',
    [],
    {},
    { event: 'delivered' },
    { event: 'delivered', mailId: 7 },
  ];
  const long = anEvent('delivered', 'x'.repeat(501));
  const body = JSON.stringify([...others, long, anEvent('delivered', mailId)]);
  expect(await post(body)).toBe(200);
  expect(heard).toEqual([{ mailId, state: 'delivered' }]);
});

test('takes the same batch again, also a day later', async () => {
  const body = JSON.stringify([anEvent('delivered', mailId)]);
  const old = signatureOf(body, { timestamp: '1000000000' });
  expect([await post(body, old), await post(body, old)]).toEqual([200, 200]);
});

test('checks the bytes as they came, not what they mean', async () => {
  const body = `[ ${JSON.stringify(anEvent('delivered', mailId))},\r\n {"é": "\\u00e9"} ]\r\n`;
  expect(await post(body)).toBe(200);
  expect(await post(body.trim(), signatureOf(body))).toBe(403);
});

const body = JSON.stringify([anEvent('delivered', mailId)]);
const good = signatureOf(body);

test.each([
  ['nothing', {}, 401],
  ['no signature', { ...good, 'X-Twilio-Email-Event-Webhook-Signature': '' }, 401],
  ['no timestamp', { ...good, 'X-Twilio-Email-Event-Webhook-Timestamp': '' }, 401],
  ['a strange timestamp', { ...good, 'X-Twilio-Email-Event-Webhook-Timestamp': '1e9' }, 401],
  ['another timestamp', { ...good, 'X-Twilio-Email-Event-Webhook-Timestamp': '1795521601' }, 403],
  ["another body's signature", signatureOf('[]'), 403],
  ["another key's signature", signatureOf(body, { key: anotherKey }), 403],
  ['no base64', { ...good, 'X-Twilio-Email-Event-Webhook-Signature': '%%%' }, 403],
  ['half a signature', { ...good, 'X-Twilio-Email-Event-Webhook-Signature': 'MEUCIQ==' }, 403],
  [
    'an endless signature',
    { ...good, 'X-Twilio-Email-Event-Webhook-Signature': 'M'.repeat(5_000) },
    401,
  ],
])('refuses %s', async (_, headers, status) => {
  expect(await post(body, headers)).toBe(status);
  expect(heard).toEqual([]);
});

test.each(['', 'no json', '{}', '"text"', '7', 'null'])(
  'refuses the signed body %j',
  async (given) => {
    expect(await post(given)).toBe(400);
  },
);

test('refuses more than 20 MB', async () => {
  expect(await post(`[${' '.repeat(20 * 1024 * 1024)}]`)).toBe(413);
});

test('asks for the batch again when it cannot be kept, and logs nothing of it', async () => {
  trouble.away = true;
  const status = await post(body);
  trouble.away = false;
  expect(status).toBe(503);
  expect(logged).toEqual([{ event: 'mail.eventsFailed', error: 'RangeError' }]);
});

test('takes 10,000 events at once without holding anybody up for long', async () => {
  const many = JSON.stringify(
    Array.from({ length: 10_000 }, (_, index) =>
      anEvent('delivered', `registration-${index}.activation-1`, { useragent: 'x'.repeat(200) }),
    ),
  );
  const headers = signatureOf(many);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  expect(await post(many, headers)).toBe(200);
  delay.disable();
  expect(heard).toHaveLength(10_000);
  expect(delay.max / 1e6).toBeLessThan(1_000);
});

test('is not there without a key', async () => {
  const bare = makeServer({
    log,
    publicUrl: 'http://portal.test',
    messages: async () => ({ status: 404 }),
  });
  await new Promise<void>((done) => bare.listen(0, '127.0.0.1', done));
  const { port } = bare.address() as AddressInfo; // restify's type leaves the pipe's string open
  const answer = await fetch(`http://127.0.0.1:${port}/api/sendgrid/events`, {
    method: 'POST',
    body,
    headers: good,
  });
  expect(answer.status).toBe(404);
  await new Promise<void>((done) => bare.close(() => done()));
});
