import type { Locale } from '../domain/locale';
import type { MailState } from '../domain/mail';

/** A mail ready to go: the same document, key and settings always give the same bytes. */
export interface ComposedMail {
  /** Stable: `<document id>.<key>`. A sender that knows it already sends nothing. */
  readonly id: string;
  readonly from: string;
  readonly replyTo: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly locale: Locale;
  readonly createdAt: Date;
}

/** What a sender can say of one try. */
export type Outcome =
  | { readonly kind: 'accepted' }
  /** Not now: busy, down, out of quota. */
  | { readonly kind: 'later'; readonly reason: string; readonly retryAfterMs?: number }
  /** Never: this mail will be refused again. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Nobody knows whether it went: it is tried again with the identical mail. */
  | { readonly kind: 'ambiguous'; readonly reason: string };

/** Has to answer within the lease of a taken document (60 s). */
export type SendMail = (mail: ComposedMail) => Promise<Outcome>;

/** A mail in the local outbox, as `/dev/outbox.json` shows it (outside contract, design §10). */
export interface OutboxMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly state: MailState;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** Newest first, the last 500 at most. */
export type ReadOutbox = () => Promise<readonly OutboxMail[]>;
