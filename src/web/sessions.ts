import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Account } from '../domain/account';
import type { Clock } from '../services/clock';
import type { EndSession, Session } from '../services/session';
import type { CookieJar } from './cookies';
import type { Seal } from './seal';

export interface OpenSession {
  readonly account: Account;
  /** Came in by a temporary password: nothing but choosing a new one works. */
  readonly mustChange: boolean;
}

export interface Sessions {
  /** Whose request it is; `over` when a session was there and has ended, `none` when there was none. */
  read(request: IncomingMessage): Promise<OpenSession | 'over' | 'none'>;
  /** `Set-Cookie` of a new session. */
  begin(session: {
    readonly account: string;
    readonly epoch: number;
    readonly mustChange: boolean;
  }): Promise<string>;
  /** Ends the session of this request, copies of its cookie included. `Set-Cookie` that takes it out of this browser. */
  end(request: IncomingMessage): Promise<string>;
}

interface Needs {
  readonly seal: Seal;
  readonly jar: CookieJar;
  readonly session: Session;
  readonly endSession: EndSession;
  readonly clock: Clock;
  /** Never twice the same. */
  readonly newId: () => string;
}

/** A working day; the cookie ends with the browser. */
const sessionMs = 12 * 3_600_000;

export const makeSessions = (needs: Needs): Sessions => {
  const { seal, jar, session, endSession, clock, newId } = needs;
  const claimsIn = async (request: IncomingMessage) => {
    const sealed = jar.read(request, 'session');
    if (sealed === undefined || sealed === '') return 'none';
    const opened = content.safeParse(await seal.open(sealed));
    return opened.success ? opened.data : 'over';
  };
  return {
    read: async (request) => {
      const claims = await claimsIn(request);
      if (typeof claims === 'string') return claims;
      const account = await session(claims);
      if (account === undefined) return 'over';
      return { account, mustChange: claims.mustChange || account.passwordHash === undefined };
    },
    begin: async (claims) =>
      jar.keep('session', await seal.close({ ...claims, id: newId() }, sessionMs)),
    end: async (request) => {
      const claims = await claimsIn(request);
      if (typeof claims !== 'string') {
        await endSession({ id: claims.id, until: new Date(clock().getTime() + sessionMs) });
      }
      return jar.forget('session');
    },
  };
};

const content = z.object({
  id: z.string(),
  account: z.string(),
  epoch: z.number(),
  mustChange: z.boolean(),
});
