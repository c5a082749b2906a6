import { setImmediate as nextTurn } from 'node:timers/promises';
import { isReplaced } from '../domain/isReplaced';
import type { OwesMail } from '../domain/mail';
import { furthest, isFurther, type MailEvent } from '../domain/mailEvent';
import { mailId, readMailId } from '../domain/mailId';
import type { Collection, Update } from './collection';
import type { OnSettled } from './deliverMail';
import { errorName } from './errorName';
import type { Log } from './log';

/** Moves mails on. Unknown mails are ignored; throws when the store is away, and the same events may then come again. */
export type MailEvents = (events: readonly MailEvent[]) => Promise<void>;

export interface MailEventsNeeds {
  readonly collections: readonly Collection<OwesMail>[];
  readonly log: Log;
  /** Like the worker's: told once a change, in this process; never waited for. */
  readonly onSettled?: OnSettled;
}

/** One search for hundreds of documents, one change for each that has news: what is known already costs no write. */
export const makeMailEvents =
  (needs: MailEventsNeeds): MailEvents =>
  async (events) => {
    const news = await byDocument(events);
    let moved = 0;
    for (const ids of slices([...news.keys()], searchedAtOnce)) {
      for (const collection of needs.collections) {
        const found = await collection.find({ _id: { $in: ids } });
        for (const some of slices(found, changedAtOnce)) {
          const counts = await Promise.all(
            some.map((document) => move(needs, collection, document, news.get(document._id) ?? [])),
          );
          moved += counts.reduce((sum, count) => sum + count, 0);
        }
      }
    }
    needs.log.info({ event: 'mail.events', events: events.length, moved });
  };

const searchedAtOnce = 500;
const changedAtOnce = 16;
const readAtOnce = 1_000;

type News = readonly (readonly [key: string, event: MailEvent])[];

/** The event that counts for each mail of each document; other work gets its turn in between. */
const byDocument = async (events: readonly MailEvent[]): Promise<ReadonlyMap<string, News>> => {
  const news = new Map<string, Map<string, MailEvent>>();
  for (const some of slices(events, readAtOnce)) {
    for (const event of some) {
      const id = readMailId(event.mailId);
      if (id === undefined) continue;
      const mails = news.get(id.document) ?? new Map<string, MailEvent>();
      const before = mails.get(id.key);
      mails.set(id.key, before === undefined ? event : furthest(before, event));
      news.set(id.document, mails);
    }
    await nextTurn();
  }
  return new Map([...news].map(([document, mails]) => [document, [...mails]]));
};

/** How many of the document's mails came further. */
const move = async (
  needs: MailEventsNeeds,
  collection: Collection<OwesMail>,
  first: OwesMail,
  news: News,
): Promise<number> => {
  for (let document: OwesMail | undefined = first; document !== undefined; ) {
    const { _id, mails } = document;
    const further = news.filter(([key, { state }]) => {
      const mail = Object.hasOwn(mails, key) ? mails[key] : undefined;
      return mail !== undefined && isFurther(state, mail.state);
    });
    if (further.length === 0) return 0;
    const unchanged = Object.fromEntries(
      further.map(([key]) => [`mails.${key}.state`, mails[key]?.state]),
    );
    const changed = await collection.change({ _id, ...unchanged }, changeOf(further));
    if (changed !== undefined) {
      for (const [key] of further) tell(needs, changed, key);
      return further.length;
    }
    // The worker or another batch was faster: look again.
    [document] = await collection.find({ _id });
  }
  return 0;
};

/** A mail that is not queued any more is not sent again; the worker puts the document's time right when it comes to it. */
const changeOf = (further: News): Update<OwesMail> => ({
  $set: Object.fromEntries(
    further.flatMap(([key, { state, reason }]) => [
      [`mails.${key}.state`, state],
      ...(reason === undefined ? [] : [[`mails.${key}.reason`, reason]]),
    ]),
  ),
  $unset: Object.fromEntries(
    further.flatMap(([key, { reason }]) => [
      [`mails.${key}.notBefore`, true],
      ...(reason === undefined ? [[`mails.${key}.reason`, true]] : []),
    ]),
  ),
});

const tell = ({ log, onSettled }: MailEventsNeeds, document: OwesMail, key: string): void => {
  const state = document.mails[key]?.state;
  if (state === undefined) return;
  const mail = mailId({ document: document._id, key });
  log.info({ event: 'mail.moved', mail, state });
  // What became of it is nobody's news any more.
  if (isReplaced(document, key)) return;
  try {
    onSettled?.(document, key, state);
  } catch (error) {
    log.error({ event: 'mail.listenerFailed', mail, error: errorName(error) });
  }
};

const slices = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
