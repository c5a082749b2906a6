import { z } from 'zod';
import type { Clock } from '../services/clock';
import type { Allow } from '../services/limit';
import { type ChatAnswer, type ChatRequest, type ChatRoute, refusal } from './exchange';
import { limits } from './limits';
import type { ResumeCookie } from './resumeCookie';
import type { Pass, TokenRead } from './tokens';

/** What the page gets: `conversationId` only when there is a conversation to come back to, `domain` only when it is not here. */
export interface Minted {
  readonly token: string;
  readonly conversationId?: string;
  readonly domain?: string;
}

/** Where conversations come from: our own Direct Line, or Azure's. */
export interface Conversations {
  begin(): Promise<{ readonly pass: Pass; readonly minted: Minted } | 'unavailable'>;
  /** `gone`: there is no such conversation to come back to. */
  resume(pass: Pass): Promise<Minted | 'gone' | 'unavailable'>;
}

interface Needs {
  readonly conversations: Conversations;
  readonly cookie: ResumeCookie;
  readonly allow: Allow;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** `POST /api/webchat/token`: the browser's way in, and back in. Beginning is limited by network address, coming back is not. */
export const mintRoute = ({ conversations, cookie, allow, clock, newId }: Needs): ChatRoute => {
  const back = async (known: TokenRead): Promise<ChatAnswer | 'gone'> => {
    if (known.kind !== 'valid') return 'gone';
    const minted = await conversations.resume(known.pass);
    if (minted === 'gone') return minted;
    return minted === 'unavailable' ? unavailable : given(minted, known.pass);
  };

  const given = (minted: Minted, pass: Pass): ChatAnswer => ({
    status: 200,
    body: minted,
    headers: { 'Set-Cookie': cookie.write(pass) },
  });

  const anew = async (address: string): Promise<ChatAnswer> => {
    const allowed = await allow({
      key: `webChat|${address}`,
      cause: newId(),
      most: limits.mintsPerMinute,
      withinMs: 60_000,
    });
    if (allowed !== 'allowed') {
      const wait = Math.max(1, Math.ceil((allowed.until.getTime() - clock().getTime()) / 1000));
      return refusal(429, 'tooMany', { 'Retry-After': String(wait) });
    }
    const begun = await conversations.begin();
    return begun === 'unavailable' ? unavailable : given(begun.minted, begun.pass);
  };

  return {
    method: 'post',
    path: '/api/webchat/token',
    answer: async ({ body, cookie: header, address }: ChatRequest) => {
      const read = wish.safeParse(body ?? {});
      if (!read.success) return refusal(400, 'notUnderstood');
      const answer = read.data.startOver ? 'gone' : await back(cookie.read(header));
      return answer === 'gone' ? anew(address) : answer;
    },
  };
};

const wish = z.object({ startOver: z.boolean().default(false) });

const unavailable = refusal(502, 'unavailable', { 'Retry-After': '5' });
