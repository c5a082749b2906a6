import type { mongo } from 'mongoose';
import { conversations } from '../../src/store/conversations';
import { limits } from '../../src/store/limits';
import type { AnySchema } from '../../src/store/schema';
import { transcript } from '../../src/store/transcript';

/** Those that docs/mongodb.md shards, all by `_id`. */
export const sharded: readonly AnySchema[] = [conversations, transcript, limits];

export interface KeysAsked {
  /** "conversations findandmodify", each kind once. */
  readonly kinds: readonly string[];
  /** What a router would refuse or ask of every shard. */
  readonly without: readonly object[];
}

/**
 * Notes, in the server itself, what is asked of the sharded collections. A router is not to be had for tests, but what it demands is
 * known: of a change of one document the whole shard key by equality. And what names no key is asked of every shard.
 */
export const watchKeys = async (db: mongo.Db): Promise<() => Promise<KeysAsked>> => {
  await db.createCollection('system.profile', { capped: true, size: 50_000_000 });
  await db.command({ profile: 2 });
  return async () => {
    await db.command({ profile: 0 });
    const entries = await db.collection('system.profile').find({}).toArray();
    const asked = entries.flatMap(({ ns, command }) => {
      const found = sharded.find(({ name }) => `${db.databaseName}.${name}` === ns);
      return found === undefined ? [] : [{ of: found.name, command: Object(command) }];
    });
    return {
      kinds: [...new Set(asked.map(({ of, command }) => `${of} ${verbOf(command)}`))],
      without: asked.filter(({ command }) => !(demands[verbOf(command)]?.(command) ?? false)),
    };
  };
};

type Fields = Readonly<Record<string, unknown>>;

const verbOf = (command: Fields): string => String(Object.keys(command)[0]).toLowerCase();

const always = () => true;

/** By the first word of a command, as the profiler notes it; a removal has none and begins with its filter. */
const demands: Readonly<Record<string, (command: Fields) => boolean>> = {
  findandmodify: ({ query }) => typeof Object(query)._id === 'string',
  find: ({ filter }) => namesIds(Object(filter)),
  aggregate: ({ pipeline }) => {
    const [first]: readonly Fields[] = Array.isArray(pipeline) ? pipeline : [];
    return first !== undefined && ('$changeStream' in first || namesIds(Object(first.$match)));
  },
  // The tests empty the collections.
  q: ({ q }) => namesIds(Object(q)) || Object.keys(Object(q)).length === 0,
  // Each document has its `_id`.
  insert: always,
  getmore: always,
  killcursors: always,
  create: always,
  createindexes: always,
  listindexes: always,
};

/** One document, some, or a run of keys. */
const namesIds = (filter: Fields): boolean =>
  '_id' in filter || (Array.isArray(filter.$or) && filter.$or.every((part) => '_id' in part));
