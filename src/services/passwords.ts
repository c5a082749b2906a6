import type { Account } from '../domain/account';
import { canonicalPassword } from '../domain/canonicalPassword';
import { type BrokenRule, brokenRules, usualMinLength } from '../domain/passwordRules';
import { temporaryPassword } from '../domain/secrets';
import type { Collection } from './collection';
import type { Hashing } from './hashing';

export interface PasswordChange {
  /** The account's id, from a session that holds. */
  readonly account: string;
  readonly password: string;
  readonly confirmation: string;
}

export type PasswordChanged =
  /** Every other session is over; this one goes on with `epoch`. The temporary password is used up. */
  | { readonly kind: 'changed'; readonly epoch: number }
  /** All of them at once. */
  | { readonly kind: 'broken'; readonly rules: readonly BrokenRule[] };

export interface Passwords {
  /** For telling the rules before anything is typed. */
  readonly minLength: number;
  change(change: PasswordChange): Promise<PasswordChanged>;
  /** What `change` would refuse; changes nothing. */
  broken(change: PasswordChange): Promise<readonly BrokenRule[]>;
}

export interface PasswordsNeeds {
  readonly accounts: Collection<Account>;
  readonly hashing: Hashing;
  readonly secretKeys: readonly string[];
  /** 12 unless told otherwise. */
  readonly minLength?: number;
}

export const makePasswords = (needs: PasswordsNeeds): Passwords => {
  const { accounts, hashing, minLength = usualMinLength } = needs;
  const looked = async ({ account: id, password, confirmation }: PasswordChange) => {
    const [account] = await accounts.find({ _id: id });
    if (account === undefined) throw new Error(`no account ${id}: it was removed from the store`);
    const temporaryPasswords = sentTo(account, needs.secretKeys);
    const wished = { password, confirmation, owner: account, temporaryPasswords, minLength };
    return { account, rules: brokenRules(wished) };
  };
  return {
    minLength,
    broken: async (wished) => (await looked(wished)).rules,
    change: async (wished) => {
      const { account: id, password } = wished;
      for (;;) {
        const { account, rules } = await looked(wished);
        if (rules.length > 0) return { kind: 'broken', rules };
        const { generation, sessionEpoch } = account;
        const passwordHash = await hashing.hash(canonicalPassword(password));
        const changed = await accounts.change(
          { _id: id, generation, sessionEpoch },
          { $set: { passwordHash, spentGeneration: generation }, $inc: { sessionEpoch: 1 } },
        );
        if (changed !== undefined) return { kind: 'changed', epoch: changed.sessionEpoch };
      }
    },
  };
};

const mostRemembered = 20;

const sentTo = ({ _id, generation }: Account, keys: readonly string[]): readonly string[] =>
  Array.from({ length: Math.min(generation, mostRemembered) }, (_, index) => ({
    account: _id,
    generation: generation - index,
  })).flatMap((invitation) => keys.map((key) => temporaryPassword(invitation, key)));
