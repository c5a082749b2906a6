import { z } from 'zod';
import { errorName } from '../services/errorName';
import type { InTurn } from '../services/inTurn';
import type { Log } from '../services/log';
import type { Ask } from './ask';
import { authorise } from './authorise';
import { channelId } from './channel';
import type { ChatAnswer, ChatRequest, ChatRoute } from './exchange';
import { limits } from './limits';
import type { ResumeCookie } from './resumeCookie';
import type { Pass, Tokens } from './tokens';
import type { Transcript } from './transcript';

interface Needs {
  readonly tokens: Tokens;
  readonly cookie: ResumeCookie;
  readonly transcript: Transcript;
  readonly ask: Ask;
  readonly inTurn: InTurn;
  readonly newId: () => string;
  readonly log: Log;
}

/** Beginning a conversation, finding back to it, staying in it. A valid token is enough: its conversation exists by being named. */
export const conversationRoutes = ({
  tokens,
  cookie,
  transcript,
  ask,
  inTurn,
  newId,
  log,
}: Needs): readonly ChatRoute[] => {
  const opened = (status: number, pass: Pass, { origin, watermark }: ChatRequest): ChatAnswer => {
    const query = new URLSearchParams({
      watermark: watermark ?? '',
      t: tokens.issue('stream', pass),
    });
    const address = `${base}/conversations/${encodeURIComponent(pass.conversation)}/stream?${query}`;
    return {
      status,
      body: {
        conversationId: pass.conversation,
        token: tokens.issue('calls', pass),
        expires_in: limits.tokenMs / 1000,
        streamUrl: origin.replace(/^http/, 'ws') + address,
      },
      headers: { 'Set-Cookie': cookie.write(pass) },
    };
  };

  /** The bot greets who arrives. That it could not is no reason to refuse the conversation: it answers the first message. */
  const announce = async ({ conversation, user }: Pass, locale: string | undefined) => {
    try {
      await ask({
        type: 'conversationUpdate',
        id: newId(),
        channelId,
        conversation: { id: conversation },
        from: { id: user, role: 'user' },
        membersAdded: [{ id: user, role: 'user' }],
        ...(locale === undefined ? {} : { locale }),
      });
    } catch (error) {
      log.error({ event: 'webChat.notGreeted', error: errorName(error) });
    }
  };

  const begin = async (request: ChatRequest): Promise<ChatAnswer> => {
    const authorised = authorise(request, tokens);
    if (authorised.kind === 'refused') return authorised.answer;
    const { pass } = authorised;
    const isNew = await inTurn(pass.conversation, async () => {
      if ((await transcript.length(pass.conversation)) > 0) return false;
      await announce(pass, localeIn(request.body));
      return true;
    });
    return opened(isNew ? 201 : 200, pass, request);
  };

  const comeBack = async (request: ChatRequest): Promise<ChatAnswer> => {
    const authorised = authorise(request, tokens);
    return authorised.kind === 'refused'
      ? authorised.answer
      : opened(200, authorised.pass, request);
  };

  const refresh = async (request: ChatRequest): Promise<ChatAnswer> => {
    const authorised = authorise(request, tokens);
    if (authorised.kind === 'refused') return authorised.answer;
    const { pass } = authorised;
    return {
      status: 200,
      body: {
        conversationId: pass.conversation,
        token: tokens.issue('calls', pass),
        expires_in: limits.tokenMs / 1000,
      },
      headers: { 'Set-Cookie': cookie.write(pass) },
    };
  };

  return [
    { method: 'post', path: `${base}/conversations`, answer: begin },
    { method: 'get', path: `${base}/conversations/:conversation`, answer: comeBack },
    { method: 'post', path: `${base}/tokens/refresh`, answer: refresh },
  ];
};

const base = '/v3/directline';

const localeIn = (body: unknown): string | undefined => {
  const { success, data } = start.safeParse(body);
  return success ? data.locale : undefined;
};

const start = z.object({ locale: z.string().max(35).optional() });
