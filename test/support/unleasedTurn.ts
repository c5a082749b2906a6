import { ConversationState, MemoryStorage, TestAdapter, TurnContext } from 'botbuilder';
import type { Turn } from '../../src/bot/turn';
import { dawdling } from './dawdling';

export interface UnleasedTurn {
  readonly turn: Turn;
  readonly state: () => Promise<string>;
}

/** A turn as the SDK's samples do it: `BotState` loads before the dialogs and `saveChanges` writes after them, whoever wrote in between. */
export const unleasedTurn = (random: () => number): UnleasedTurn => {
  const conversations = new ConversationState(dawdling(new MemoryStorage(), random));
  const property = conversations.createProperty<string>('state');
  const open = () =>
    new TurnContext(new TestAdapter(), {
      type: 'message',
      channelId: 'test',
      conversation: { id: 'talk', isGroup: false, conversationType: '', name: '' },
    });
  return {
    state: () => property.get(open(), ''),
    turn: async ({ run }) => {
      const context = open();
      const result = await run(await property.get(context, ''));
      await property.set(context, result.state);
      await conversations.saveChanges(context);
      return result.replies;
    },
  };
};
