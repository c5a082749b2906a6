import BTree from 'sorted-btree';
import type { Filter } from '../../services/collection';
import type { Schema } from '../schema';
import { byCode } from './compare';
import { isOperators, type Matches, matcher } from './matcher';

/** The documents of a collection in memory, found by their ids and by the fields that the schema says are searched. */
export interface Table<T extends { readonly _id: string }> {
  readonly size: number;
  get(id: string): T | undefined;
  /** Puts a document in its place, instead of the one with its id if there is one; `taken` when another one has its value of a unique field. */
  put(document: T): 'put' | 'taken';
  delete(document: T): void;
  /** Those that match, in the order of their ids or not; none may be put or deleted before the last is asked for. */
  search(filter: Filter<T>): Iterable<T>;
  all(): Iterable<T>;
}

export const makeTable = <T extends { readonly _id: string }>(schema: Schema<T>): Table<T> => {
  const byId = new BTree<string, T>(undefined, byCode);
  const uniques = (schema.unique ?? []).map((field) => ({
    field,
    holders: new Map<unknown, T>(),
  }));
  const searched = (schema.searched ?? []).map(({ by, rare }) => ({
    field: by,
    isRare: rare === true,
    holders: new Map<unknown, Map<string, T>>(),
  }));

  const index = (document: T) => {
    for (const { field, holders } of uniques) holders.set(document[field], document);
    for (const { field, isRare, holders } of searched) {
      const key = keyOf(document[field], isRare);
      if (key === undefined) continue;
      const holding = holders.get(key) ?? new Map<string, T>();
      holders.set(key, holding.set(document._id, document));
    }
  };

  const unindex = (document: T) => {
    for (const { field, holders } of uniques) holders.delete(document[field]);
    for (const { field, isRare, holders } of searched) {
      const key = keyOf(document[field], isRare);
      const holding = holders.get(key);
      holding?.delete(document._id);
      if (holding?.size === 0) holders.delete(key);
    }
  };

  /** Never fewer than those that match, and as few as the filter allows to find without looking at all of them. */
  const candidates = (filter: Readonly<Record<string, unknown>>): Iterable<T> => {
    if ('_id' in filter) {
      const found = byIds(filter._id);
      if (found !== undefined) return found;
    }
    for (const { field, holders } of uniques) {
      const values = valuesIn(filter[field]);
      if (values !== undefined) return values.flatMap((value) => holders.get(value) ?? []);
    }
    for (const { field, isRare, holders } of searched) {
      if (!(field in filter)) continue;
      if (isRare && wantsOne(filter[field])) return holders.get(there)?.values() ?? [];
      const values = isRare ? undefined : valuesIn(filter[field]);
      if (values !== undefined) {
        return values.flatMap((value) => [...(holders.get(value)?.values() ?? [])]);
      }
    }
    return byId.values();
  };

  const byIds = (wanted: unknown): Iterable<T> | undefined => {
    const ids = valuesIn(wanted);
    if (ids !== undefined) return ids.flatMap((id) => byId.get(id) ?? []);
    if (!isOperators(wanted)) return undefined;
    const from = wanted.$gte ?? wanted.$gt;
    const to = wanted.$lte ?? wanted.$lt;
    if (typeof from !== 'string' || typeof to !== 'string') return undefined;
    return byId.getRange(from, to, true).map(([, document]) => document);
  };

  return {
    get size() {
      return byId.size;
    },
    get: (id) => byId.get(id),
    put: (document) => {
      const before = byId.get(document._id);
      const isTaken = uniques.some(({ field, holders }) => {
        const holder = holders.get(document[field]);
        return holder !== undefined && holder !== before;
      });
      if (isTaken) return 'taken';
      if (before !== undefined) unindex(before);
      byId.set(document._id, document);
      index(document);
      return 'put';
    },
    delete: (document) => {
      byId.delete(document._id);
      unindex(document);
    },
    search: (filter) => {
      const found = candidates(filter);
      return isId(filter) ? found : matching(found, matcher(filter));
    },
    all: () => byId.values(),
  };
};

/** Nothing but an id: what is found by it matches. */
const isId = (filter: Readonly<Record<string, unknown>>): boolean =>
  typeof filter._id === 'string' && Object.keys(filter).length === 1;

function* matching<T extends object>(found: Iterable<T>, matches: Matches): Generator<T> {
  for (const document of found) if (matches(document)) yield document;
}

/** That a document has a rare field is all that is kept of it. */
const there = Symbol('there');

const keyOf = (value: unknown, isRare: boolean): unknown => {
  if (value === undefined) return undefined;
  return isRare ? there : value;
};

/** The texts that a condition allows, if it allows nothing else. */
const valuesIn = (condition: unknown): readonly string[] | undefined => {
  if (typeof condition === 'string') return [condition];
  if (!isOperators(condition) || !Array.isArray(condition.$in)) return undefined;
  const texts = condition.$in.filter((value): value is string => typeof value === 'string');
  return texts.length === condition.$in.length ? [...new Set(texts)] : undefined;
};

/** Whether a document without the field cannot match. */
const wantsOne = (condition: unknown): boolean => {
  if (condition === undefined || condition === null) return false;
  if (!isOperators(condition)) return true;
  return (
    ['$lt', '$lte', '$gt', '$gte'].some((name) => name in condition) || condition.$exists === true
  );
};
