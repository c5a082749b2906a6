import type { Draft } from '../domain/facts';
import type { HelpRequest } from '../domain/helpRequest';
import type { Locale } from '../domain/locale';
import { owe } from '../domain/owe';
import { emailKey } from '../domain/recognise/email';
import type { ToldIn } from '../domain/toldIn';
import type { Clock } from './clock';
import type { Collection } from './collection';
import type { Allow } from './limit';

export interface HelpAsked {
  /** The number the person is given: "D-482913". */
  readonly id: string;
  readonly description: string;
  readonly email: string;
  readonly draft?: Draft;
  readonly locale: Locale;
  readonly channel: string;
  /** Absent for forms: then only the address is limited. */
  readonly conversation?: string;
  /** Where an answer is told as well. */
  readonly toldIn?: ToldIn;
  readonly helpMailTo: string;
}

export type HelpAnswer =
  | { readonly kind: 'requested'; readonly id: string; readonly mail: 'receipt-1' }
  /** Another request has this number: draw another. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'limited'; readonly until: Date };

/** Request, mail to staff and receipt in one insert; asking again with the same id and description has one effect and the same answer. */
export type RequestHelp = (asked: HelpAsked) => Promise<HelpAnswer>;

export interface RequestHelpNeeds {
  readonly helpRequests: Collection<HelpRequest>;
  readonly allow: Allow;
  readonly clock: Clock;
}

const requestsAnHour = 5;
const hour = 3_600_000;

export const makeRequestHelp =
  ({ helpRequests, allow, clock }: RequestHelpNeeds): RequestHelp =>
  async (asked) => {
    const { id } = asked;
    const requested = { kind: 'requested', id, mail: 'receipt-1' } as const;
    const [[before], all] = await Promise.all([
      helpRequests.find({ _id: id }),
      Promise.all(
        limitedBy(asked).map((key) =>
          allow({ key, cause: id, most: requestsAnHour, withinMs: hour }),
        ),
      ),
    ]);
    if (before !== undefined) return isSame(before, asked) ? requested : { kind: 'taken' };
    const refused = all.find((one) => one !== 'allowed');
    if (refused !== undefined) return { kind: 'limited', until: refused.until };
    if ((await helpRequests.add(newHelpRequest(asked, clock()))) === 'added') return requested;
    const [other] = await helpRequests.find({ _id: id });
    return other !== undefined && isSame(other, asked) ? requested : { kind: 'taken' };
  };

const isSame = (request: HelpRequest, { description, email }: HelpAsked): boolean =>
  request.description === description && request.email === email;

const limitedBy = ({ conversation, email }: HelpAsked): readonly string[] => [
  ...(conversation === undefined ? [] : [`help:${conversation}`]),
  `helpTo:${emailKey(email)}`,
];

const newHelpRequest = (
  { id, description, email, draft, locale, channel, toldIn, helpMailTo }: HelpAsked,
  now: Date,
): HelpRequest => ({
  _id: id,
  description,
  email,
  ...(draft === undefined ? {} : { draft }),
  locale,
  channel,
  ...(toldIn === undefined ? {} : { toldIn }),
  status: 'open',
  mails: {
    'staff-1': owe({ kind: 'helpRequest', to: helpMailTo, locale }, now),
    'receipt-1': owe({ kind: 'helpReceipt', to: email, locale }, now),
  },
  mailDueAt: now,
  createdAt: now,
});
