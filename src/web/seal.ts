import { createHmac } from 'node:crypto';
import { sealData, unsealData } from 'iron-session';
import { z } from 'zod';
import type { Clock } from '../services/clock';

/** What is sealed can be given away: nobody else can read it, change it, make one, or use it for something else. */
export interface Seal {
  close(content: unknown, livesMs: number): Promise<string>;
  /** `undefined` for what is forged, damaged, sealed for something else or too old. */
  open(sealed: string): Promise<unknown>;
}

interface Needs {
  /** "session": what is sealed for one purpose does not open for another. */
  readonly purpose: string;
  readonly secretKeys: readonly string[];
  readonly clock: Clock;
}

export const makeSeal = ({ purpose, secretKeys, clock }: Needs): Seal => {
  const passwords = secretKeys.map((key) =>
    createHmac('sha256', key)
      .update(JSON.stringify(['seal', purpose]))
      .digest('hex'),
  );
  const [newest] = passwords;
  if (newest === undefined) throw new Error('no secret key: set SECRET_KEYS');
  return {
    close: (content, livesMs) =>
      sealData({ content, until: clock().getTime() + livesMs }, { password: newest, ttl: 0 }),
    open: async (sealed) => {
      // Each key in turn: the package numbers its keys, and numbers change when a key goes.
      for (const password of passwords) {
        const opened = envelope.safeParse(await unsealed(sealed, password));
        if (opened.success) return expired(opened.data, clock()) ? undefined : opened.data.content;
      }
      return undefined;
    },
  };
};

const envelope = z.object({ content: z.unknown(), until: z.number() });

const expired = ({ until }: z.output<typeof envelope>, now: Date): boolean =>
  until <= now.getTime();

/** Damaged ones mostly open to nothing; some make the package throw. */
const unsealed = async (sealed: string, password: string): Promise<unknown> => {
  try {
    return await unsealData(sealed.slice(0, longest), { password, ttl: 0 });
  } catch {
    return undefined;
  }
};

const longest = 32_000;
