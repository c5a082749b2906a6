import { generateKeyPairSync, sign } from 'node:crypto';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** Of the stand-in that signs events, as SendGrid shows it. */
export const webhookKey = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');

interface Signing {
  readonly timestamp?: string;
  readonly key?: typeof privateKey;
}

/** The headers SendGrid sends with a body. */
export const signatureOf = (
  body: string,
  { timestamp = '1795521600', key = privateKey }: Signing = {},
): Readonly<Record<string, string>> => ({
  'Content-Type': 'application/json',
  'X-Twilio-Email-Event-Webhook-Timestamp': timestamp,
  'X-Twilio-Email-Event-Webhook-Signature': sign(
    'sha256',
    Buffer.from(timestamp + body),
    key,
  ).toString('base64'),
});

export const anotherKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

let events = 0;

/** An event as SendGrid writes it. */
export const anEvent = (event: string, mailId: string, more: object = {}) => {
  events += 1;
  return {
    email: 'jane@example.org',
    timestamp: 1_795_521_600 + events,
    'smtp-id': '<14c5d75ce93.dfd.64b469@ismtpd-555>',
    event,
    category: ['cat facts'],
    sg_event_id: `event-${events}`,
    sg_message_id: '14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.0',
    mailId,
    ...more,
  };
};
