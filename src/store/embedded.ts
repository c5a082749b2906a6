import { mkdir } from 'node:fs/promises';
import type { Clock } from '../services/clock';
import type { Filter } from '../services/collection';
import type { Store } from '../services/store';
import { accounts } from './accounts';
import { conversations } from './conversations';
import { type FileCollection, fileCollection } from './embedded/fileCollection';
import { handOvers } from './handOvers';
import { helpRequests } from './helpRequests';
import { limits } from './limits';
import { type Holder, lockFolder } from './lock';
import { machines } from './machines';
import type { Schema } from './schema';
import { transcript } from './transcript';

export interface EmbeddedOptions {
  /** Where the files are; in memory alone when `undefined`. */
  readonly folder: string | undefined;
  readonly clock: Clock;
  /** Told when the periodic clean-up fails; the store works on. */
  readonly onTrouble?: (error: unknown) => void;
}

export type OpenedEmbedded =
  | { readonly kind: 'open'; readonly store: Store }
  /** Another process has it. */
  | { readonly kind: 'held'; readonly holder: Holder };

const cleanUpEveryMs = 10 * 60_000;

/**
 * The embedded engine: one file a collection, one process at a time, no server.
 * What was acknowledged survives the process being killed; like any file that is not flushed at each write, not a power failure.
 */
export const openEmbedded = async ({
  folder,
  clock,
  onTrouble = () => undefined,
}: EmbeddedOptions): Promise<OpenedEmbedded> => {
  // A folder that is there already keeps its mode: it may be shared. The files are their owner's alone in any case.
  if (folder !== undefined) await mkdir(folder, { recursive: true, mode: 0o700 });
  const lock = folder === undefined ? noLock : await lockFolder(folder, clock);
  if (lock.kind === 'held') return lock;
  try {
    const store = await openCollections(folder, clock, onTrouble);
    const close = async () => {
      await store.close();
      await lock.release();
    };
    return { kind: 'open', store: { ...store, close } };
  } catch (error) {
    await lock.release();
    throw error;
  }
};

const noLock = { kind: 'locked', release: async () => undefined } as const;

const openCollections = async (
  folder: string | undefined,
  clock: Clock,
  onTrouble: (error: unknown) => void,
): Promise<Store> => {
  const open = <T extends { readonly _id: string }>(schema: Schema<T>) =>
    fileCollection({ folder, schema });
  const collections = {
    accounts: await open(accounts),
    machines: await open(machines),
    conversations: await open(conversations),
    helpRequests: await open(helpRequests),
    handOvers: await open(handOvers),
    limits: await open(limits),
    transcript: await open(transcript),
  };
  const all: readonly Pick<FileCollection<never>, 'compact' | 'close'>[] =
    Object.values(collections);

  const cleanUp = async () => {
    await removeExpired(collections.conversations, conversations, clock());
    await removeExpired(collections.handOvers, handOvers, clock());
    await removeExpired(collections.limits, limits, clock());
    await removeExpired(collections.transcript, transcript, clock());
    for (const collection of all) await collection.compact();
  };
  // The process that took these leases is gone: the lock says so.
  await collections.conversations.changeAll(
    { leaseOwner: { $exists: true } },
    { $unset: { leaseOwner: true, leaseUntil: true } },
  );
  await cleanUp();
  const timer = setInterval(() => void cleanUp().catch(onTrouble), cleanUpEveryMs);
  timer.unref();

  const close = async () => {
    clearInterval(timer);
    await Promise.all(all.map((collection) => collection.close()));
  };
  const ping = async () => {
    await collections.limits.count({ _id: '' });
  };
  // No other process can add anything: the folder is ours.
  return { ...collections, watchTranscript: () => () => undefined, ping, close };
};

const removeExpired = async <T extends { readonly _id: string }>(
  collection: FileCollection<T>,
  { expires }: Schema<T>,
  now: Date,
): Promise<void> => {
  if (expires === undefined) return;
  const before = new Date(now.getTime() - expires.afterMs);
  await collection.remove({ [expires.by]: { $lte: before } } as Filter<T>);
};
