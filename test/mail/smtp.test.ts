import { createServer } from 'node:net';
import { makeSmtp } from '../../src/mail/smtp';
import type { Outcome } from '../../src/services/sendMail';
import { aMail } from '../support/aMail';
import { deadPort } from '../support/httpStandIn';
import { type SmtpBehaviour, smtpStandIn } from '../support/smtpStandIn';

let server: Awaited<ReturnType<typeof smtpStandIn>>;
beforeEach(async () => {
  server = await smtpStandIn();
});
afterEach(() => server.stop());

const smtp = (user = 'portal:open%20sesame@', port = server.port, timeoutMs = 5_000) =>
  makeSmtp({ url: `smtp://${user}127.0.0.1:${port}`, timeoutMs });

const rows: readonly (readonly [string, SmtpBehaviour, Outcome])[] = [
  ['a yes', {}, { kind: 'accepted' }],
  ['421 at the door', { at: 'connect', code: 421 }, { kind: 'later', reason: 'SMTP 421' }],
  ['554 at the door', { at: 'connect', code: 554 }, { kind: 'refused', reason: 'SMTP 554' }],
  ['454 of the sign-in', { at: 'auth', code: 454 }, { kind: 'later', reason: 'SMTP 454' }],
  ['550 of the sender', { at: 'from', code: 550 }, { kind: 'refused', reason: 'SMTP 550' }],
  ['451 of the sender', { at: 'from', code: 451 }, { kind: 'later', reason: 'SMTP 451' }],
  ['550 of the reader', { at: 'to', code: 550 }, { kind: 'refused', reason: 'SMTP 550' }],
  [
    '450 of the reader (greylisting)',
    { at: 'to', code: 450 },
    { kind: 'later', reason: 'SMTP 450' },
  ],
  ['552 of the mail', { at: 'data', code: 552 }, { kind: 'refused', reason: 'SMTP 552' }],
  ['452 of the mail', { at: 'data', code: 452 }, { kind: 'later', reason: 'SMTP 452' }],
  ['no answer to the mail', { at: 'hang' }, { kind: 'ambiguous', reason: 'time-out' }],
  ['a break before the answer', { at: 'drop' }, { kind: 'ambiguous', reason: 'ECONNECTION' }],
];

test.each(rows)('makes of %s what it means', async (_, behaviour, outcome) => {
  server.behave(behaviour);
  const timeoutMs = behaviour.at === 'hang' ? 300 : 5_000;
  expect(await smtp(undefined, undefined, timeoutMs).send(aMail())).toEqual(outcome);
});

test('is refused with a wrong password', async () => {
  expect(await smtp('portal:wrong@').send(aMail())).toEqual({
    kind: 'refused',
    reason: 'SMTP 535',
  });
  expect(server.mails).toEqual([]);
});

test('knows that nothing went when nobody listens', async () => {
  expect(await smtp('', await deadPort()).send(aMail())).toEqual({
    kind: 'later',
    reason: 'ECONNREFUSED',
  });
});

test('waits for no greeting longer than for anything else', async () => {
  const silent = createServer();
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
  const { port } = Object(silent.address());
  expect((await smtp('', port, 300).send(aMail())).kind).toBe('ambiguous');
  silent.close();
});

test('gives up what is under way when the process ends', async () => {
  server.behave({ at: 'hang' });
  const sender = smtp('', server.port, 60_000);
  const outcome = sender.send(aMail());
  setTimeout(sender.hurry, 50);
  expect(await outcome).toEqual({ kind: 'ambiguous', reason: 'stopped' });
});

test('sends the mail with both parts, its language and where to answer', async () => {
  await smtp('').send(aMail());
  const [mail = ''] = server.mails;
  expect(server.envelopes).toEqual(['jane@example.org']);
  for (const line of [
    'From: Portail <portail@example.org>',
    'To: jane@example.org',
    'Reply-To: aide@example.org',
    'Content-Language: fr',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Type: text/html; charset=utf-8',
    'AB12-CD34-EF56',
  ]) {
    expect(mail.split('\r\n')).toContain(line);
  }
});

test('sends the same bytes again, and other mails under another id', async () => {
  for (const [behaviour, timeoutMs] of [
    [{ at: 'hang' }, 1_000],
    [{ at: 'data', code: 452 }, 5_000],
    [{}, 5_000],
  ] as const) {
    server.behave(behaviour);
    await smtp(undefined, undefined, timeoutMs).send(aMail());
  }
  await smtp().send(aMail({ id: 'registration-2.activation-1' }));
  const [first = '', second, third, other = ''] = server.mails;
  expect([second, third]).toEqual([first, first]);
  const id = /^Message-ID: <[0-9a-f]{32}@example\.org>$/m;
  expect(id.exec(first.replaceAll('\r', ''))?.[0]).not.toBe(
    id.exec(other.replaceAll('\r', ''))?.[0],
  );
  expect(first.replaceAll('\r', '')).toMatch(id);
});

test.each([
  ['a name', 'Jane\r\nBcc: all@example.org <jane@example.org>'],
  ['an address', 'jane@example.org\r\nBcc: all@example.org'],
])('lets no line break into the header by %s', async (_, to) => {
  await smtp('').send(aMail({ to }));
  expect(server.mails.join()).not.toMatch(/^Bcc:/im);
  expect(server.envelopes.join()).not.toContain('all@example.org');
});
