import { createHash } from 'node:crypto';
import type { Account } from '../domain/account';
import { isExpired } from '../domain/invitation';
import { networkOf } from '../domain/networkOf';
import { emailKey } from '../domain/recognise/email';
import { readActivationToken } from '../domain/secrets';
import { type ActivateAccountNeeds, makeActivateAccount, makeGrantWishes } from './activateAccount';
import type { Allow } from './limit';

/** What an activation link is good for. */
export type ActivationLook =
  | { readonly kind: 'ready'; readonly account: Account }
  | { readonly kind: 'already'; readonly account: Account }
  /** 24 hours are over: `resend` sends a new mail. */
  | { readonly kind: 'expired'; readonly account: Account }
  /** A newer mail exists. Perhaps it went to another address than this one did: show nothing of the account. */
  | { readonly kind: 'superseded'; readonly account: Account }
  | { readonly kind: 'unknown' }
  /** Too many wrong links from this network address; those that are somebody's always work. */
  | { readonly kind: 'limited'; readonly until: Date };

export type Activated =
  | Exclude<ActivationLook, { readonly kind: 'ready' }>
  | { readonly kind: 'activated'; readonly account: Account };

/** `address` is the caller's network address. */
export interface Activation {
  /** Changes nothing, whoever opens a link and how often. */
  look(token: string, address: string): Promise<ActivationLook>;
  /** Pressing twice is fine: the second one is told `already`. */
  activate(token: string, address: string): Promise<Activated>;
}

export interface ActivationNeeds extends ActivateAccountNeeds {
  readonly allow: Allow;
  readonly secretKeys: readonly string[];
}

export const makeActivation = (needs: ActivationNeeds): Activation => {
  const activateAccount = makeActivateAccount(needs);
  const grantWishes = makeGrantWishes(needs);
  const look = makeLook(needs);
  return {
    look,
    activate: async (token, address) => {
      for (;;) {
        const found = await look(token, address);
        if (found.kind === 'already') {
          return { kind: 'already', account: await grantWishes(found.account) };
        }
        if (found.kind !== 'ready') return found;
        const account = await activateAccount(found.account);
        if (account !== undefined) return { kind: 'activated', account };
      }
    },
  };
};

const makeLook =
  ({ accounts, allow, clock, secretKeys }: ActivationNeeds): Activation['look'] =>
  async (token, address) => {
    const read = readActivationToken(token, secretKeys);
    const [account] = read === 'invalid' ? [] : await accounts.find({ _id: read.account });
    if (read === 'invalid' || account === undefined) {
      const allowed = await allow({ ...wrongLinks, ...counted(token, address) });
      return allowed === 'allowed' ? { kind: 'unknown' } : { kind: 'limited', ...allowed };
    }
    return { kind: stateOf(account, read.generation, clock()), account };
  };

const wrongLinks = { most: 30, withinMs: 3_600_000 };

/** The same wrong link once more costs nothing: scanners open one dozens of times. Hashed, since it may be a right one that lost its last letter. */
const counted = (token: string, address: string) => ({
  key: `activation:${networkOf(address)}`,
  cause: createHash('sha256').update(token).digest('base64url'),
});

const stateOf = (account: Account, generation: number, now: Date) => {
  const mail = account.mails[`activation-${generation}`];
  // Sent to an address that was corrected since: whoever reads that mailbox learns no more than this.
  if (mail === undefined || emailKey(mail.to) !== account.emailKey) return 'superseded';
  if (account.status === 'active') return 'already';
  if (generation < account.generation) return 'superseded';
  return isExpired(mail, now) ? 'expired' : 'ready';
};
