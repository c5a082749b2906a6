import type { Account } from '../domain/account';
import type { Collection } from './collection';

/** The account of this id when it is activated: for who registered it and comes back to see what became of it. */
export type ActiveAccount = (id: string) => Promise<Account | undefined>;

export const makeActiveAccount =
  ({ accounts }: { readonly accounts: Collection<Account> }): ActiveAccount =>
  async (id) => {
    const [found] = await accounts.find({ _id: id, status: 'active' });
    return found;
  };
