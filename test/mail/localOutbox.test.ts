import { appendFile, readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { type LocalOutbox, openLocalOutbox } from '../../src/mail/localOutbox';
import type { ComposedMail } from '../../src/services/sendMail';
import { noon } from '../support/clock';
import { aFolder } from '../support/stores';

const aMail = (id: string, minutes = 0): ComposedMail => ({
  id,
  from: 'portal@example.org',
  replyTo: 'help@example.org',
  to: 'jane@example.org',
  subject: 'Objet',
  html: '<p>é</p>',
  text: 'é\n',
  locale: 'fr',
  createdAt: new Date(noon.getTime() + minutes * 60_000),
});

const idsOf = async ({ read }: LocalOutbox) => (await read()).map(({ id }) => id);

let folder: Awaited<ReturnType<typeof aFolder>>;
let outbox: LocalOutbox;
const file = () => join(folder.path, 'outbox.jsonl');

const reopen = async () => {
  await outbox.close();
  outbox = await openLocalOutbox(folder.path);
};

beforeEach(async () => {
  folder = await aFolder();
  outbox = await openLocalOutbox(folder.path);
});

afterEach(async () => {
  await outbox.close();
  await folder.remove();
});

test('shows what was sent, newest first', async () => {
  expect(await outbox.send(aMail('a.1'))).toEqual({ kind: 'accepted' });
  await outbox.send(aMail('b.1', 2));
  await outbox.send(aMail('c.1', 1));
  expect(await idsOf(outbox)).toEqual(['b.1', 'c.1', 'a.1']);
  expect((await outbox.read()).at(-1)).toEqual({
    id: 'a.1',
    to: 'jane@example.org',
    subject: 'Objet',
    html: '<p>é</p>',
    text: 'é\n',
    state: 'accepted',
    createdAt: '2026-11-24T12:00:00.000Z',
  });
});

test('writes a mail once, however often it is sent, also at once and after a restart', async () => {
  await Promise.all([outbox.send(aMail('a.1')), outbox.send(aMail('a.1'))]);
  await reopen();
  expect(await outbox.send(aMail('a.1'))).toEqual({ kind: 'accepted' });
  expect((await readFile(file(), 'utf8')).split('\n')).toHaveLength(2);
});

test('writes mails that are sent at once one after the other, each once', async () => {
  const ids = Array.from({ length: 40 }, (_, at) => `m${String(at).padStart(2, '0')}.1`);
  const outcomes = await Promise.all([...ids, ...ids].map((id) => outbox.send(aMail(id))));
  expect(outcomes).toEqual(outcomes.map(() => ({ kind: 'accepted' })));
  const written = (await readFile(file(), 'utf8')).trim().split('\n');
  expect(written.map((line) => JSON.parse(line).id)).toEqual(ids);
});

test('shows a mail once that is there twice', async () => {
  await outbox.send(aMail('a.1'));
  await appendFile(file(), await readFile(file(), 'utf8'));
  await outbox.send(aMail('b.1', 1));
  expect(await idsOf(outbox)).toEqual(['b.1', 'a.1']);
});

test('lets only its owner read the file', async () => {
  expect((await stat(file())).mode & 0o777).toBe(0o600);
});

test('sends a mail again whose line was torn, and keeps its neighbours', async () => {
  await outbox.send(aMail('a.1'));
  await outbox.send(aMail('b.1', 1));
  await truncate(file(), (await stat(file())).size - 20);
  await reopen();
  expect(await idsOf(outbox)).toEqual(['a.1']);
  await outbox.send(aMail('b.1', 1));
  await outbox.send(aMail('c.1', 2));
  expect(await idsOf(outbox)).toEqual(['c.1', 'b.1', 'a.1']);
});

test('skips lines that are no mails', async () => {
  await appendFile(file(), 'null\n{}\n[1]\n"text"\n\u0000\n{"id":7}\n');
  await reopen();
  await outbox.send(aMail('a.1'));
  expect(await idsOf(outbox)).toEqual(['a.1']);
});

test('lists the last 500', async () => {
  const ids = Array.from({ length: 510 }, (_, index) => `a.${index}`);
  await Promise.all(ids.map((id, index) => outbox.send(aMail(id, index))));
  const listed = await idsOf(outbox);
  expect(listed).toHaveLength(500);
  expect(listed[0]).toBe('a.509');
});

test('asks to come back later when it cannot write', async () => {
  await outbox.close();
  expect(await outbox.send(aMail('a.1'))).toEqual({ kind: 'later', reason: 'outbox not writable' });
  outbox = await openLocalOutbox(folder.path);
});
