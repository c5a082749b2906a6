import { isDeepStrictEqual } from 'node:util';
import type { Collection } from './collection';
import type { Store } from './store';

export const copiedCollections = [
  'accounts',
  'machines',
  'conversations',
  'helpRequests',
  'handOvers',
  'limits',
  'transcript',
] as const satisfies readonly (keyof Store)[];

export type CopiedCollection = (typeof copiedCollections)[number];

export interface Copied {
  readonly collection: CopiedCollection;
  /** Documents at the origin; each is in one of the other counts. */
  readonly found: number;
  readonly copied: number;
  /** The destination had the very same. */
  readonly there: number;
  /** The destination has another document of this id: it was left as it is. */
  readonly different: number;
  /** The destination has its unique value under another id. */
  readonly refused: number;
}

interface Needs {
  readonly from: Store;
  readonly to: Store;
  /** Documents looked at since the last call. */
  readonly onProgress?: (documents: number) => void;
}

/** Copies what is missing and replaces nothing: run again, it goes on where it ended. Every count is of what was read back at the destination. */
export const copyStore = async ({
  from,
  to,
  onProgress = () => undefined,
}: Needs): Promise<readonly Copied[]> => {
  const copied: Copied[] = [];
  for (const collection of copiedCollections) {
    const counts = await copyCollection({
      // Documents are copied as they are, whatever the collection.
      from: from[collection] as unknown as Collection<Kept>,
      to: to[collection] as unknown as Collection<Kept>,
      onProgress,
    });
    copied.push({ collection, ...counts });
  }
  return copied;
};

interface Kept {
  readonly _id: string;
  /** A turn that is under way at the origin is not one at the destination. */
  readonly leaseOwner?: string;
  readonly leaseUntil?: Date;
}

interface Pair {
  readonly from: Collection<Kept>;
  readonly to: Collection<Kept>;
  readonly onProgress: (documents: number) => void;
}

type Counts = Omit<Copied, 'collection'>;

const page = 500;

const copyCollection = async ({ from, to, onProgress }: Pair): Promise<Counts> => {
  let counts: Counts = { found: 0, copied: 0, there: 0, different: 0, refused: 0 };
  for (let last = ''; ; ) {
    const documents = await pageAfter(from, last);
    const end = documents.at(-1);
    if (end === undefined) return counts;
    last = end._id;
    counts = sum(counts, await copyPage(documents.map(unleased), to));
    onProgress(documents.length);
  }
};

const pageAfter = (from: Collection<Kept>, last: string): Promise<Kept[]> =>
  from.find({ _id: { $gt: last } }, { sort: { _id: 1 }, limit: page });

const copyPage = async (documents: readonly Kept[], to: Collection<Kept>): Promise<Counts> => {
  const ids = documents.map(({ _id }) => _id);
  const kept = async () => {
    const found = await to.find({ _id: { $in: ids } });
    return new Map(found.map((document) => [document._id, document]));
  };
  const before = await kept();
  await to.addMany(documents.filter(({ _id }) => !before.has(_id)));
  const after = await kept();
  const fates = documents.map((document): keyof Counts => {
    const found = after.get(document._id);
    if (found === undefined) return 'refused';
    if (!isDeepStrictEqual(unleased(found), document)) return 'different';
    return before.has(document._id) ? 'there' : 'copied';
  });
  const of = (fate: keyof Counts) => fates.filter((one) => one === fate).length;
  return {
    found: documents.length,
    copied: of('copied'),
    there: of('there'),
    different: of('different'),
    refused: of('refused'),
  };
};

const unleased = ({ leaseOwner, leaseUntil, ...document }: Kept): Kept => document;

const sum = (one: Counts, other: Counts): Counts => ({
  found: one.found + other.found,
  copied: one.copied + other.copied,
  there: one.there + other.there,
  different: one.different + other.different,
  refused: one.refused + other.refused,
});
