import type { Account } from '../domain/account';
import { emailKey } from '../domain/recognise/email';
import type { ToldIn } from '../domain/toldIn';
import { allowEach } from './allowEach';
import type { Clock } from './clock';
import type { Collection } from './collection';
import type { Allow } from './limit';
import { mailAllowances } from './mailAllowances';
import { makeTellOwner } from './register';
import { sendSecrets } from './sendSecrets';

export interface ResendRequest {
  /** The account's id. */
  readonly account: string;
  /** Key of the mail the person was told about: when that is a notice to the owner of a known address, another notice follows, never a link. */
  readonly mail?: string;
  readonly toldIn?: ToldIn;
  /** The caller's network address; absent in channels, where many people share one. */
  readonly from?: string;
}

export interface AddressCorrection {
  /** The registration's id: always the person's own, whatever account their last mail belongs to. */
  readonly account: string;
  /** Canonical (`readInput`). */
  readonly email: string;
  readonly toldIn?: ToldIn;
  readonly from?: string;
}

export type Resent =
  /** Where the state of the mail is found: for `mailState`, and for the next `resend`. */
  | { readonly kind: 'queued'; readonly account: string; readonly mail: string }
  | { readonly kind: 'limited'; readonly until: Date }
  | { readonly kind: 'active' };

export type Corrected =
  | Resent
  /** There is no such account, since the address it was to have was known: register again with the corrected one and the same id. */
  | { readonly kind: 'unregistered' };

export interface Resend {
  /** Whether there is nothing to send any more. Never after a notice: whose account it is about is not told. */
  isActivated(request: Pick<ResendRequest, 'account' | 'mail'>): Promise<boolean>;
  /** The older link is dead. */
  resend(request: ResendRequest): Promise<Resent>;
  /** Before activation. The older link is dead; an address of another account gets the same answer, and its owner a notice. */
  correctAddress(correction: AddressCorrection): Promise<Corrected>;
}

export interface ResendNeeds {
  readonly accounts: Collection<Account>;
  readonly allow: Allow;
  readonly clock: Clock;
  /** Never twice the same. */
  readonly newId: () => string;
}

export const makeResend = (needs: ResendNeeds): Resend => {
  const resend = makeResendTo(needs);
  const isActivated: Resend['isActivated'] = async ({ account: id, mail }) => {
    const [account] = isNotice(mail) ? [] : await needs.accounts.find({ _id: id });
    return account?.status === 'active';
  };
  return { isActivated, resend, correctAddress: makeCorrectAddress(needs, resend) };
};

const makeResendTo = (needs: ResendNeeds): Resend['resend'] => {
  const { accounts, allow, newId } = needs;
  const tellOwner = makeTellOwner(needs);
  return async ({ account: id, mail, toldIn, from }) => {
    const [first] = await accounts.find({ _id: id });
    if (first?.status === 'active' && !isNotice(mail)) return { kind: 'active' };
    const allowed = await allowEach(allow, newId(), mailAllowances(first?.emailKey ?? id, from));
    if (allowed !== 'allowed') return { kind: 'limited', until: allowed.until };
    for (let account = first; ; [account] = await accounts.find({ _id: id })) {
      if (account === undefined) throw new Error(`no account ${id}: it was removed from the store`);
      if (isNotice(mail)) {
        const cause = `${mail.slice(noticePrefix.length)}-${again(account)}`;
        return queued(await tellOwner(account, cause, toldIn));
      }
      if (account.status === 'active') return { kind: 'active' };
      const sent = await sendSecrets(needs, account, { toldIn });
      if (sent !== undefined) return { kind: 'queued', account: id, mail: sent };
    }
  };
};

const noticePrefix = 'notice-';

const isNotice = (mail: string | undefined): mail is string =>
  mail?.startsWith(noticePrefix) === true;

/** Another number each time. */
const again = ({ mails }: Account): number => Object.keys(mails).length;

const queued = ({
  account,
  mail,
}: {
  readonly account: string;
  readonly mail: string;
}): Resent => ({
  kind: 'queued',
  account,
  mail,
});

const correctionsAnHour = 5;

const makeCorrectAddress = (
  needs: ResendNeeds,
  resend: Resend['resend'],
): Resend['correctAddress'] => {
  const { accounts, allow, newId } = needs;
  const tellOwner = makeTellOwner(needs);
  return async ({ account: id, email, toldIn, from }) => {
    const key = emailKey(email);
    const [first] = await accounts.find({ _id: id });
    if (first === undefined) return { kind: 'unregistered' };
    if (first.status === 'active') return { kind: 'active' };
    if (first.emailKey === key)
      return await resend({
        account: id,
        ...(toldIn === undefined ? {} : { toldIn }),
        ...(from === undefined ? {} : { from }),
      });
    const allowed = await allowEach(allow, newId(), [
      { key: `correctAddress:${id}`, most: correctionsAnHour, withinMs: 3_600_000 },
      ...mailAllowances(key, from),
    ]);
    if (allowed !== 'allowed') return { kind: 'limited', until: allowed.until };
    for (;;) {
      const [account] = await accounts.find({ _id: id });
      if (account === undefined) return { kind: 'unregistered' };
      if (account.status === 'active') return { kind: 'active' };
      const { generation } = account;
      const [owner] = await accounts.find({ emailKey: key });
      if (owner !== undefined && owner._id !== id) {
        await accounts.change(
          { _id: id, generation, status: 'invited' },
          { $inc: { generation: 1 } },
        );
        return queued(await tellOwner(owner, `${id}-${generation}`, toldIn));
      }
      const sent = await sendSecretsTo(needs, account, { to: email, toldIn });
      if (sent !== undefined) return { kind: 'queued', account: id, mail: sent };
    }
  };
};

/** Like `sendSecrets`; `undefined` as well when another account took the address at this very moment. */
const sendSecretsTo: typeof sendSecrets = async (needs, account, addressee = {}) => {
  try {
    return await sendSecrets(needs, account, addressee);
  } catch (error) {
    const { to = account.email } = addressee;
    if ((await needs.accounts.count({ emailKey: emailKey(to) })) === 0) throw error;
    return undefined;
  }
};
