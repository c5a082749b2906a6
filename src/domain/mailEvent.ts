import type { MailState } from './mail';

/** What the provider says became of a mail. */
export interface MailEvent {
  /** As the mail carried it (`mailId`). */
  readonly mailId: string;
  readonly state: MailState;
  /** In the receiving server's words, with `bounced` and `dropped`. */
  readonly reason?: string;
}

/**
 * How far a mail has come. It only ever moves up, so events may come in any order and repeated. `accepted` is above `queued` and
 * `abandoned`, since an answer that was lost may have been a yes; `delivered` is above `dropped`, which then befell the mail's second
 * copy; `bounced` is above `delivered`, since some servers take a mail and send it back later.
 */
const rank: Readonly<Record<MailState, number>> = {
  queued: 0,
  abandoned: 1,
  accepted: 2,
  dropped: 3,
  delivered: 4,
  bounced: 5,
};

export const isFurther = (state: MailState, than: MailState): boolean => rank[state] > rank[than];

/** Of several events of one mail, the one that counts. */
export const furthest = (one: MailEvent, other: MailEvent): MailEvent =>
  isFurther(other.state, one.state) ? other : one;
