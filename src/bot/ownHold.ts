import type { Conversation } from '../domain/conversation';
import type { Clock } from '../services/clock';
import type { Collection } from '../services/collection';
import type { TakeHold } from './hold';
import { answerIn, asFirst, asUpdate } from './left';

interface Needs {
  readonly conversations: Collection<Conversation>;
  readonly clock: Clock;
}

/**
 * For a store that belongs to this process alone: whoever has the conversation's turn has its document, and a lease
 * would be one more write that nobody reads.
 */
export const makeOwnHold =
  ({ conversations, clock }: Needs): TakeHold =>
  async (_id) => {
    const [kept] = await conversations.find({ _id }, { limit: 1 });
    const fresh: Conversation = { _id, state: '', handled: [], replies: [], touchedAt: clock() };
    return {
      document: kept ?? fresh,
      answered: async (activity) => answerIn(kept, activity),
      put: async (left) => {
        if (kept === undefined) {
          const added = await conversations.add({ ...fresh, ...asFirst(left) });
          return added === 'added' ? 'stored' : 'lost';
        }
        // Lost: it expired meanwhile, or its registration left for another conversation.
        const changed = await conversations.change(
          { _id, state: kept.state },
          asUpdate(left, clock()),
          { only: [] },
        );
        return changed === undefined ? 'lost' : 'stored';
      },
      giveBack: async () => undefined,
    };
  };
