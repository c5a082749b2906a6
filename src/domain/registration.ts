import type { Draft, Fact, Field, TextFact } from './facts';
import type { FunnelStep } from './funnelStep';
import type { Locale } from './locale';
import type { Said } from './said';

/** A registration on its way, as a conversation keeps it: plain JSON, times in ISO 8601. */
export interface Registration {
  /** Becomes the account's id, so that confirming twice has one effect. */
  readonly id: string;
  readonly draft: Draft;
  /** Goes up with every change of the draft: a review card of an earlier revision is out of date. */
  readonly revision: number;
  /** Cards with a lower number belong to an earlier registration. */
  readonly firstCard: number;
  /** The terms that were put before the person last. */
  readonly shown?: {
    readonly version: string;
    readonly hash: string;
    readonly locale: Locale;
    readonly at: string;
  };
  readonly consent?: AcceptedTerms;
  /** The machine that was found for `draft.serial`; out of date when its serial is another one. */
  readonly machine?: FoundMachine;
  /** An answer that is to be given again; the earlier one stands until then. */
  readonly editing?: { readonly what: Field | Fact; readonly sinceCard: number };
  readonly suggestion?: Suggestion;
  /** The channel was asked who the person is: that happens once. */
  readonly offered?: true;
  /** What it said and the person has not confirmed: no answer yet. */
  readonly offer?: Draft;
  /** An address that looked misspelt and that the person wants as it is. */
  readonly keptEmail?: string;
  /** Content that could not be used, to be shown again for correction. */
  readonly rejected: { readonly [F in TextFact]?: string };
  /** Serial numbers in a row that are not in the list. */
  readonly unknownSerials: number;
  /** Unusable answers in a row: the wording escalates. */
  readonly misses: number;
  /** What was answered last, for "go back". */
  readonly last?: Field;
  readonly confirmed: boolean;
  /** When each field got the answer that stands, in milliseconds. */
  readonly answeredAt?: { readonly [F in Field]?: number };
  /** The latest typed messages, for when one is edited. */
  readonly said?: readonly Said[];
  /** How far it came at most; counted, never acted on. */
  readonly step?: FunnelStep;
}

export interface AcceptedTerms {
  readonly version: string;
  readonly hash: string;
  readonly locale: Locale;
  readonly shownAt: string;
  readonly acceptedAt: string;
  readonly channel: string;
  readonly activityId?: string;
}

export interface FoundMachine {
  readonly serial: string;
  readonly model: string;
  /** Supplied by a partner, whose representative may be the meter-reading contact. */
  readonly partner: boolean;
}

export type Suggestion =
  | { readonly kind: 'email'; readonly given: string; readonly proposed: string }
  | { readonly kind: 'machine'; readonly given: string; readonly proposed: FoundMachine };

export const newRegistration = (id: string, firstCard: number): Registration => ({
  id,
  draft: {},
  revision: 0,
  firstCard,
  rejected: {},
  unknownSerials: 0,
  misses: 0,
  confirmed: false,
});

/** A copy without the named keys: absent is absent, never `undefined` (style 11). */
export const without = <T extends object, K extends keyof T>(
  value: T,
  ...keys: readonly K[]
): Omit<T, K> => {
  if (!keys.some((key) => key in value)) return value;
  const gone: readonly PropertyKey[] = keys;
  const rest: Partial<T> = {};
  for (const key in value) if (!gone.includes(key)) rest[key] = value[key];
  // What remains is T without K.
  return rest as Omit<T, K>;
};
