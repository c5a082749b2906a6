import { Readable } from 'node:stream';
import client from '@sendgrid/client';
import mailService from '@sendgrid/mail';
import type { Clock } from '../services/clock';
import type { ComposedMail } from '../services/sendMail';
import { mailbox } from './mailbox';
import { makePatience, usualTimeoutMs } from './patience';
import type { Sender } from './sender';
import { faultyFields } from './sendgridFaults';
import { sendgridOutcome } from './sendgridOutcome';
import { transportFailure } from './transportFailure';

export interface SendgridNeeds {
  readonly apiKey: string;
  /** Without `/v3/mail/send`; for EU residency `https://api.eu.sendgrid.com`. */
  readonly baseUrl?: string;
  readonly clock: Clock;
  readonly timeoutMs?: number;
  /** SendGrid checks the mail and sends nothing. */
  readonly sandbox?: boolean;
}

export const makeSendgrid = ({
  apiKey,
  baseUrl = 'https://api.sendgrid.com',
  clock,
  timeoutMs = usualTimeoutMs,
  sandbox = false,
}: SendgridNeeds): Sender => {
  const patience = makePatience(timeoutMs);
  return {
    send: (mail) =>
      patience.within(async (signal) => {
        const answer = await post({ apiKey, baseUrl, signal, mail, sandbox });
        if (answer.kind === 'none') return transportFailure(answer.error);
        const { status, headers, body } = answer;
        const fields = status < 400 ? [] : await faultyFields(body, timeoutMs / 4);
        drain(body);
        return sendgridOutcome({ status, headers, fields }, clock());
      }),
    hurry: patience.hurry,
    close: async () => patience.hurry(),
  };
};

// The library's types name its ready-made instances only, which are one for the whole process.
const { Client }: { readonly Client: new () => typeof client } = Object(client);
const { MailService }: { readonly MailService: new () => typeof mailService } = Object(mailService);

interface Request {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly signal: AbortSignal;
  readonly mail: ComposedMail;
  readonly sandbox: boolean;
}

type Answer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, unknown>>;
      readonly body: unknown;
    }
  | { readonly kind: 'none'; readonly error: unknown };

/** A client each time, since it carries the signal. The key goes in as a header: `setApiKey` writes to the console and resets the base URL. */
const post = async ({ apiKey, baseUrl, signal, mail, sandbox }: Request): Promise<Answer> => {
  const own = new Client();
  own.setDefaultHeader('Authorization', `Bearer ${apiKey}`);
  // More than the library's type knows goes through to its HTTP client. As a stream, the first line of the answer decides, whatever follows.
  const request = { url: '', baseUrl, signal, responseType: 'stream', maxRedirects: 0 };
  own.setDefaultRequest(request);
  const service = new MailService();
  service.setClient(own);
  try {
    const [{ statusCode, headers, body }] = await service.send(messageOf(mail, sandbox));
    return { kind: 'answer', status: statusCode, headers: Object(headers), body };
  } catch (error) {
    return refusal(error) ?? { kind: 'none', error };
  }
};

/** From 400 on the library throws what was answered; for what is below, its HTTP client does. */
const refusal = (error: unknown): Answer | undefined => {
  const { code, response } = fields(error);
  const { status = code, headers, body, data = body } = fields(response);
  if (response === undefined || typeof status !== 'number') return undefined;
  return { kind: 'answer', status, headers: fields(headers), body: data };
};

const fields = (value: unknown): Readonly<Record<string, unknown>> => Object(value);

/** Tracking would rewrite the activation link and look over the reader's shoulder. */
const messageOf = (mail: ComposedMail, sandbox: boolean) => ({
  from: mailbox(mail.from),
  to: mailbox(mail.to),
  replyTo: mailbox(mail.replyTo),
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  customArgs: { mailId: mail.id },
  trackingSettings: {
    clickTracking: { enable: false, enableText: false },
    openTracking: { enable: false },
    subscriptionTracking: { enable: false },
    ganalytics: { enable: false },
  },
  ...(sandbox ? { mailSettings: { sandboxMode: { enable: true } } } : {}),
});

/** Nobody reads on: the connection is free for the next mail, and what goes wrong from here on is nobody's trouble. */
const drain = (body: unknown): void => {
  if (!(body instanceof Readable)) return;
  body.on('error', () => undefined);
  body.resume();
};
