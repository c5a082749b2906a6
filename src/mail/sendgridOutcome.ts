import type { Outcome } from '../services/sendMail';

/** As much of SendGrid's answer as says what becomes of the mail. */
export interface SendgridAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, unknown>>;
  /** The names of the fields that SendGrid finds fault with. */
  readonly fields: readonly string[];
}

/** Quota and outages pass; what SendGrid finds wrong with a mail or a key it will find wrong again. */
export const sendgridOutcome = (
  { status, headers, fields }: SendgridAnswer,
  now: Date,
): Outcome => {
  const reason = [`HTTP ${status}`, ...fields].join(' ');
  if (status >= 200 && status < 300) return { kind: 'accepted' };
  if (status >= 400 && status < 500 && status !== 429) return { kind: 'refused', reason };
  const retryAfterMs = waitAsked(headers, now);
  return { kind: 'later', reason, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
};

/** `Retry-After` in seconds or as a date, else `X-RateLimit-Reset` in seconds since 1970; nonsense is none. */
const waitAsked = (headers: SendgridAnswer['headers'], now: Date): number | undefined => {
  const after = String(headers['retry-after'] ?? '').trim();
  const reset = String(headers['x-ratelimit-reset'] ?? '').trim();
  const until = [
    /^\d{1,9}$/.test(after) ? now.getTime() + Number(after) * 1_000 : Date.parse(after),
    /^\d{9,11}$/.test(reset) ? Number(reset) * 1_000 : Number.NaN,
  ].find((time) => time >= now.getTime());
  return until === undefined ? undefined : until - now.getTime();
};
