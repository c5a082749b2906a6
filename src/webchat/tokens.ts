import { createHmac } from 'node:crypto';
import { sign, TokenExpiredError, verify } from 'jsonwebtoken';
import { z } from 'zod';
import type { Clock } from '../services/clock';
import { limits } from './limits';

/** Who may speak in which conversation. */
export interface Pass {
  readonly conversation: string;
  /** Begins with "dl_": the client then takes the id from the token and no other. */
  readonly user: string;
  /** When the conversation was begun. */
  readonly since: Date;
}

/** What a token is good for: calls, opening a stream, finding back to the conversation (the cookie). */
export type Purpose = 'calls' | 'stream' | 'resume';

export type TokenRead =
  | { readonly kind: 'valid'; readonly pass: Pass }
  | { readonly kind: 'expired' }
  | { readonly kind: 'invalid' };

export interface Tokens {
  issue(purpose: Purpose, pass: Pass): string;
  read(purpose: Purpose, token: string): TokenRead;
}

interface Needs {
  /** The first one signs, the others are still believed. */
  readonly secretKeys: readonly [string, ...string[]];
  readonly clock: Clock;
}

/** JWT, HS256. Nothing is stored: a token is believed for what it says, after a restart too. */
export const makeTokens = ({ secretKeys, clock }: Needs): Tokens => {
  const [signing, ...older] = secretKeys;
  const keys = [keyOf(signing), ...older.map(keyOf)] as const;
  return {
    issue: (purpose, { conversation, user, since }) => {
      const iat = seconds(clock());
      const exp = iat + lifetimes[purpose] / 1000;
      const claims = { conv: conversation, user, since: seconds(since), aud: purpose, iat, exp };
      return sign(claims, keys[0]);
    },
    read: (purpose, token) => {
      const now = seconds(clock());
      const readings = keys.map((key) => readWith(key, purpose, token, now));
      return readings.find(({ kind }) => kind !== 'invalid') ?? { kind: 'invalid' };
    },
  };
};

const lifetimes: Readonly<Record<Purpose, number>> = {
  calls: limits.tokenMs,
  stream: limits.streamTokenMs,
  resume: limits.conversationMs,
};

/** A key of our own, so that nothing else that these keys sign can be shown here. */
const keyOf = (secret: string): Buffer => createHmac('sha256', secret).update('web chat').digest();

const seconds = (date: Date): number => Math.floor(date.getTime() / 1000);

const shape = z.object({ conv: z.string().min(1), user: z.string().min(1), since: z.number() });

const readWith = (key: Buffer, purpose: Purpose, token: string, now: number): TokenRead => {
  try {
    const { conv, user, since } = shape.parse(
      verify(token, key, { algorithms: ['HS256'], audience: purpose, clockTimestamp: now }),
    );
    return { kind: 'valid', pass: { conversation: conv, user, since: new Date(since * 1000) } };
  } catch (error) {
    return { kind: error instanceof TokenExpiredError ? 'expired' : 'invalid' };
  }
};
