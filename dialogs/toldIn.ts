import { TurnContext } from 'botbuilder';
import type { ToldIn } from '../src/domain/toldIn';
import { conversationOf } from './conversationKey';

/** Where this person can be told later what became of their mail. */
export const toldIn = ({ activity }: TurnContext): ToldIn => ({
  conversation: conversationOf(activity),
  // Plain JSON: the SDK's reference holds dates and undefined members.
  reference: JSON.parse(JSON.stringify(TurnContext.getConversationReference(activity))),
});
