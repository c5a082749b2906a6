import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ComposedMail, OutboxMail, ReadOutbox, SendMail } from '../services/sendMail';

export interface LocalOutbox {
  readonly send: SendMail;
  readonly read: ReadOutbox;
  readonly close: () => Promise<void>;
}

/**
 * Mails of a computer without a mail provider: one line of JSON each in `outbox.jsonl`, the only file that ever holds a temporary password.
 * A mail whose id is there already is not written again, also after a restart; a line torn by a crash counts for nothing.
 */
export const openLocalOutbox = async (folder: string): Promise<LocalOutbox> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'outbox.jsonl');
  const file = await open(path, 'a+', 0o600);
  await file.chmod(0o600);
  const sent = await idsIn(path);
  let torn = await endsTorn(file);
  let last: Promise<unknown> = Promise.resolve();
  let next: Batch | undefined;

  const append = async (mails: readonly ComposedMail[]) => {
    const news = mails.filter(({ id }) => !sent.has(id));
    if (news.length === 0) return;
    const start = torn ? '\n' : '';
    torn = true;
    await file.appendFile(start + news.map((mail) => `${JSON.stringify(lineOf(mail))}\n`).join(''));
    torn = false;
    await file.datasync();
    for (const { id } of news) sent.add(id);
  };

  const begin = (): Batch => {
    const mails = new Map<string, ComposedMail>();
    const written = last.then(() => {
      next = undefined;
      return append([...mails.values()]);
    });
    last = written.catch(() => undefined);
    return { mails, written };
  };

  return {
    send: async (mail) => {
      next ??= begin();
      next.mails.set(mail.id, mail);
      try {
        await next.written;
        return { kind: 'accepted' };
      } catch {
        return { kind: 'later', reason: 'outbox not writable' };
      }
    },
    read: () => newest(path),
    close: async () => {
      await last;
      await file.close();
    },
  };
};

/** Mails that came while those before were being written: one writing for all of them. */
interface Batch {
  readonly mails: Map<string, ComposedMail>;
  readonly written: Promise<void>;
}

const lineOf = ({ id, to, subject, html, text, createdAt }: ComposedMail): OutboxMail => ({
  id,
  to,
  subject,
  html,
  text,
  state: 'accepted',
  createdAt: createdAt.toISOString(),
});

const idsIn = async (path: string): Promise<Set<string>> => {
  const ids = new Set<string>();
  for await (const { id } of mailsIn(path, 0)) ids.add(id);
  return ids;
};

const endsTorn = async (file: FileHandle): Promise<boolean> => {
  const { size } = await file.stat();
  if (size === 0) return false;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() !== '\n';
};

const mostListed = 500;

/** Far more than 500 mails take; an outbox that grew for weeks is not read from its beginning. */
const tailBytes = 32 * 1024 * 1024;

const newest = async (path: string): Promise<readonly OutboxMail[]> => {
  const { size } = await stat(path);
  // One that was written when its batch failed was sent again.
  const mails = new Map<string, OutboxMail>();
  for await (const mail of mailsIn(path, Math.max(0, size - tailBytes))) mails.set(mail.id, mail);
  return [...mails.values()]
    .reverse()
    .sort((one, other) => other.createdAt.localeCompare(one.createdAt))
    .slice(0, mostListed);
};

async function* mailsIn(path: string, start: number): AsyncGenerator<OutboxMail> {
  for await (const line of createInterface({ input: createReadStream(path, { start }) })) {
    const mail = parsed(line);
    if (isOutboxMail(mail)) yield mail;
  }
}

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

const isOutboxMail = (value: unknown): value is OutboxMail =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'to', 'subject', 'html', 'text', 'state', 'createdAt'].every(
    (key) => typeof Reflect.get(value, key) === 'string',
  );
