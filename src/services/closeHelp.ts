import type { HelpRequest } from '../domain/helpRequest';
import type { OwedMail } from '../domain/mail';
import { dueAfterAdding, owe } from '../domain/owe';
import type { Clock } from './clock';
import type { Collection } from './collection';

export type HelpClosed =
  | { readonly kind: 'closed'; readonly request: HelpRequest }
  /** It was closed before, with this very answer or when none is given now. */
  | { readonly kind: 'already'; readonly request: HelpRequest }
  /** It was closed before with another answer or none: this one goes to nobody. */
  | { readonly kind: 'tooLate'; readonly request: HelpRequest }
  | { readonly kind: 'none' };

interface Needs {
  readonly helpRequests: Collection<HelpRequest>;
  readonly clock: Clock;
}

/**
 * Closes a request. An answer is owed from then on as a mail to the person, as was promised, and in the conversation that the
 * request came from: both travel by the store, since staff work in a process of their own. Closing twice has one effect.
 */
export const makeCloseHelp =
  ({ helpRequests, clock }: Needs) =>
  async (id: string, answer?: string): Promise<HelpClosed> => {
    for (;;) {
      const [request] = await helpRequests.find({ _id: id });
      if (request === undefined) return { kind: 'none' };
      if (request.status === 'closed') {
        const isSame = answer === undefined || answer === request.answer;
        return { kind: isSame ? 'already' : 'tooLate', request };
      }
      const now = clock();
      const { mailDueAt } = request;
      const closed = await helpRequests.change(
        { _id: id, status: 'open', mailDueAt: mailDueAt ?? { $exists: false } },
        {
          $set: {
            status: 'closed',
            closedAt: now,
            ...(answer === undefined
              ? {}
              : { answer, ...owed(request, now), mailDueAt: dueAfterAdding(mailDueAt, now) }),
          },
        },
      );
      if (closed !== undefined) return { kind: 'closed', request: closed };
      // A worker had it in hand: once more, on what it left.
    }
  };

const owed = (
  { email, channel, locale, toldIn }: HelpRequest,
  now: Date,
): Readonly<Record<`mails.${string}`, OwedMail>> => ({
  'mails.answer-1': owe({ kind: 'helpAnswer', to: email, locale }, now),
  ...(toldIn === undefined
    ? {}
    : { 'mails.news-1': owe({ kind: 'helpNews', to: channel, locale }, now) }),
});
