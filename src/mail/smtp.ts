import { createHash } from 'node:crypto';
import type { ComposedMail, Outcome } from '../services/sendMail';
import { mailbox } from './mailbox';
import { makePatience, usualTimeoutMs } from './patience';
import type { Sender } from './sender';
import { smtpTransport } from './smtpTransport';
import { transportFailure } from './transportFailure';

export interface SmtpNeeds {
  /** `smtp://` (with STARTTLS where the server has it) or `smtps://`, with user and password. */
  readonly url: string;
  readonly timeoutMs?: number;
}

/** Any SMTP server, a connection for each mail. Tried again, a mail is the same to the byte, so that servers and readers see one. */
export const makeSmtp = ({ url, timeoutMs = usualTimeoutMs }: SmtpNeeds): Sender => {
  const transport = smtpTransport(url, timeoutMs);
  const patience = makePatience(timeoutMs);
  return {
    send: (mail) =>
      patience.within(async (signal) => {
        try {
          await transport.sendMail({ ...messageOf(mail), signal });
          return { kind: 'accepted' };
        } catch (error) {
          return smtpOutcome(error);
        }
      }),
    hurry: patience.hurry,
    close: async () => {
      patience.hurry();
      transport.close();
    },
  };
};

const messageOf = (mail: ComposedMail) => {
  const id = createHash('sha256').update(mail.id).digest('hex').slice(0, 32);
  return {
    messageId: `<${id}@${mailbox(mail.from).email.split('@').at(-1)}>`,
    // What would be made up anew at every try.
    date: mail.createdAt,
    baseBoundary: id,
    from: addressed(mail.from),
    to: addressed(mail.to),
    replyTo: addressed(mail.replyTo),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: { 'Content-Language': mail.locale, 'Auto-Submitted': 'auto-generated' },
  };
};

const addressed = (text: string) => {
  const { email, name = '' } = mailbox(text);
  return { address: email, name };
};

/** An answer decides: 4yz passes, 5yz does not. Without one, what is known is whether there was a connection at all. */
const smtpOutcome = (error: unknown): Outcome => {
  const { responseCode }: { readonly responseCode?: unknown } = Object(error);
  const reason = `SMTP ${responseCode}`;
  if (/^SMTP 4\d\d$/.test(reason)) return { kind: 'later', reason };
  if (/^SMTP 5\d\d$/.test(reason)) return { kind: 'refused', reason };
  return transportFailure(error);
};
