import type { Clock } from '../services/clock';
import type { Conversations } from './mint';
import type { Tokens } from './tokens';
import type { Transcript } from './transcript';

interface Needs {
  readonly tokens: Tokens;
  readonly transcript: Transcript;
  readonly clock: Clock;
  readonly newId: () => string;
}

const dayMs = 86_400_000;

/** Conversations of our own Direct Line. Nothing is stored before somebody speaks. */
export const ownConversations = ({ tokens, transcript, clock, newId }: Needs): Conversations => ({
  begin: async () => {
    const pass = { conversation: newId(), user: `dl_${newId()}`, since: clock() };
    return { pass, minted: { token: tokens.issue('calls', pass) } };
  },
  resume: async (pass) => {
    const token = tokens.issue('calls', pass);
    const { conversation, since } = pass;
    if ((await transcript.length(conversation)) > 0) return { token, conversationId: conversation };
    // Not begun yet, or its log has expired: then the bot, which remembers longer, would greet nobody.
    return clock().getTime() - since.getTime() < dayMs ? { token } : 'gone';
  },
});
