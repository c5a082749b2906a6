import type { Account } from '../domain/account';
import type { HelpRequest } from '../domain/helpRequest';
import type { MailState as State } from '../domain/mail';
import type { Collection } from './collection';

/** Which document owes the mail, and under which key it stands there. */
export type MailReference =
  | { readonly account: string; readonly mail: string }
  | { readonly helpRequest: string; readonly mail: string };

/** The true state of a mail; `undefined` when there is no such mail. */
export type MailState = (reference: MailReference) => Promise<State | undefined>;

export interface MailStateNeeds {
  readonly accounts: Collection<Account>;
  readonly helpRequests: Collection<HelpRequest>;
}

export const makeMailState =
  ({ accounts, helpRequests }: MailStateNeeds): MailState =>
  async (reference) => {
    const [owing] =
      'account' in reference
        ? await accounts.find({ _id: reference.account })
        : await helpRequests.find({ _id: reference.helpRequest });
    return owing?.mails[reference.mail]?.state;
  };
