import type { Model, mongo } from 'mongoose';
import type { Collection, Filter, Update, Wanted } from '../../services/collection';
import { errorName } from '../../services/errorName';
import { StoreAway } from '../../services/storeAway';
import { isAway } from './isAway';
import type { Pace, Patience } from './patience';

interface Needs {
  readonly model: Model<Kept>;
  readonly patience: Patience;
  /** Rejects while nothing may be asked of the server yet. */
  readonly ready: () => void;
  readonly hot: boolean;
}

/** What a model's documents are like is in its shape, not in its type. */
export type Kept = mongo.Document;

/**
 * A collection on a mongoose model. What is added or changed is checked against the model's shape; a hot collection's changes and
 * reads go to the driver as they are, which costs half.
 */
export const mongoCollection = <T extends { readonly _id: string }>({
  model,
  patience,
  ready,
  hot,
}: Needs): Collection<T> => {
  const run = async <R>(pace: Pace, operation: () => PromiseLike<R>): Promise<R> => {
    ready();
    try {
      return await patience.with(pace, operation);
    } catch (error) {
      if (error instanceof StoreAway || !isAway(error)) throw error;
      throw new StoreAway(`MongoDB: ${errorName(error)}`, { cause: error });
    }
  };
  const native = model.collection;
  const maxTimeMS = (pace: Pace) => patience.maxTimeMs[pace];
  // The port's language is a part of the driver's, and what is kept has the model's shape: the compiler knows neither.
  const asked = (filter: Filter<T>) => filter as mongo.Filter<Kept>;
  const asUpdate = (update: Update<T>) => update as mongo.UpdateFilter<Kept>;
  const asRead = <R>(found: unknown) => found as R;

  /** The document as it is to be kept; rejects when it has not the shape. */
  const checked = async (document: T): Promise<object> => {
    const made = new model(document);
    await made.validate();
    return made.toObject({ flattenMaps: true });
  };

  const insert = async (document: object): Promise<'added' | 'taken'> => {
    try {
      await native.insertOne(document);
      return 'added';
    } catch (error) {
      if (isTaken(error)) return 'taken';
      throw error;
    }
  };

  /** One write; where a document was taken, the next write begins after it. */
  const insertMany = async (documents: readonly object[]): Promise<('added' | 'taken')[]> => {
    if (documents.length === 0) return [];
    try {
      await native.insertMany([...documents], { ordered: true });
      return documents.map(() => 'added');
    } catch (error) {
      const taken = firstTaken(error);
      if (taken === undefined) throw error;
      const before = documents.slice(0, taken).map(() => 'added' as const);
      return [...before, 'taken', ...(await insertMany(documents.slice(taken + 1)))];
    }
  };

  return {
    add: async (document) => {
      const whole = await checked(document);
      return run('turn', () => insert(whole));
    },
    addMany: async (documents) => {
      const whole = await Promise.all(documents.map(checked));
      return run(documents.length > fewDocuments ? 'walk' : 'turn', () => insertMany(whole));
    },
    find: async (filter, { sort, limit } = {}) => {
      const pace = limit === undefined ? paceOf(filter) : 'turn';
      const options = {
        maxTimeMS: maxTimeMS(pace),
        ...(sort === undefined ? {} : { sort: { ...sort } as Record<string, 1 | -1> }),
        ...(limit === undefined ? {} : { limit }),
      };
      return asRead<T[]>(
        await run<unknown>(pace, () =>
          hot
            ? native.find(asked(filter), options).toArray()
            : model.find(asked(filter), undefined, options).lean(),
        ),
      );
    },
    change: async (filter: Filter<T>, update: Update<T>, wanted?: Wanted<keyof T>) => {
      const options = {
        returnDocument: 'after',
        maxTimeMS: maxTimeMS('turn'),
        ...(wanted === undefined ? {} : { projection: projectionOf(wanted) }),
      } as const;
      const changed = await run<unknown>('turn', () =>
        hot
          ? native.findOneAndUpdate(asked(filter), asUpdate(update), options)
          : model
              .findOneAndUpdate(asked(filter), asUpdate(update), {
                ...options,
                runValidators: true,
              })
              .lean(),
      );
      return changed === null ? undefined : asRead<T>(changed);
    },
    remove: async (filter) => {
      const pace = paceOf(filter);
      const { deletedCount } = await run(pace, () =>
        native.deleteMany(asked(filter), { maxTimeMS: maxTimeMS(pace) }),
      );
      return deletedCount;
    },
    count: (filter) => {
      const pace = paceOf(filter);
      return run(pace, () => native.countDocuments(asked(filter), { maxTimeMS: maxTimeMS(pace) }));
    },
  };
};

const projectionOf = ({ only }: Wanted<PropertyKey>): Record<string, 1> =>
  // An empty projection would be everything.
  Object.fromEntries(['_id', ...only].map((field) => [String(field), 1]));

/** What names no document may have to look at all of them. */
const paceOf = (filter: object): Pace => ('_id' in filter || '$or' in filter ? 'turn' : 'walk');

const fewDocuments = 50;

const duplicateKey = 11000;

const isTaken = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === duplicateKey;

/** Which of many was refused for a value that must not come twice; `undefined` when something else went wrong. */
const firstTaken = (error: unknown): number | undefined => {
  if (!isTaken(error) || !(error instanceof Error) || !('writeErrors' in error)) return undefined;
  const { writeErrors } = error;
  const [first]: readonly unknown[] = Array.isArray(writeErrors) ? writeErrors : [writeErrors];
  return typeof first === 'object' && first !== null && 'index' in first
    ? Number(first.index)
    : undefined;
};
