import { type ChannelAccount, TurnContext } from 'botbuilder';
import type { ToldIn } from '../src/domain/toldIn';
import { conversationOf } from './conversationKey';

/** Where this person can be told later what became of their mail. */
export const toldIn = ({ activity }: TurnContext): ToldIn => {
  const { user, bot, ...rest } = TurnContext.getConversationReference(activity);
  return {
    conversation: conversationOf(activity),
    // Plain JSON: the SDK's reference holds dates and undefined members.
    reference: JSON.parse(JSON.stringify({ ...rest, user: nameless(user), bot: nameless(bot) })),
  };
};

/** What the channel calls a person is not theirs to have told us. */
const nameless = (account: ChannelAccount | undefined): Partial<ChannelAccount> | undefined => {
  if (account === undefined) return undefined;
  const { id, role } = account;
  return { id, ...(role === undefined ? {} : { role }) };
};
