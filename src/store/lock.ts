import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../services/clock';
import { processStart } from './processStart';

/** Who has the folder. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: Date;
}

export type Lock =
  | { readonly kind: 'locked'; readonly release: () => Promise<void> }
  | { readonly kind: 'held'; readonly holder: Holder };

const heartbeatMs = 10_000;
const silentMs = 30_000;

/**
 * The folder belongs to one process: a file `lock` in it says which. A lock whose process is gone is taken over, also
 * when its number was given to another process since. Where the system does not tell when a process began
 * (or the lock is another machine's), the lock counts as left when its file was not touched for half a minute.
 */
export const lockFolder = async (folder: string, clock: Clock): Promise<Lock> => {
  const file = join(folder, 'lock');
  const mine = await claim(clock());
  for (;;) {
    if (await created(file, mine)) return { kind: 'locked', release: keep(file, mine) };
    const found = await readFile(file, 'utf8').catch(whenMissing(undefined));
    if (found === undefined) continue;
    const claimed = parsed(found);
    if (claimed !== undefined && (await isAlive(file, claimed))) {
      return { kind: 'held', holder: { ...claimed, since: new Date(claimed.since) } };
    }
    await discard(file, found);
  }
};

interface Claim {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the system counts; absent where it does not tell. */
  readonly started?: string;
  readonly since: string;
  readonly id: string;
}

const claim = async (now: Date): Promise<string> => {
  const started = await processStart(process.pid);
  const mine: Claim = {
    pid: process.pid,
    host: hostname(),
    ...(typeof started === 'string' ? { started } : {}),
    since: now.toISOString(),
    id: randomUUID(),
  };
  return JSON.stringify(mine);
};

/** The file appears with its whole content or not at all. */
const created = async (file: string, content: string): Promise<boolean> => {
  const draft = `${file}.${process.pid}.${randomUUID()}`;
  await writeFile(draft, content, { mode: 0o600 });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
};

/** Two processes may find the same old lock at once: whoever moves a newer one aside puts it back. */
const discard = async (file: string, found: string): Promise<void> => {
  const aside = `${file}.${process.pid}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== found) {
    await link(aside, file).catch(() => undefined);
  }
  await rm(aside, { force: true });
};

const keep = (file: string, mine: string): (() => Promise<void>) => {
  const timer = setInterval(() => {
    const now = new Date();
    void utimes(file, now, now).catch(() => undefined);
  }, heartbeatMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    const found = await readFile(file, 'utf8').catch(whenMissing(undefined));
    if (found === mine) await rm(file, { force: true });
  };
};

const isAlive = async (file: string, { pid, host, started }: Claim): Promise<boolean> => {
  if (host === hostname()) {
    const now = await processStart(pid);
    if (now === 'gone') return false;
    if (now !== 'unknown' && started !== undefined) return now === started;
  }
  const touched = await stat(file).catch(whenMissing(undefined));
  return touched !== undefined && Date.now() - touched.mtimeMs < silentMs;
};

const parsed = (content: string): Claim | undefined => {
  try {
    const value: unknown = JSON.parse(content);
    return isClaim(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

const isClaim = (value: unknown): value is Claim =>
  typeof value === 'object' &&
  value !== null &&
  'pid' in value &&
  Number.isInteger(value.pid) &&
  'host' in value &&
  typeof value.host === 'string' &&
  'since' in value &&
  typeof value.since === 'string';

const whenMissing =
  <T>(value: T) =>
  (error: unknown): T => {
    if (codeOf(error) === 'ENOENT') return value;
    throw error;
  };

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
