import { join } from 'node:path';
import { types } from 'node:util';
import Datastore from '@seald-io/nedb';
import type { Collection } from '../services/collection';
import type { Schema } from './schema';
import { trimTornLine } from './trimTornLine';

/** A collection with what only its engine may do. */
export interface NedbCollection<T extends { readonly _id: string }> extends Collection<T> {
  /** Changes every document that matches. */
  changeAll(filter: object, update: object): Promise<void>;
  removeAll(filter: object): Promise<void>;
  /** Rewrites the file without its history when that has become the larger part. */
  compact(): Promise<void>;
  /** Resolves when everything asked for so far is done. */
  settled(): Promise<void>;
}

/**
 * One append-only file of JSON lines, read whole into memory; in memory alone without a folder.
 * No index but the unique ones: a search by anything else looks at every document, which in memory costs about a microsecond each.
 * (The library's sparse indexes never hold a Date and would hide documents from a search by one.)
 */
export const nedbCollection = async <T extends { readonly _id: string }>(
  folder: string | undefined,
  schema: Schema<T>,
): Promise<NedbCollection<T>> => {
  const file = folder === undefined ? undefined : join(folder, `${schema.name}.db`);
  const data = new Datastore<T>({
    ...(file === undefined ? { inMemoryOnly: true } : { filename: file }),
    modes: { fileMode: 0o600, dirMode: 0o700 },
    // The torn end of a file is cut off before it is read, so that a line that cannot be read now is damage: refuse it instead of dropping it.
    corruptAlertThreshold: 0,
    afterSerialization: escapeLineBreaks,
    beforeDeserialization: (line) => line,
  });
  let writes = 0;
  let inDoubt = true;

  const load = async () => {
    if (file !== undefined) {
      await trimTornLine(file);
      await data.loadDatabaseAsync().catch((cause: unknown) => {
        if (!isDamage(cause)) throw cause;
        throw new Error(`${file} has damaged lines: restore it from a copy`, { cause });
      });
    }
    for (const fieldName of schema.unique ?? []) {
      await data.ensureIndexAsync({ fieldName, unique: true });
    }
    inDoubt = false;
  };

  /** After a write that failed (disk full) memory is ahead of the file: the file is read again before anything else happens. */
  const run = inTurn(async <R>(job: () => Promise<R>): Promise<R> => {
    if (inDoubt) await load();
    try {
      return await job();
    } catch (error) {
      inDoubt = isSystemError(error);
      throw error;
    }
  });

  const insert = async (documents: T | T[]): Promise<'added' | 'taken'> => {
    writes += 1;
    try {
      await (Array.isArray(documents) ? data.insertAsync(documents) : data.insertAsync(documents));
      return 'added';
    } catch (error) {
      if (isTaken(error)) return 'taken';
      throw error;
    }
  };

  const opened: NedbCollection<T> = {
    add: (document) => run(() => insert(document)),
    addMany: (documents) =>
      run(async () => {
        if ((await insert([...documents])) === 'added') return documents.map(() => 'added');
        const outcomes: ('added' | 'taken')[] = [];
        for (const document of documents) outcomes.push(await insert(document));
        return outcomes;
      }),
    find: (filter, { sort, limit } = {}) =>
      run(async () => {
        const cursor = data.findAsync<T>(filter);
        if (sort !== undefined) cursor.sort(sort);
        if (limit !== undefined) cursor.limit(limit);
        return await cursor;
      }),
    change: (filter, update) =>
      run(async () => {
        writes += 1;
        // The library keeps the very values it is given; a copy keeps the store's documents its own.
        const { affectedDocuments } = await data.updateAsync<T, { returnUpdatedDocs: true }>(
          filter,
          copy(update),
          { returnUpdatedDocs: true },
        );
        return affectedDocuments ?? undefined;
      }),
    remove: (filter) =>
      run(async () => {
        writes += 1;
        return await data.removeAsync(filter, { multi: true });
      }),
    count: (filter) => run(async () => await data.countAsync(filter)),
    changeAll: (filter, update) =>
      run(async () => {
        writes += 1;
        await data.updateAsync(filter, update, { multi: true });
      }),
    removeAll: (filter) =>
      run(async () => {
        writes += await data.removeAsync(filter, { multi: true });
      }),
    compact: () =>
      run(async () => {
        if (file === undefined || writes < Math.max(1000, data.getAllData().length)) return;
        await data.compactDatafileAsync();
        writes = 0;
      }),
    settled: () => run(async () => undefined),
  };
  await opened.settled();
  return opened;
};

const copy = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== 'object' || value === null || types.isDate(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copy(part)]));
};

/** One job after the other, in the order they were asked for. */
const inTurn = (start: <R>(job: () => Promise<R>) => Promise<R>) => {
  let last: Promise<unknown> = Promise.resolve();
  return <R>(job: () => Promise<R>): Promise<R> => {
    const mine = last.then(() => start(job));
    last = mine.catch(() => undefined);
    return mine;
  };
};

/** JSON leaves these three in strings as they are, the library's reader of lines breaks at them. */
const escapeLineBreaks = (line: string): string =>
  line.replace(
    /[\u0085\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const isTaken = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'errorType' in error &&
  error.errorType === 'uniqueViolated';

const isDamage = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'corruptionRate' in error;

/** Errors of the file system carry a code (ENOSPC, EIO, EACCES); the library's own do not. */
const isSystemError = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error;
