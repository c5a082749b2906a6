import type { Locale } from './locale';
import type { MailKind, OwedMail } from './mail';
import type { ToldIn } from './toldIn';

/** As long as a worker keeps a document to itself while it sends. */
export const mailLeaseMs = 60_000;

interface Owed {
  readonly kind: MailKind;
  readonly to: string;
  readonly locale: Locale;
  readonly toldIn?: ToldIn | undefined;
}

/** A mail that is to be sent as soon as possible. */
export const owe = ({ toldIn, ...mail }: Owed, now: Date): OwedMail => ({
  ...mail,
  ...(toldIn === undefined ? {} : { toldIn }),
  state: 'queued',
  attempts: 0,
  createdAt: now,
});

/**
 * When a document is due after a mail was added to it: now, and never at the very time it had before. By that change a worker that has the
 * document at this moment notices, when it puts it back, that there is more to do.
 */
export const dueAfterAdding = (due: Date | undefined, now: Date): Date =>
  due?.getTime() === now.getTime() ? new Date(now.getTime() + 1) : now;
