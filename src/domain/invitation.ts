import type { Account } from './account';
import type { OwedMail } from './mail';
import type { Invitation } from './secrets';

/** How long a link and a temporary password work. */
export const secretsLiveMs = 24 * 3_600_000;

/** The mail that carried the secrets of a generation; none when an address was corrected and nothing could be sent. */
const secretMail = ({ mails }: Account, generation: number): OwedMail | undefined =>
  mails[`activation-${generation}`] ?? mails[`reset-${generation}`];

export const isExpired = ({ createdAt }: OwedMail, now: Date): boolean =>
  now.getTime() >= createdAt.getTime() + secretsLiveMs;

/** What the temporary password is derived from that works now; `undefined` when none does. */
export const openInvitation = (account: Account, now: Date): Invitation | undefined => {
  const { _id, generation, spentGeneration = 0 } = account;
  const mail = secretMail(account, generation);
  if (mail === undefined || isExpired(mail, now) || generation <= spentGeneration) return undefined;
  return { account: _id, generation };
};
