import type { TurnContext } from 'botbuilder';
import { untilTime } from './patience';

/** Shows that the assistant is at work, should it take longer than a moment. `over`, before anything is said, resolves when it can no longer come after that. */
export const showTyping = (context: TurnContext): { over(): Promise<void> } => {
  const { type, deliveryMode } = context.activity;
  // Who waits for the replies in the answer sees nothing before them; who said nothing expects nothing.
  if (deliveryMode === 'expectReplies' || !said.has(type)) return { over: async () => undefined };
  let showing: Promise<unknown> | undefined;
  const timer = setTimeout(() => {
    // A courtesy: whether the channel takes it is no matter.
    showing = untilTime(context, showMs)
      .sendActivity({ type: 'typing' })
      .catch(() => undefined);
  }, momentMs);
  return {
    over: async () => {
      clearTimeout(timer);
      await showing;
    },
  };
};

const said: ReadonlySet<string> = new Set(['message', 'messageUpdate']);

const momentMs = 500;
const showMs = 400;
