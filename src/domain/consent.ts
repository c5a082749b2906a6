import type { Locale } from './locale';

/** Proof that a version of the terms was shown and accepted. */
export interface Consent {
  readonly version: string;
  /** SHA-256, hex, of the text in `locale`. */
  readonly hash: string;
  readonly locale: Locale;
  readonly shownAt: Date;
  readonly acceptedAt: Date;
  /** Bot Framework channel id, or "form". */
  readonly channel: string;
  /** The activity that accepted, absent for forms. */
  readonly activityId?: string;
}
