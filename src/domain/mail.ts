import type { Locale } from './locale';
import type { ToldIn } from './toldIn';

export const mailStates = [
  'queued',
  'accepted',
  'delivered',
  'bounced',
  'dropped',
  'abandoned',
] as const;

export type MailState = (typeof mailStates)[number];

export const mailKinds = [
  /** Link and temporary password. */
  'activation',
  /** A temporary password for somebody who has forgotten theirs. */
  'reset',
  /** Somebody registered this address again: its owner is told, without a link. */
  'alreadyRegistered',
  /** A help request, to staff. */
  'helpRequest',
  /** The receipt of a help request, to the person. */
  'helpReceipt',
  /** What staff answered to a help request. */
  'helpAnswer',
  /** The same, said in the conversation that the request came from: no mail, but owed like one. */
  'helpNews',
] as const;

export type MailKind = (typeof mailKinds)[number];

/** A mail that a document owes (design §8). The key it stands under names its cause: `activation-1`. */
export interface OwedMail {
  readonly kind: MailKind;
  readonly to: string;
  readonly locale: Locale;
  readonly state: MailState;
  /** Tries so far. */
  readonly attempts: number;
  /** Not to be tried before; only while `queued`. */
  readonly notBefore?: Date;
  readonly createdAt: Date;
  /** Why, with `abandoned`; in the receiving server's words with `bounced` and `dropped`. */
  readonly reason?: string;
  /** Where whoever caused it is told what becomes of it: not always the person it is sent to. */
  readonly toldIn?: ToldIn;
}

/** What a document that owes mails looks like, whatever else it holds. */
export interface OwesMail {
  readonly _id: string;
  /** No dots or dollars in the keys. */
  readonly mails: Readonly<Record<string, OwedMail>>;
  /** When the worker has to look next: order, back-off and lease in one field. Absent when nothing is owed. */
  readonly mailDueAt?: Date;
}
