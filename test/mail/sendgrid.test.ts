import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { makeSendgrid, type SendgridNeeds } from '../../src/mail/sendgrid';
import type { Outcome } from '../../src/services/sendMail';
import { aMail } from '../support/aMail';
import { noon } from '../support/clock';
import { type Behaviour, deadPort, httpStandIn } from '../support/httpStandIn';

const key = 'SG.a-key.of-letters';
let provider: Awaited<ReturnType<typeof httpStandIn>>;
beforeEach(async () => {
  provider = await httpStandIn({ status: 202 });
});
afterEach(() => provider.stop());

const sendgrid = (given: Partial<SendgridNeeds> = {}) =>
  makeSendgrid({
    apiKey: key,
    baseUrl: provider.url,
    clock: () => noon,
    // Long enough for a busy machine; what waits for it names a shorter one.
    timeoutMs: 5_000,
    ...given,
  });

const faults = (...fields: readonly unknown[]) =>
  JSON.stringify({
    errors: fields.map((field) => ({ message: 'no jane@example.org here', field, help: null })),
  });

const refused = (reason: string): Outcome => ({ kind: 'refused', reason });
const later = (reason: string, retryAfterMs?: number): Outcome => ({
  kind: 'later',
  reason,
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});
const ambiguous = (reason: string): Outcome => ({ kind: 'ambiguous', reason });

const inSeconds = (seconds: number) => String(noon.getTime() / 1_000 + seconds);

const rows: readonly (readonly [string, Behaviour, Outcome])[] = [
  ['202', { status: 202 }, { kind: 'accepted' }],
  ['200, the sandbox', { status: 200, body: '{}' }, { kind: 'accepted' }],
  ['201 with a body', { status: 201, body: '<html>' }, { kind: 'accepted' }],
  ['204', { status: 204 }, { kind: 'accepted' }],
  ['202 that breaks off', { torn: 202 }, { kind: 'accepted' }],
  ['202 without the promised body', { stalled: 202 }, { kind: 'accepted' }],
  [
    '400',
    { status: 400, body: faults('personalizations.0.to') },
    refused('HTTP 400 personalizations.0.to'),
  ],
  ['400 without a body', { status: 400 }, refused('HTTP 400')],
  ['400 that breaks off', { torn: 400 }, refused('HTTP 400')],
  ['400 without the promised body', { stalled: 400 }, refused('HTTP 400')],
  ['400 that is no JSON', { status: 400, body: '<h1>jane@example.org</h1>' }, refused('HTTP 400')],
  [
    '400 with strange fields',
    { status: 400, body: faults('from', null, 'jane@example.org', { a: 1 }, 'x'.repeat(99)) },
    refused('HTTP 400 from'),
  ],
  ['401', { status: 401, body: faults(null) }, refused('HTTP 401')],
  ['403', { status: 403, body: faults('from') }, refused('HTTP 403 from')],
  ['404', { status: 404, body: 'not found' }, refused('HTTP 404')],
  ['405', { status: 405 }, refused('HTTP 405')],
  ['413', { status: 413 }, refused('HTTP 413')],
  ['415', { status: 415 }, refused('HTTP 415')],
  ['429 without headers', { status: 429, body: faults(null) }, later('HTTP 429')],
  [
    '429 with seconds',
    { status: 429, headers: { 'Retry-After': '17' } },
    later('HTTP 429', 17_000),
  ],
  [
    '429 with a date',
    { status: 429, headers: { 'Retry-After': new Date(noon.getTime() + 9_000).toUTCString() } },
    later('HTTP 429', 9_000),
  ],
  [
    '429 with the time of the next quota',
    { status: 429, headers: { 'X-RateLimit-Reset': inSeconds(42) } },
    later('HTTP 429', 42_000),
  ],
  [
    '429 with both',
    { status: 429, headers: { 'Retry-After': '3', 'X-RateLimit-Reset': inSeconds(42) } },
    later('HTTP 429', 3_000),
  ],
  [
    '429 with nonsense',
    { status: 429, headers: { 'Retry-After': 'soon', 'X-RateLimit-Reset': '-1' } },
    later('HTTP 429'),
  ],
  [
    '429 with a time that is over',
    { status: 429, headers: { 'X-RateLimit-Reset': inSeconds(-60) } },
    later('HTTP 429'),
  ],
  ['500', { status: 500 }, later('HTTP 500')],
  ['502 of a proxy', { status: 502, body: '<html>' }, later('HTTP 502')],
  ['503 with seconds', { status: 503, headers: { 'Retry-After': '5' } }, later('HTTP 503', 5_000)],
  ['504', { status: 504 }, later('HTTP 504')],
  ['503 that breaks off', { torn: 503 }, later('HTTP 503')],
  ['a redirection', { status: 302, headers: { Location: '/elsewhere' } }, later('HTTP 302')],
  ['no answer', 'hang', ambiguous('time-out')],
  ['a reset', 'reset', ambiguous('ECONNRESET')],
  ['garbage', 'garbage', ambiguous('HPE_INVALID_CONSTANT')],
];

/** What no machine is too slow for, where nothing comes. */
const soon = { timeoutMs: 150 };

test.each(rows)('makes of %s what it means', async (_, behaviour, outcome) => {
  provider.behave(behaviour);
  expect(await sendgrid(behaviour === 'hang' ? soon : {}).send(aMail())).toEqual(outcome);
  expect(provider.asked).toHaveLength(1);
});

test.each([
  ['nobody listens', async () => `http://127.0.0.1:${await deadPort()}`, 'ECONNREFUSED'],
  ['there is no such host', async () => 'http://nowhere.invalid', /^(?:ENOTFOUND|EAI_AGAIN)$/],
])('knows that nothing went when %s', async (_, baseUrl, reason) => {
  const outcome = await sendgrid({ baseUrl: await baseUrl(), timeoutMs: 5_000 }).send(aMail());
  expect(outcome).toEqual({ kind: 'later', reason: expect.stringMatching(reason) });
});

test('gives up what is under way when the process ends', async () => {
  provider.behave('hang');
  const sender = sendgrid({ timeoutMs: 60_000 });
  const outcome = sender.send(aMail());
  setTimeout(sender.hurry, 50);
  expect(await outcome).toEqual({ kind: 'ambiguous', reason: 'stopped' });
});

const schema = JSON.parse(
  readFileSync(join(__dirname, '../specs/sendgridMailSend.schema.json'), 'utf8'),
);
const ajv = new Ajv({ strict: false, formats: { email: /^[^\s@]+@[^\s@]+$/ } });

const sentBody = () => JSON.parse(provider.asked[0]?.body ?? '');

test.each([
  ['a usual mail', aMail(), false],
  ['a sender without a name', aMail({ from: 'portail@example.org' }), false],
  ['the sandbox', aMail(), true],
])('sends a valid request for %s', async (_, mail, sandbox) => {
  await sendgrid({ sandbox }).send(mail);
  expect(ajv.validate(schema, sentBody()) || ajv.errors).toBe(true);
});

test('asks for no tracking, names the mail and the help desk, and says nothing else about the person', async () => {
  const { subject, text, html } = aMail();
  await sendgrid().send(aMail());
  expect(sentBody()).toEqual({
    personalizations: [{ to: [{ email: 'jane@example.org' }] }],
    from: { email: 'portail@example.org', name: 'Portail' },
    reply_to: { email: 'aide@example.org' },
    subject,
    content: [
      { type: 'text/plain', value: text },
      { type: 'text/html', value: html },
    ],
    custom_args: { mailId: 'registration-1.activation-1' },
    tracking_settings: {
      click_tracking: { enable: false, enable_text: false },
      open_tracking: { enable: false },
      subscription_tracking: { enable: false },
      ganalytics: { enable: false },
    },
  });
});

test('sends nothing in the sandbox', async () => {
  await sendgrid({ sandbox: true }).send(aMail());
  expect(sentBody().mail_settings).toEqual({ sandbox_mode: { enable: true } });
});

test('posts to the base URL with the key, whatever the key looks like', async () => {
  const warned = jest.spyOn(console, 'warn');
  await sendgrid({ apiKey: 'another-key', baseUrl: `${provider.url}/eu` }).send(aMail());
  expect(provider.asked).toMatchObject([
    {
      method: 'POST',
      path: '/eu/v3/mail/send',
      headers: { authorization: 'Bearer another-key', 'content-type': 'application/json' },
    },
  ]);
  expect(warned).not.toHaveBeenCalled();
});

test('sends the same bytes again', async () => {
  for (const behaviour of ['reset', { status: 503 }, 'hang', { status: 202 }] as const) {
    provider.behave(behaviour);
    await sendgrid(behaviour === 'hang' ? soon : {}).send(aMail());
  }
  const [first, ...rest] = provider.asked.map(({ body }) => body);
  expect(rest).toEqual([first, first, first]);
});

test('keeps mails apart that go out at the same time', async () => {
  provider.behave(({ body }) => (body.includes('"mailId":"a.1"') ? 'hang' : { status: 202 }));
  const sender = sendgrid({ timeoutMs: 1_500 });
  const outcomes = await Promise.all(['a.1', 'b.1', 'c.1'].map((id) => sender.send(aMail({ id }))));
  expect(outcomes).toEqual([ambiguous('time-out'), { kind: 'accepted' }, { kind: 'accepted' }]);
});

test('says nothing of the mail, the key or the answer in an outcome', async () => {
  provider.behave({ status: 400, body: faults('jane@example.org', key) });
  expect(await sendgrid().send(aMail())).toEqual(refused('HTTP 400'));
});
