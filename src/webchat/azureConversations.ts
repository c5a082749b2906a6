import { z } from 'zod';
import type { Clock } from '../services/clock';
import { errorName } from '../services/errorName';
import type { Log } from '../services/log';
import type { Conversations } from './mint';

export interface AzureNeeds {
  readonly secret: string;
  /** Without a slash at its end. */
  readonly base: string;
  /** The only origin whose pages Azure lets use a token. */
  readonly publicUrl: string;
  readonly timeoutMs?: number;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
}

export const azureDirectLine = 'https://directline.botframework.com/v3/directline';

/** Conversations of Azure's Direct Line: the secret stays here, the page gets tokens. */
export const azureConversations = ({
  secret,
  base,
  publicUrl,
  timeoutMs = 5_000,
  clock,
  newId,
  log,
}: AzureNeeds): Conversations => {
  const call = async (method: 'GET' | 'POST', path: string, body?: object) => {
    try {
      const response = await fetch(base + path, {
        method,
        headers: {
          Authorization: `Bearer ${secret}`,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (method === 'GET' && gone.includes(response.status)) return 'gone';
      if (response.ok) return token.parse(await response.json());
      log.error({ event: 'webChat.azureRefused', status: response.status });
    } catch (error) {
      log.error({ event: 'webChat.azureFailed', error: errorName(error) });
    }
    return 'unavailable';
  };

  return {
    begin: async () => {
      const user = `dl_${newId()}`;
      const made = await call('POST', '/tokens/generate', {
        user: { id: user },
        trustedOrigins: [new URL(publicUrl).origin],
      });
      if (typeof made === 'string') return 'unavailable';
      const pass = { conversation: made.conversationId, user, since: clock() };
      return { pass, minted: { token: made.token, domain: base } };
    },
    resume: async ({ conversation }) => {
      const found = await call('GET', `/conversations/${encodeURIComponent(conversation)}`);
      if (typeof found === 'string') return found;
      return { token: found.token, conversationId: conversation, domain: base };
    },
  };
};

/** Azure forgets conversations, and one whose token was never used has not begun. */
const gone: readonly number[] = [400, 403, 404, 410];

const token = z.object({ token: z.string().min(1), conversationId: z.string().min(1) });
