import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Account } from '../domain/account';
import type { Session } from '../services/session';
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
  /** `Set-Cookie` that ends the session in this browser. */
  end(): string;
}

interface Needs {
  readonly seal: Seal;
  readonly jar: CookieJar;
  readonly session: Session;
}

/** A working day; the cookie ends with the browser. */
const sessionMs = 12 * 3_600_000;

export const makeSessions = ({ seal, jar, session }: Needs): Sessions => ({
  read: async (request) => {
    const sealed = jar.read(request, 'session');
    if (sealed === undefined || sealed === '') return 'none';
    const opened = content.safeParse(await seal.open(sealed));
    if (!opened.success) return 'over';
    const { mustChange, ...claims } = opened.data;
    const account = await session(claims);
    if (account === undefined) return 'over';
    return { account, mustChange: mustChange || account.passwordHash === undefined };
  },
  begin: async (claims) => jar.keep('session', await seal.close(claims, sessionMs)),
  end: () => jar.forget('session'),
});

const content = z.object({ account: z.string(), epoch: z.number(), mustChange: z.boolean() });
