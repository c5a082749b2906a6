import { createPublicKey, verify } from 'node:crypto';

export interface Signed {
  /** As the header holds it: seconds since 1970. */
  readonly timestamp: string;
  /** The request's bytes as they came. */
  readonly body: Buffer;
  /** As the header holds it: base64. */
  readonly signature: string;
}

export type VerifyEvents = (signed: Signed) => Promise<boolean>;

/** SendGrid's signature: ECDSA with SHA-256 over the timestamp and the body. `publicKey`: base64 of its DER form. Throws at once when that is none. */
export const makeVerifyEvents = (publicKey: string): VerifyEvents => {
  const key = createPublicKey({
    key: Buffer.from(publicKey, 'base64'),
    format: 'der',
    type: 'spki',
  });
  return ({ timestamp, body, signature }) =>
    new Promise((resolve) => {
      const signed = Buffer.concat([Buffer.from(timestamp, 'utf8'), body]);
      // With a callback the work is done off this thread: ten megabytes take a while.
      verify('sha256', signed, key, Buffer.from(signature, 'base64'), (error, isValid) =>
        resolve(error === null && isValid),
      );
    });
};
