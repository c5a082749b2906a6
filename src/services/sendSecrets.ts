import type { Account } from '../domain/account';
import { dueAfterAdding, owe } from '../domain/owe';
import { emailKey } from '../domain/recognise/email';
import type { ToldIn } from '../domain/toldIn';
import type { Clock } from './clock';
import type { Collection } from './collection';

interface Needs {
  readonly accounts: Collection<Account>;
  readonly clock: Clock;
}

interface Addressee {
  /** Canonical; the account's own address unless it is another one from now on. */
  readonly to?: string;
  readonly toldIn?: ToldIn | undefined;
}

/**
 * Owes an account a mail with secrets of the next generation, and the older ones are dead: an activation mail until it is active, then a
 * temporary password. Resolves to the mail's key; `undefined` when the account has changed since it was read: read it again.
 */
export const sendSecrets = async (
  { accounts, clock }: Needs,
  account: Account,
  { to = account.email, toldIn }: Addressee = {},
): Promise<string | undefined> => {
  const { _id, generation, status, locale, mailDueAt } = account;
  const now = clock();
  const kind = status === 'active' ? 'reset' : 'activation';
  const mail = `${kind}-${generation + 1}`;
  const changed = await accounts.change(
    { _id, generation, status, mailDueAt: mailDueAt ?? { $exists: false } },
    {
      $set: {
        email: to,
        emailKey: emailKey(to),
        generation: generation + 1,
        [`mails.${mail}`]: owe({ kind, to, locale, toldIn }, now),
        ...(toldIn === undefined ? {} : { toldIn }),
        mailDueAt: dueAfterAdding(mailDueAt, now),
      },
    },
  );
  return changed && mail;
};
