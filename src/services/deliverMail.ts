import { type MailState, mailKinds, type OwedMail, type OwesMail } from '../domain/mail';
import { mailLeaseMs } from '../domain/owe';
import type { Clock } from './clock';
import type { Collection, Update } from './collection';
import { errorName } from './errorName';
import type { Log } from './log';
import type { ComposedMail, SendMail } from './sendMail';
import { type Result, type Settled, settled } from './settled';
import { noTracing, type Tracing } from './tracing';

/** `undefined` when there is nothing to send any more: a newer mail has taken its place. */
export type Compose = (document: OwesMail, key: string) => ComposedMail | undefined;

export interface DeliverMailNeeds {
  readonly collections: readonly Collection<OwesMail>[];
  readonly compose: Compose;
  readonly send: SendMail;
  /** What is owed in another way than by mail; `undefined` for a mail. */
  readonly tell?: Tell;
  readonly clock: Clock;
  /** From 0 to 1, to keep many mails from coming back at once. */
  readonly random: () => number;
  readonly log: Log;
  /** Told when a mail has come to another state, in this process; never waited for. A mail that a newer one has replaced is nobody's news. */
  readonly onSettled?: OnSettled;
  readonly tracing?: Tracing;
}

/** Has to answer within the lease, as a sender has. */
export type Tell = (document: OwesMail, key: string) => (() => Promise<Result>) | undefined;

export type OnSettled = (document: OwesMail, key: string, state: MailState) => void;

/** A document this worker has to itself until the lease ends, and the mails that are due in it. */
export interface Taken {
  readonly collection: Collection<OwesMail>;
  readonly document: OwesMail;
  readonly keys: readonly string[];
}

interface OneMail extends Omit<Taken, 'keys'> {
  readonly key: string;
}

export interface DeliverMail {
  /** Takes the document that has been due longest; `undefined` when none is. */
  take(): Promise<Taken | undefined>;
  /** Sends what was taken, settles it and puts the document back. Throws when the store is away. */
  deliver(taken: Taken): Promise<void>;
  /** After the store was away: settles what was sent meanwhile, before it is taken for unsent. Throws when it still is. */
  catchUp(): Promise<void>;
}

/**
 * The sending half of the outbox (design §8). `mailDueAt` says when a document has to be looked at; taking it moves that time, and the
 * `notBefore` of each due mail, past the lease in one conditional change. So two workers never send one mail, a mail added meanwhile is
 * seen at once, and what a crashed worker held comes back by itself.
 */
export const makeDeliverMail = (needs: DeliverMailNeeds): DeliverMail => {
  const { tracing = noTracing } = needs;
  const unsettled = new Set<() => Promise<void>>();
  const sendAndSettle = async ({ collection, document, key }: OneMail): Promise<void> => {
    const outcome = await tryToSend(needs, document, key);
    tracing.note({ 'mail.outcome': outcome.kind });
    const settleIt = () => settle(needs, { collection, document, keys: [key] }, outcome);
    try {
      await settleIt();
    } catch (error) {
      if (unsettled.size < mostUnsettled) unsettled.add(settleIt);
      throw error;
    }
  };
  return {
    take: () => take(needs),
    deliver: async ({ collection, document, keys }) => {
      await Promise.all(
        keys.map(async (key) => {
          const mail = document.mails[key];
          if (mail === undefined || !isStillOurs(mail, needs.clock())) return;
          const about = { 'mail.kind': mail.kind, 'mail.attempts': mail.attempts };
          await tracing.span('mail', about, () => sendAndSettle({ collection, document, key }), {
            root: true,
          });
        }),
      );
      await putBack(collection, document._id);
    },
    catchUp: async () => {
      for (const settleIt of unsettled) {
        await settleIt();
        unsettled.delete(settleIt);
      }
      await Promise.all(needs.collections.map((collection) => collection.find(none, { limit: 1 })));
    },
  };
};

const mostUnsettled = 1_000;

/** Nothing is called so: only whether the store answers matters. */
const none = { _id: '' };

const take = async (needs: DeliverMailNeeds): Promise<Taken | undefined> => {
  for (;;) {
    const now = needs.clock();
    const found = await Promise.all(
      needs.collections.map(async (collection) => {
        const due = { mailDueAt: { $lte: now } };
        const [document] = await collection.find(due, { sort: { mailDueAt: 1 }, limit: 1 });
        return { collection, document };
      }),
    );
    const [first] = found
      .flatMap(owing)
      .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
    if (first === undefined) return undefined;
    const taken = await lease(first, now);
    if (taken !== undefined && taken.keys.length > 0) return taken;
    // Another worker was faster, or nothing in it was due: look again.
    if (taken !== undefined) await putBack(taken.collection, taken.document._id);
  }
};

const owing = (found: { collection: Collection<OwesMail>; document: OwesMail | undefined }) => {
  const { collection, document } = found;
  if (document?.mailDueAt === undefined) return [];
  return [{ collection, document, dueAt: document.mailDueAt }];
};

const lease = async (
  { collection, document, dueAt }: Omit<Taken, 'keys'> & { readonly dueAt: Date },
  now: Date,
): Promise<Taken | undefined> => {
  const until = new Date(now.getTime() + mailLeaseMs);
  const due = Object.entries(document.mails).filter(([, mail]) => isDue(mail, now));
  const keys = due.filter(([, { kind }]) => known.has(kind)).map(([key]) => key);
  const newer = due.filter(([, { kind }]) => !known.has(kind)).map(([key]) => key);
  const each = <V>(part: string, value: V, of = keys): Record<string, V> =>
    Object.fromEntries(of.map((key) => [`mails.${key}.${part}`, value]));
  const mine = await collection.change(
    { _id: document._id, mailDueAt: dueAt, ...each('state', 'queued', [...keys, ...newer]) },
    {
      $set: {
        mailDueAt: until,
        ...each('notBefore', until),
        ...each('notBefore', new Date(now.getTime() + leftAloneMs), newer),
      },
      ...(keys.length > 0 && { $inc: each('attempts', 1) }),
    },
  );
  return mine && { collection, document: mine, keys };
};

/** While a release replaces another, mails of a kind that only the newer one knows are left to its worker, which is woken first. */
const known: ReadonlySet<string> = new Set(mailKinds);
const leftAloneMs = 10_000;

const isDue = (mail: OwedMail | undefined, now: Date): boolean =>
  mail?.state === 'queued' && (mail.notBefore === undefined || mail.notBefore <= now);

/** A process that was suspended since it took the mail may come too late: by now another one may have sent it. */
const isStillOurs = (mail: OwedMail, now: Date): boolean =>
  mail.notBefore !== undefined && mail.notBefore.getTime() - now.getTime() > longestTryMs;

/** Longer than a sender takes to answer or to give up. */
const longestTryMs = 25_000;

/** Nothing may escape: one mail's bug is not another mail's delay. */
const tryToSend = async (
  { compose, send, tell, log }: DeliverMailNeeds,
  document: OwesMail,
  key: string,
): Promise<Result> => {
  try {
    const telling = tell?.(document, key);
    if (telling !== undefined) return await telling();
    const mail = compose(document, key);
    return mail === undefined ? { kind: 'superseded' } : await send(mail);
  } catch (error) {
    const name = errorName(error);
    log.error({ event: 'mail.failed', mail: `${document._id}.${key}`, error: name });
    return { kind: 'ambiguous', reason: name };
  }
};

const settle = async (
  { clock, random, log, onSettled }: DeliverMailNeeds,
  { collection, document, keys: [key = ''] }: Taken,
  result: Result,
): Promise<void> => {
  const mail = document.mails[key];
  if (mail === undefined) return;
  const now = clock();
  const next = settled(result, mail, now, random());
  const changed = await collection.change(
    // Only our own try: after a lease that ran out, the next worker's result counts.
    {
      _id: document._id,
      [`mails.${key}.state`]: 'queued',
      [`mails.${key}.attempts`]: mail.attempts,
    },
    changeOf(key, next),
  );
  log.info({
    event: `mail.${result.kind}`,
    mail: `${document._id}.${key}`,
    attempts: mail.attempts,
    state: next.state,
    ...(next.reason !== undefined && { reason: next.reason }),
  });
  if (changed === undefined || next.state === 'queued' || result.kind === 'superseded') return;
  if (next.state === 'abandoned') {
    // Somebody waits for it in vain: operators are woken by this line.
    log.error({
      event: 'mail.abandoned',
      mail: `${document._id}.${key}`,
      kind: mail.kind,
      attempts: mail.attempts,
      reason: next.reason,
    });
  }
  try {
    onSettled?.(changed, key, next.state);
  } catch (error) {
    const name = errorName(error);
    log.error({ event: 'mail.listenerFailed', mail: `${document._id}.${key}`, error: name });
  }
};

const changeOf = (key: string, { state, reason, notBefore }: Settled): Update<OwesMail> => ({
  $set: {
    [`mails.${key}.state`]: state,
    ...(reason !== undefined && { [`mails.${key}.reason`]: reason }),
    ...(notBefore !== undefined && { [`mails.${key}.notBefore`]: notBefore }),
  },
  ...(notBefore === undefined && { $unset: { [`mails.${key}.notBefore`]: true } }),
});

/** Sets the time to look again from what the document says now. Whoever adds a mail changes that time too, and then this starts over. */
const putBack = async (collection: Collection<OwesMail>, id: string): Promise<void> => {
  for (;;) {
    const [document] = await collection.find({ _id: id });
    if (document === undefined) return;
    const seen = document.mailDueAt;
    const next = nextLook(document);
    if (seen?.getTime() === next?.getTime()) return;
    const changed = await collection.change(
      { _id: id, mailDueAt: seen ?? { $exists: false } },
      next === undefined ? { $unset: { mailDueAt: true } } : { $set: { mailDueAt: next } },
    );
    if (changed !== undefined) return;
  }
};

const nextLook = ({ mails }: OwesMail): Date | undefined => {
  const [first] = Object.values(mails)
    .filter(({ state }) => state === 'queued')
    .map(({ notBefore, createdAt }) => notBefore ?? createdAt)
    .sort((one, other) => one.getTime() - other.getTime());
  return first;
};
