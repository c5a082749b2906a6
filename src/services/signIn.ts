import type { Account } from '../domain/account';
import { canonicalPassword } from '../domain/canonicalPassword';
import { openInvitation } from '../domain/invitation';
import { networkOf } from '../domain/networkOf';
import { isTemporaryPassword } from '../domain/secrets';
import { typedEmailKey } from '../domain/typedEmailKey';
import { type ActivateAccountNeeds, makeActivateAccount } from './activateAccount';
import { allowEach } from './allowEach';
import type { Hashing } from './hashing';
import type { Allow, GiveBack } from './limit';

export interface SignInRequest {
  /** As typed. */
  readonly email: string;
  readonly password: string;
  /** The caller's network address. */
  readonly address: string;
}

export type SignedIn =
  | { readonly kind: 'signedIn'; readonly account: Account; readonly epoch: number }
  /** By a temporary password: this session may choose a new password and do nothing else. */
  | { readonly kind: 'mustChange'; readonly account: Account; readonly epoch: number }
  | { readonly kind: 'refused' }
  | { readonly kind: 'limited'; readonly until: Date };

export type SignIn = (request: SignInRequest) => Promise<SignedIn>;

export interface SignInNeeds extends ActivateAccountNeeds {
  readonly allow: Allow;
  readonly giveBack: GiveBack;
  readonly hashing: Hashing;
  readonly secretKeys: readonly string[];
  /** Never twice the same. */
  readonly newId: () => string;
}

export const makeSignIn = (needs: SignInNeeds): SignIn => {
  const { accounts, allow, giveBack, newId } = needs;
  const prove = makeProve(needs);
  const open = makeOpen(needs);
  return async ({ email, password, address }) => {
    const emailKey = typedEmailKey(email);
    if (emailKey === undefined) return { kind: 'refused' };
    const attempt = newId();
    const limits = allowances(emailKey, networkOf(address));
    const allowed = await allowEach(allow, attempt, limits);
    if (allowed !== 'allowed') return { kind: 'limited', until: allowed.until };
    const [account] = await accounts.find({ emailKey });
    const proof = await prove(account, canonicalPassword(password));
    const answer = account === undefined ? refused : await open(account, proof);
    if (answer.kind !== 'refused') {
      await Promise.all(limits.map(({ key }) => giveBack({ key, cause: attempt })));
    }
    return answer;
  };
};

const refused = { kind: 'refused' } as const;

type Proof = 'password' | 'temporary' | 'none';

/** Does the same work whether there is an account or not, whichever password it has and whether it is right: one slow hash. */
const makeProve =
  ({ hashing, secretKeys, clock }: SignInNeeds) =>
  async (account: Account | undefined, password: string): Promise<Proof> => {
    const invitation = account && openInvitation(account, clock());
    const isTemporary = isTemporaryPassword(password, invitation ?? nobody, secretKeys);
    const isHashed = await hashing.verify(account?.passwordHash ?? hashing.decoy, password);
    if (isHashed && account?.passwordHash !== undefined) return 'password';
    return isTemporary && invitation !== undefined ? 'temporary' : 'none';
  };

const nobody = { account: '', generation: 0 };

const makeOpen = (needs: SignInNeeds) => {
  const activateAccount = makeActivateAccount(needs);
  return async (account: Account, proof: Proof): Promise<SignedIn> => {
    if (proof === 'none') return refused;
    if (proof === 'password') return { kind: 'signedIn', account, epoch: account.sessionEpoch };
    const { _id, generation } = account;
    const activated = account.status === 'invited' ? await activateAccount(account) : account;
    // Somebody else's press was faster, or a newer mail was asked for at this moment.
    const [active] =
      activated === undefined
        ? await needs.accounts.find({ _id, generation, status: 'active' })
        : [activated];
    if (active === undefined) return refused;
    return { kind: 'mustChange', account: active, epoch: active.sessionEpoch };
  };
};

const minute = 60_000;

/** Failures only. Who guesses from one place is stopped soon, and does not lock the owner out at another one. */
const allowances = (emailKey: string, network: string) => [
  { key: `signInFrom:${network}`, most: 60, withinMs: 15 * minute },
  { key: `signInTo:${emailKey}|${network}`, most: 10, withinMs: 15 * minute },
  { key: `signIn:${emailKey}`, most: 100, withinMs: 60 * minute },
];
