import type { Store } from '../../src/services/store';

/** What a provider does with a mail. With `lost` it accepts, and nobody hears of it. */
export const fates = [
  'accepts',
  'busy',
  'limited',
  'fails',
  'hangs',
  'resets',
  'acceptsAndHangs',
  'acceptsAndResets',
] as const;

export type Fate = (typeof fates)[number];

/** Two of three are well. */
export const drawFate = (random: () => number): Fate =>
  random() < 2 / 3 ? 'accepts' : (fates[1 + Math.floor(random() * (fates.length - 1))] ?? 'busy');

interface Acceptance {
  readonly by: string;
  readonly body: string;
  /** The worker never learnt of it, or died before it could write it down: the mail comes again, and is counted. */
  readonly unheard: boolean;
  /** It was the worker's death. */
  readonly orphaned?: true;
}

/** The provider's side of the books. */
export interface MailLedger {
  accepted(mail: string, acceptance: Acceptance): void;
  /** A worker is dead; what the store does not know of its mails by now it will never know. */
  died(worker: string, store: Store): Promise<void>;
  audit(store: Store): Promise<Audit>;
}

export interface Audit {
  readonly mails: number;
  readonly sent: number;
  readonly lost: number;
  /** Accepted more than once. */
  readonly twice: number;
  /** Of these, the ones for which nobody had heard of the earlier acceptance: allowed, and counted. */
  readonly twiceUnheard: number;
  /** Accepted from a worker that died before it could write that down. */
  readonly orphaned: number;
  /** Sent again with another content. */
  readonly altered: number;
}

export const makeMailLedger = (): MailLedger => {
  const books = new Map<string, readonly Acceptance[]>();
  const dead = new Set<string>();
  return {
    accepted: (mail, acceptance) => {
      // What a worker asked for with its last breath arrives when it is dead.
      const unheard = acceptance.unheard || dead.has(acceptance.by);
      books.set(mail, [...(books.get(mail) ?? []), { ...acceptance, unheard }]);
    },
    died: async (worker, store) => {
      dead.add(worker);
      for (const { _id, mails } of await store.accounts.find({})) {
        for (const [key, { state }] of Object.entries(mails)) {
          const mail = `${_id}.${key}`;
          const entries = books.get(mail);
          if (state !== 'queued' || entries === undefined) continue;
          books.set(
            mail,
            entries.map((entry) =>
              entry.by === worker && !entry.unheard
                ? { ...entry, unheard: true, orphaned: true }
                : entry,
            ),
          );
        }
      }
    },
    audit: async (store) => {
      const accounts = await store.accounts.find({});
      const owed = accounts.flatMap(({ _id, mails }) =>
        Object.entries(mails).map(([key, { state }]) => ({ id: `${_id}.${key}`, state })),
      );
      const entries = owed.map(({ id }) => books.get(id) ?? []);
      const twice = entries.filter(({ length }) => length > 1);
      return {
        mails: owed.length,
        sent: entries.flat().length,
        lost: owed.filter(({ id, state }) => state !== 'accepted' || !books.has(id)).length,
        twice: twice.length,
        twiceUnheard: twice.filter((all) => all.filter(({ unheard }) => !unheard).length <= 1)
          .length,
        orphaned: entries.flat().filter(({ orphaned }) => orphaned).length,
        altered: twice.filter((all) => new Set(all.map(({ body }) => body)).size > 1).length,
      };
    },
  };
};
