import type { Outcome } from '../services/sendMail';

/** What became of a mail when there was no answer. Only the error's code is looked at: its message and fields hold the mail and the key. */
export const transportFailure = (error: unknown): Outcome => {
  const code = codeOf(error);
  if (code === undefined) return { kind: 'ambiguous', reason: 'no answer' };
  return { kind: neverReached.has(code) ? 'later' : 'ambiguous', reason: code };
};

/** There was no connection that a mail could have gone through. */
const neverReached: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EDNS',
]);

/** The system's code where a library has put its own in front. */
const codeOf = (error: unknown): string | undefined => {
  const {
    code,
    originalCode = code,
  }: { readonly code?: unknown; readonly originalCode?: unknown } = Object(error);
  return typeof originalCode === 'string' && isCode.test(originalCode) ? originalCode : undefined;
};

const isCode = /^[A-Z][A-Z0-9_]{1,60}$/;
