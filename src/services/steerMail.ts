import { isExpired } from '../domain/invitation';
import { isReplaced } from '../domain/isReplaced';
import type { OwesMail } from '../domain/mail';
import { dueAfterAdding } from '../domain/owe';
import type { Clock } from './clock';
import type { Collection } from './collection';
import { type FoundMail, findMail } from './findMail';

export type Retried =
  | 'queued'
  | 'unknown'
  /** It waits for its next try by itself, or is on its way at this moment. */
  | 'waiting'
  /** Nothing says that it did not arrive: a second one would only confuse. */
  | 'sent'
  /** What is in it opens nothing any more: a new mail is needed. */
  | 'stale';

export type Abandoned =
  | 'abandoned'
  | 'unknown'
  /** It was before. */
  | 'already'
  | 'sent';

/** What staff may do with a mail. */
export interface SteerMail {
  /** Sends a mail again that was refused, given up or came back. */
  retry(id: string): Promise<Retried>;
  /** Tries a queued mail no more; one that is on its way at this moment may still arrive. */
  abandon(id: string): Promise<Abandoned>;
}

export interface SteerMailNeeds {
  readonly collections: readonly Collection<OwesMail>[];
  readonly clock: Clock;
}

export const makeSteerMail = ({ collections, clock }: SteerMailNeeds): SteerMail => ({
  retry: async (id) => {
    for (;;) {
      const found = await findMail(collections, id);
      if (found === undefined) return 'unknown';
      const { state } = found.mail;
      if (state === 'queued') return 'waiting';
      if (state === 'accepted' || state === 'delivered') return 'sent';
      if (isStale(found, clock())) return 'stale';
      if (await queueAgain(found, clock())) return 'queued';
    }
  },
  abandon: async (id) => {
    for (;;) {
      const found = await findMail(collections, id);
      if (found === undefined) return 'unknown';
      const { state } = found.mail;
      if (state === 'abandoned') return 'already';
      if (state !== 'queued') return 'sent';
      if (await giveUp(found)) return 'abandoned';
    }
  },
});

const isStale = ({ document, key, mail }: FoundMail, now: Date): boolean =>
  isReplaced(document, key) ||
  ((mail.kind === 'activation' || mail.kind === 'reset') && isExpired(mail, now));

/** False when something changed since the mail was found: look again. */
const queueAgain = async (
  { collection, document, key, mail }: FoundMail,
  now: Date,
): Promise<boolean> => {
  const { _id, mailDueAt } = document;
  const changed = await collection.change(
    { _id, mailDueAt: mailDueAt ?? { $exists: false }, [`mails.${key}.state`]: mail.state },
    {
      $set: { [`mails.${key}.state`]: 'queued', mailDueAt: dueAfterAdding(mailDueAt, now) },
      $unset: { [`mails.${key}.reason`]: true, [`mails.${key}.notBefore`]: true },
    },
  );
  return changed !== undefined;
};

const giveUp = async ({ collection, document, key }: FoundMail): Promise<boolean> => {
  const changed = await collection.change(
    { _id: document._id, [`mails.${key}.state`]: 'queued' },
    {
      $set: { [`mails.${key}.state`]: 'abandoned', [`mails.${key}.reason`]: 'by staff' },
      $unset: { [`mails.${key}.notBefore`]: true },
    },
  );
  return changed !== undefined;
};
