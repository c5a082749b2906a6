import { type ChatAnswer, type ChatRequest, refusal } from './exchange';
import type { Pass, Tokens } from './tokens';

export type Authorised =
  | { readonly kind: 'pass'; readonly pass: Pass }
  | { readonly kind: 'refused'; readonly answer: ChatAnswer };

/**
 * Whose call this is. A token that is no good any more, or not for this conversation, is 403: the client then waits for
 * the page to give it another one, while 401 ends it.
 */
export const authorise = (
  { authorization, conversation }: ChatRequest,
  tokens: Tokens,
): Authorised => {
  const [, token] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
  if (token === undefined) return refused(401, 'tokenMissing');
  const read = tokens.read('calls', token);
  if (read.kind === 'expired') return refused(403, 'tokenExpired');
  if (read.kind === 'invalid') return refused(403, 'tokenInvalid');
  if (conversation !== undefined && conversation !== read.pass.conversation) {
    return refused(403, 'otherConversation');
  }
  return { kind: 'pass', pass: read.pass };
};

const refused = (status: number, error: string): Authorised => ({
  kind: 'refused',
  answer: refusal(status, error),
});
