import type { mongo } from 'mongoose';
import type { AnySchema } from '../schema';

/** Uniqueness cannot be promised, or nothing would ever expire: the message says what to do. */
export class IndexRefused extends Error {
  override readonly name = 'IndexRefused';
}

interface Index {
  readonly field: string;
  readonly options: {
    readonly name: string;
    readonly unique?: true;
    readonly sparse?: true;
    readonly expireAfterSeconds?: number;
  };
}

type Db = Pick<mongo.Db, 'collection'>;

/** Builds the indexes that are missing and makes sure that those that are there do what is declared; throws `IndexRefused`. */
export const buildIndexes = async (db: Db, schema: AnySchema): Promise<void> => {
  const collection = db.collection(schema.name);
  const declared = indexesOf(schema);
  const before = await indexesIn(collection);
  for (const index of declared) {
    const found = before.find((one) => isOn(index.field, one));
    if (found === undefined) await build(collection, index);
    else refuseOther(schema.name, index, found);
  }
  for (const found of before) refuseStranger(schema.name, declared, found);

  const after = await indexesIn(collection);
  for (const index of declared) {
    const found = after.find((one) => isOn(index.field, one));
    if (found === undefined) throw missing(schema.name, index);
    refuseOther(schema.name, index, found);
  }
};

const indexesOf = ({ unique, searched, expires }: AnySchema): readonly Index[] => [
  ...(unique ?? []).map((field) => ({
    field,
    options: { name: `${field}_1`, unique: true as const },
  })),
  ...(searched ?? []).map(({ by, rare }) => ({
    field: by,
    options: { name: `${by}_1`, ...(rare ? { sparse: true as const } : {}) },
  })),
  ...(expires === undefined
    ? []
    : [
        {
          field: expires.by,
          options: { name: `${expires.by}_1`, expireAfterSeconds: expires.afterMs / 1000 },
        },
      ]),
];

const indexesIn = async (collection: mongo.Collection): Promise<readonly mongo.Document[]> => {
  try {
    return await collection.listIndexes().toArray();
  } catch (error) {
    if (codeOf(error) === codes.noCollection) return [];
    throw error;
  }
};

/** An index of a large collection takes its time. */
const buildMs = 30 * 60_000;

const build = async (collection: mongo.Collection, index: Index): Promise<void> => {
  const { field, options } = index;
  try {
    await collection.createIndex({ [field]: 1 }, { ...options, maxTimeMS: buildMs });
  } catch (error) {
    const code = codeOf(error);
    const name = collection.collectionName;
    if (code === codes.duplicateKey) {
      throw new IndexRefused(
        `MongoDB, collection ${name}: two documents have the same ${field}, which has to be unique. Remove or change one of them, then start again.`,
        { cause: error },
      );
    }
    if (code === codes.notAllowed) throw missing(name, index, error);
    if (code === codes.otherOptions || code === codes.otherKeys || code === codes.cannotBuild) {
      throw new IndexRefused(
        `MongoDB, collection ${name}: the index of ${field} cannot be built beside what is there (error ${code}). Look at db.${name}.getIndexes() and, when it is sharded, at its shard key; then start again.`,
        { cause: error },
      );
    }
    throw error;
  }
};

const isOn = (field: string, { key }: mongo.Document): boolean =>
  JSON.stringify(key) === JSON.stringify({ [field]: 1 });

const refuseOther = (collection: string, { field, options }: Index, found: mongo.Document) => {
  const lacks = [
    ...(options.unique && found.unique !== true ? ['is not unique'] : []),
    ...(options.unique && isPartial(found) ? ['does not hold every document'] : []),
    ...(options.expireAfterSeconds !== found.expireAfterSeconds
      ? [`expires after ${found.expireAfterSeconds ?? 'no'} s instead of ${expiry(options)} s`]
      : []),
    ...(options.unique === undefined && found.unique === true ? ['is unique'] : []),
  ];
  if (lacks.length === 0) return;
  throw new IndexRefused(
    `MongoDB, collection ${collection}: the index ${found.name} of ${field} ${lacks.join(' and ')}. Drop it with db.${collection}.dropIndex(${JSON.stringify(found.name)}) and start again: it is built as it has to be.`,
  );
};

/** Another unique index would refuse documents that may be added. */
const refuseStranger = (collection: string, declared: readonly Index[], found: mongo.Document) => {
  if (found.unique !== true || declared.some(({ field }) => isOn(field, found))) return;
  throw new IndexRefused(
    `MongoDB, collection ${collection}: the unique index ${found.name} is not ours and would refuse documents. Drop it with db.${collection}.dropIndex(${JSON.stringify(found.name)}) and start again.`,
  );
};

const isPartial = ({ sparse, partialFilterExpression, collation }: mongo.Document): boolean =>
  sparse === true || partialFilterExpression !== undefined || collation !== undefined;

const expiry = ({ expireAfterSeconds }: Index['options']) => expireAfterSeconds ?? 'no';

const missing = (collection: string, { field, options }: Index, cause?: unknown) =>
  new IndexRefused(
    `MongoDB, collection ${collection}: the index of ${field} is missing and MONGODB_URI's user may not build it. Build it with db.${collection}.createIndex({ ${field}: 1 }, ${JSON.stringify(options)}) and start again.`,
    { cause },
  );

const codes = {
  notAllowed: 13,
  noCollection: 26,
  cannotBuild: 67,
  otherOptions: 85,
  otherKeys: 86,
  duplicateKey: 11000,
} as const;

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
