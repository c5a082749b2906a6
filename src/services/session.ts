import type { Account } from '../domain/account';
import type { Collection } from './collection';

/** Whose session it is; `undefined` when it is over: the password was changed since, or there is no such account. */
export type Session = (session: {
  /** The account's id. */
  readonly account: string;
  readonly epoch: number;
}) => Promise<Account | undefined>;

export interface SessionNeeds {
  readonly accounts: Collection<Account>;
}

export const makeSession =
  ({ accounts }: SessionNeeds): Session =>
  async ({ account, epoch }) => {
    const [found] = await accounts.find({ _id: account, sessionEpoch: epoch, status: 'active' });
    return found;
  };
