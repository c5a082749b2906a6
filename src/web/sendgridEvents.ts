import { setImmediate as nextTurn } from 'node:timers/promises';
import type { MailState } from '../domain/mail';
import type { MailEvent } from '../domain/mailEvent';
import { errorName } from '../services/errorName';
import type { Log } from '../services/log';
import type { MailEvents } from '../services/mailEvents';
import { bodyBytes } from './bodyBytes';
import { makeVerifyEvents } from './eventSignature';
import { jsonList } from './jsonList';
import { json, type Responder } from './reply';

interface Needs {
  /** The event webhook's public key, base64. */
  readonly publicKey: string;
  readonly mailEvents: MailEvents;
  readonly log: Log;
}

/**
 * `POST /api/sendgrid/events`. The age of a batch is not looked at: SendGrid repeats one for a day until it is taken, and since mails
 * only move forward, an old batch that somebody plays again changes nothing. What cannot be kept now is answered with 503: it comes again.
 */
export const sendgridEvents = ({ publicKey, mailEvents, log }: Needs): Responder => {
  const verify = makeVerifyEvents(publicKey);
  return async (request) => {
    const signature = String(request.headers['x-twilio-email-event-webhook-signature'] ?? '');
    const timestamp = String(request.headers['x-twilio-email-event-webhook-timestamp'] ?? '');
    const isSigned = signature !== '' && signature.length < 200 && /^\d{1,15}$/.test(timestamp);
    const body = await bodyBytes(request, isSigned ? mostBytes : mostUnsignedBytes);
    if (!isSigned) return json(401, { error: 'unsigned' });
    if (body === undefined) return json(413, { error: 'tooLarge' });
    if (!(await verify({ timestamp, body, signature }))) return json(403, { error: 'signature' });
    const batch = await jsonList(body.toString('utf8'));
    if (batch === undefined) return json(400, { error: 'notABatch' });
    try {
      await mailEvents(await eventsIn(batch));
      return json(200, {});
    } catch (error) {
      log.error({ event: 'mail.eventsFailed', error: errorName(error) });
      return { ...json(503, { error: 'tryAgain' }), headers: { 'Retry-After': '30' } };
    }
  };
};

/** Ten thousand events are about six megabytes. */
const mostBytes = 20 * 1024 * 1024;
const mostUnsignedBytes = 1024 * 1024;

const readAtOnce = 1_000;

/** The events that say something of a mail of ours; other work gets its turn in between. */
const eventsIn = async (batch: readonly unknown[]): Promise<readonly MailEvent[]> => {
  const events: MailEvent[] = [];
  for (let start = 0; start < batch.length; start += readAtOnce) {
    events.push(...batch.slice(start, start + readAtOnce).flatMap(eventOf));
    await nextTurn();
  }
  return events;
};

const eventOf = (given: unknown): readonly MailEvent[] => {
  const { mailId, event, reason }: Readonly<Record<string, unknown>> = Object(given);
  const state = typeof event === 'string' ? states.get(event) : undefined;
  if (state === undefined || typeof mailId !== 'string' || mailId.length > longestId) return [];
  const isBack = state === 'bounced' || state === 'dropped';
  return [
    { mailId, state, ...(isBack && typeof reason === 'string' && { reason: brief(reason) }) },
  ];
};

const longestId = 500;

/** What SendGrid calls it, and what it means for the reader. Whoever opened a mail or called it spam has it. */
const states: ReadonlyMap<string, MailState> = new Map([
  ['processed', 'accepted'],
  ['deferred', 'accepted'],
  ['delivered', 'delivered'],
  ['open', 'delivered'],
  ['click', 'delivered'],
  ['spamreport', 'delivered'],
  ['dropped', 'dropped'],
  ['bounce', 'bounced'],
]);

const brief = (reason: string): string =>
  reason
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
