/** The part of MongoDB's query language that both engines know. Keys may be dotted paths. */
export type Condition<V> =
  | V
  | {
      readonly $in?: readonly V[];
      readonly $ne?: V;
      readonly $lt?: V;
      readonly $lte?: V;
      readonly $gt?: V;
      readonly $gte?: V;
      readonly $exists?: boolean;
    };

type Paths = { readonly [path: `${string}.${string}`]: unknown };

export type Filter<T> = { readonly [K in keyof T]?: Condition<T[K]> } & {
  readonly $or?: readonly Filter<T>[];
} & Paths;

export interface Update<T> {
  readonly $set?: { readonly [K in keyof T]?: T[K] } & Paths;
  readonly $unset?: { readonly [K in keyof T]?: true } & Paths;
  readonly $inc?: { readonly [K in keyof T]?: number } & Paths;
  readonly $push?: Readonly<Record<string, unknown>>;
  readonly $addToSet?: Readonly<Record<string, unknown>>;
  readonly $pull?: Readonly<Record<string, unknown>>;
  readonly $min?: { readonly [K in keyof T]?: T[K] } & Paths;
  readonly $max?: { readonly [K in keyof T]?: T[K] } & Paths;
}

export type Sort<T> = { readonly [K in keyof T]?: 1 | -1 };

/** Fields that are wanted of a document, besides its id; the others stay where they are, which saves their way. */
export interface Wanted<K> {
  readonly only: readonly K[];
}

/** The store port. Every call is atomic on one document; there are no transactions (design §7). */
export interface Collection<T extends { readonly _id: string }> {
  /** `taken` when the `_id` or another unique field exists already. */
  add(document: T): Promise<'added' | 'taken'>;
  /** Like `add` for each of many, in order, at the price of one write. */
  addMany(documents: readonly T[]): Promise<readonly ('added' | 'taken')[]>;
  find(
    filter: Filter<T>,
    page?: { readonly sort?: Sort<T>; readonly limit?: number },
  ): Promise<T[]>;
  /** Changes one document and returns its new version, or what is wanted of it; `undefined` when none matches. */
  change<K extends keyof T = keyof T>(
    filter: Filter<T>,
    update: Update<T>,
    wanted?: Wanted<K>,
  ): Promise<Pick<T, K | '_id'> | undefined>;
  remove(filter: Filter<T>): Promise<number>;
  count(filter: Filter<T>): Promise<number>;
}
