import type { MailKind, OwedMail } from '../domain/mail';
import type { Outcome } from './sendMail';

export type Result = Outcome | { readonly kind: 'superseded' };

export type Settled = Pick<OwedMail, 'state' | 'reason' | 'notBefore'>;

/** What one try makes of a mail. */
export const settled = (result: Result, mail: OwedMail, now: Date, chance: number): Settled => {
  switch (result.kind) {
    case 'accepted':
      return { state: 'accepted' };
    case 'superseded':
      return { state: 'abandoned', reason: 'superseded' };
    case 'refused':
      return { state: 'abandoned', reason: result.reason };
    case 'later':
    case 'ambiguous': {
      const asked = result.kind === 'later' ? (result.retryAfterMs ?? 0) : 0;
      const wait = Math.max(backOffMs(mail.attempts, chance), Math.min(asked, longestAskedMs));
      const notBefore = new Date(now.getTime() + wait);
      const tooLate = notBefore.getTime() - mail.createdAt.getTime() > worthSendingMs[mail.kind];
      return tooLate
        ? { state: 'abandoned', reason: `gave up: ${result.reason}` }
        : { state: 'queued', notBefore };
    }
  }
};

/** 5, 10, 20, 40, then 50 seconds, a fifth more or less: 90 seconds after the provider is back, every mail is on its way, also one whose last try hung. */
const backOffMs = (attempts: number, chance: number): number =>
  Math.min(5_000 * 2 ** (attempts - 1), 50_000) * (0.8 + 0.4 * chance);

const longestAskedMs = 10 * 60_000;

const hourMs = 3_600_000;

/** Secrets live 24 hours. */
const worthSendingMs: Readonly<Record<MailKind, number>> = {
  activation: 24 * hourMs,
  reset: 24 * hourMs,
  alreadyRegistered: 72 * hourMs,
  helpRequest: 72 * hourMs,
  helpReceipt: 72 * hourMs,
  helpAnswer: 72 * hourMs,
  helpNews: 24 * hourMs,
};
