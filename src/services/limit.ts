import type { Clock } from './clock';
import type { Collection } from './collection';

/** What has been used of a limit since its hour (or day) began. */
export interface Limit {
  readonly _id: string;
  readonly used: number;
  /** The causes that were counted: a repeated one is free. */
  readonly causes: Readonly<Record<string, true>>;
  readonly expiresAt: Date;
}

interface Allowance {
  /** Who is limited in what: "lookUp:emulator|abc". */
  readonly key: string;
  /** What is asked for; the same cause is counted once, so that a repeated request costs nothing. */
  readonly cause: string;
  readonly most: number;
  readonly withinMs: number;
}

/** Counts a use; says until when to wait when all are used up. */
export type Allow = (allowance: Allowance) => Promise<'allowed' | { readonly until: Date }>;

export interface LimitNeeds {
  readonly limits: Collection<Limit>;
  readonly clock: Clock;
}

/** The period begins with the first use: one document a key, and a use waits for the store once. */
export const makeAllow =
  ({ limits, clock }: LimitNeeds): Allow =>
  async ({ key, cause, most, withinMs }) => {
    const path = `causes.${asKey(cause)}` as const;
    for (;;) {
      const now = clock();
      const live = { _id: key, expiresAt: { $gt: now } } as const;
      const first: Omit<Limit, '_id'> = {
        used: 1,
        causes: { [asKey(cause)]: true },
        expiresAt: new Date(now.getTime() + withinMs),
      };
      // It is under way, there is none yet, or it is over: none waits for another, and once one has counted the cause, the others find it counted.
      const [counted, added, begunAnew] = await Promise.all([
        limits.change(
          { ...live, used: { $lt: most }, [path]: { $exists: false } },
          { $inc: { used: 1 }, $set: { [path]: true } },
        ),
        limits.add({ _id: key, ...first }),
        limits.change({ _id: key, expiresAt: { $lte: now } }, { $set: first }),
      ]);
      if (counted !== undefined || added === 'added' || begunAnew !== undefined) return 'allowed';
      const [limit] = await limits.find(live);
      if (limit?.causes[asKey(cause)] === true) return 'allowed';
      if (limit !== undefined && limit.used >= most) return { until: limit.expiresAt };
    }
  };

/** Takes a use back that turned out to be none of those that are limited (a sign-in that succeeded). */
export type GiveBack = (use: Pick<Allowance, 'key' | 'cause'>) => Promise<void>;

export const makeGiveBack =
  ({ limits }: Pick<LimitNeeds, 'limits'>): GiveBack =>
  async ({ key, cause }) => {
    const path = `causes.${asKey(cause)}` as const;
    await limits.change(
      { _id: key, [path]: true },
      { $inc: { used: -1 }, $unset: { [path]: true } },
    );
  };

/** Dots and dollars have a meaning in the store's keys. */
const asKey = (cause: string) => encodeURIComponent(cause).replaceAll('.', '%2E');
