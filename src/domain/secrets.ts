import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What an activation mail's secrets belong to. "Resend" adds one to the generation, and the older ones are dead. */
export interface Invitation {
  readonly account: string;
  readonly generation: number;
}

export type TokenReading =
  | {
      readonly kind: 'valid';
      readonly account: string;
      readonly generation: number;
      /** Which of the keys signed it: 0 is the one in use. */
      readonly keyIndex: number;
    }
  | 'invalid';

/**
 * Four groups of four, "cdfh-kmnp-rtx3-4674": derived, never stored, so a mail sent again says the same.
 * 60 bits in the first fifteen characters, two more in the last, which is always a digit.
 */
export const temporaryPassword = (invitation: Invitation, key: string): string => {
  const bytes = mac('temporary-password', invitation, key);
  const symbols = Array.from({ length: 16 }, (_, index) => {
    const nibble = bytes.readUInt8(index) % 16;
    return index < 15 ? alphabet.charAt(nibble) : digits.charAt(nibble % 4);
  });
  return symbols.join('').replace(/.{4}(?=.)/g, '$&-');
};

/** Forgives what typing and copying do: blanks, any dash or none, capitals. Takes the same time right or wrong. */
export const isTemporaryPassword = (
  typed: string,
  invitation: Invitation,
  keys: readonly string[],
): boolean => {
  const given = bare(typed);
  return keys
    .map((key) => sameText(given, bare(temporaryPassword(invitation, key))))
    .includes(true);
};

/** The account is found from the token itself: payload, dot, proof. It ends in a hex digit, since mail clients cut "-", "_" and "." off the end of links. */
export const activationToken = (invitation: Invitation, key: string): string => {
  const payload = Buffer.from(JSON.stringify([invitation.generation, invitation.account]));
  return `${payload.toString('base64url')}.${proof(invitation, key)}`;
};

export const readActivationToken = (token: string, keys: readonly string[]): TokenReading => {
  const [payload = '', given = '', ...rest] = token.slice(0, 1000).split('.');
  const invitation = invitationIn(payload);
  if (invitation === undefined || rest.length > 0) return 'invalid';
  const matches = keys.map((key) => sameText(given, proof(invitation, key)));
  const keyIndex = matches.indexOf(true);
  return keyIndex === -1 ? 'invalid' : { kind: 'valid', ...invitation, keyIndex };
};

/**
 * Sixteen characters nobody mistakes for each other, read or typed: no 0/O, 1/l/i, 2/z, 5/s, 6/b, 8/B, 9/g/q, v/w, u/n,
 * and no vowels, so no words. Sixteen, because four bits then choose one without favouring any.
 */
const alphabet = 'cdfhkmnprtx34679';
const digits = '3467';

const mac = (purpose: string, { account, generation }: Invitation, key: string): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify([purpose, account, generation]))
    .digest();

const proof = (invitation: Invitation, key: string): string =>
  mac('activation-token', invitation, key).toString('hex').slice(0, 32);

const bare = (typed: string): string =>
  typed
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Dash}\p{Cf}]/gu, '');

/** Hashed first: the comparison needs equal lengths and must not tell them. */
const sameText = (one: string, other: string): boolean =>
  timingSafeEqual(
    createHash('sha256').update(one).digest(),
    createHash('sha256').update(other).digest(),
  );

const invitationIn = (payload: string): Invitation | undefined => {
  try {
    const read: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    if (!Array.isArray(read)) return undefined;
    const [generation, account]: unknown[] = read;
    return typeof account === 'string' && typeof generation === 'number'
      ? { account, generation }
      : undefined;
  } catch {
    return undefined;
  }
};
