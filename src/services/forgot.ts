import type { Account } from '../domain/account';
import { networkOf } from '../domain/networkOf';
import { typedEmailKey } from '../domain/typedEmailKey';
import { allowEach } from './allowEach';
import type { Clock } from './clock';
import type { Collection } from './collection';
import type { Allow } from './limit';
import { mailAllowances } from './mailAllowances';
import { sendSecrets } from './sendSecrets';

export interface ForgotRequest {
  /** As typed. */
  readonly email: string;
  /** The caller's network address. */
  readonly address: string;
}

/** The same for an address that has no account. */
export type Forgotten =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'limited'; readonly until: Date };

/** Before activation a new activation mail, afterwards a temporary password; the old password works until a new one is chosen. */
export type Forgot = (request: ForgotRequest) => Promise<Forgotten>;

export interface ForgotNeeds {
  readonly accounts: Collection<Account>;
  readonly allow: Allow;
  readonly clock: Clock;
  /** Never twice the same. */
  readonly newId: () => string;
}

export const makeForgot =
  ({ accounts, allow, clock, newId }: ForgotNeeds): Forgot =>
  async ({ email, address }) => {
    const emailKey = typedEmailKey(email);
    if (emailKey === undefined) return { kind: 'accepted' };
    const allowed = await allowEach(allow, newId(), [
      { key: `forgot:${networkOf(address)}`, most: 30, withinMs: 3_600_000 },
      ...mailAllowances(emailKey),
    ]);
    if (allowed !== 'allowed') return { kind: 'limited', until: allowed.until };
    for (;;) {
      const [account] = await accounts.find({ emailKey });
      // Nobody is asked of the store what somebody would be, so that both take the same time.
      const sent =
        account === undefined
          ? await accounts.change({ emailKey, generation: 0 }, { $set: { generation: 0 } })
          : await sendSecrets({ accounts, clock }, account);
      if (account === undefined || sent !== undefined) return { kind: 'accepted' };
    }
  };
