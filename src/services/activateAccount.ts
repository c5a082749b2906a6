import type { Account } from '../domain/account';
import type { Machine } from '../domain/machine';
import type { Clock } from './clock';
import type { Collection } from './collection';

/** The account, active; `undefined` when it was active already or its generation is another one by now. */
export type ActivateAccount = (account: Account) => Promise<Account | undefined>;

export interface ActivateAccountNeeds {
  readonly accounts: Collection<Account>;
  readonly machines: Collection<Machine>;
  readonly clock: Clock;
  /** Told once an account, in this process; not waited for. */
  readonly onActivated?: (account: Account) => void;
}

/** By pressing the link's button or by signing in with the temporary password: either proves the mailbox. */
export const makeActivateAccount = (needs: ActivateAccountNeeds): ActivateAccount => {
  const { accounts, clock, onActivated = () => undefined } = needs;
  const grantWishes = makeGrantWishes(needs);
  return async ({ _id, generation }) => {
    const active = await accounts.change(
      { _id, generation, status: 'invited' },
      { $set: { status: 'active', activatedAt: clock() } },
    );
    if (active === undefined) return undefined;
    const granted = await grantWishes(active);
    onActivated(granted);
    return granted;
  };
};

/**
 * A machine has one meter-reading contact: who is first has it, the wish of anybody else stays a wish. May be called again:
 * the process may have died between the machine and the account.
 */
export const makeGrantWishes =
  ({ accounts, machines }: Pick<ActivateAccountNeeds, 'accounts' | 'machines'>) =>
  async (account: Account): Promise<Account> => {
    let current = account;
    for (const serial of account.meterContactWanted) {
      const machine = { _id: serial };
      const meterContact = account._id;
      await machines.change(
        { ...machine, meterContact: { $exists: false } },
        { $set: { meterContact } },
      );
      if ((await machines.count({ ...machine, meterContact })) === 0) continue;
      const granted = await accounts.change(
        { _id: account._id },
        { $addToSet: { meterContact: serial }, $pull: { meterContactWanted: serial } },
      );
      current = granted ?? current;
    }
    return current;
  };
