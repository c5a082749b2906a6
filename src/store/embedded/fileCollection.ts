import { join } from 'node:path';
import type { Collection, Filter, Sort, Update, Wanted } from '../../services/collection';
import type { Schema } from '../schema';
import { changed } from './changed';
import { compare } from './compare';
import { copyOf } from './copyOf';
import type { WriteTo } from './journal';
import { openKeptTable } from './keptTable';
import { documentLine, removedLine } from './lines';
import type { Table } from './table';

/** A collection with what only its engine may do. */
export interface FileCollection<T extends { readonly _id: string }> extends Collection<T> {
  /** Changes every document that matches. */
  changeAll(filter: Filter<T>, update: Update<T>): Promise<void>;
  /** Rewrites the file without its history, where that is worth it. */
  compact(): Promise<void>;
  /** Waits for what is being written; nothing may be asked afterwards. */
  close(): Promise<void>;
}

interface Needs<T> {
  /** In memory alone without one. */
  readonly folder: string | undefined;
  readonly schema: Schema<T>;
  readonly writeTo?: WriteTo;
}

/**
 * All documents in memory, and a file that grows by a line with each change. A change is made in memory at once, so that the next one
 * sees it, and is told of when the file has it; what was read is told when the file has all of that.
 */
export const fileCollection = async <T extends { readonly _id: string }>({
  folder,
  schema,
  writeTo,
}: Needs<T>): Promise<FileCollection<T>> => {
  const file = folder === undefined ? undefined : join(folder, `${schema.name}.db`);
  const kept = await openKeptTable({ file, schema, writeTo });

  /** The work is done at once, nothing in between; `lines` gets what it leaves for the file. */
  const run = async <R>(work: (table: Table<T>, lines: string[]) => R): Promise<R> => {
    for (;;) {
      while (!kept.isReady) await kept.makeReady();
      const lines: string[] = [];
      const result = work(kept.table, lines);
      if (lines.length > 0) {
        await kept.append(lines);
        return result;
      }
      if (!kept.isBusy) return result;
      try {
        await kept.written();
        return result;
      } catch {
        // What was seen was not kept, which its writers hear: look again, at what is.
      }
    }
  };

  const add = (table: Table<T>, lines: string[], document: T): 'added' | 'taken' => {
    const own = copyOf(document);
    const line = documentLine(own);
    if (table.get(own._id) !== undefined || table.put(own) === 'taken') return 'taken';
    lines.push(line);
    return 'added';
  };

  const change = (table: Table<T>, lines: string[], before: T, update: Update<T>): T => {
    const after = changed(before, update);
    const line = documentLine(after);
    if (table.put(after) === 'taken') throw new Error(`${schema.name}: a unique value is taken`);
    lines.push(line);
    return after;
  };

  const remove = (table: Table<T>, lines: string[], document: T) => {
    table.delete(document);
    lines.push(removedLine(document._id));
  };

  return {
    add: (document) => run((table, lines) => add(table, lines, document)),
    addMany: (documents) =>
      run((table, lines) => documents.map((document) => add(table, lines, document))),
    find: (filter, page = {}) =>
      run((table) => paged(table.search(filter), page).map((found) => copyOf(found))),
    change: (filter: Filter<T>, update: Update<T>, wanted?: Wanted<keyof T>) =>
      run((table, lines) => {
        const [before] = paged(table.search(filter), { limit: 1 });
        return before && copyOf(pick(change(table, lines, before, update), wanted));
      }),
    changeAll: (filter, update) =>
      run((table, lines) => {
        for (const before of [...table.search(filter)]) change(table, lines, before, update);
      }),
    remove: (filter) =>
      run((table, lines) => {
        const found = [...table.search(filter)];
        for (const document of found) remove(table, lines, document);
        return found.length;
      }),
    count: (filter) => run((table) => [...table.search(filter)].length),
    compact: kept.compact,
    close: kept.close,
  };
};

const pick = <T extends { readonly _id: string }>(
  document: T,
  wanted: Wanted<keyof T> | undefined,
): T => {
  if (wanted === undefined) return document;
  const kept = (['_id', ...wanted.only] as const).filter((field) => document[field] !== undefined);
  // Who wants some fields only is told so by the port's type.
  return Object.fromEntries(kept.map((field) => [field, document[field]])) as T;
};

const paged = <T>(
  found: Iterable<T>,
  { sort, limit = Number.POSITIVE_INFINITY }: { sort?: Sort<T>; limit?: number },
): T[] => {
  if (sort !== undefined) return [...found].sort(order(sort)).slice(0, limit);
  const first: T[] = [];
  for (const document of found) {
    first.push(document);
    if (first.length >= limit) break;
  }
  return first;
};

const order =
  <T>(sort: Sort<T>) =>
  (one: T, other: T): number => {
    for (const [field, direction] of Object.entries(sort)) {
      const values = [one, other].map((document) => Reflect.get(Object(document), field));
      // As in MongoDB, a document without the field comes before those that have it.
      const by =
        compare(values[0], values[1]) ??
        Number(values[0] !== undefined) - Number(values[1] !== undefined);
      if (by !== 0) return by * Number(direction);
    }
    return 0;
  };
