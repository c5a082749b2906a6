import type { Conversation } from '../domain/conversation';
import type { Collection } from './collection';

/** Changes a conversation from outside its turns: not while one is under way, nor after one that was not seen; whoever overstayed a lease finds it gone and runs again. */
export const replaceState = async (
  conversations: Collection<Conversation>,
  { _id, state: before }: Conversation,
  { state, now }: { readonly state: string; readonly now: Date },
): Promise<boolean> => {
  const replaced = await conversations.change(
    {
      _id,
      state: before,
      $or: [{ leaseUntil: { $exists: false } }, { leaseUntil: { $lt: now } }],
    },
    { $set: { state, touchedAt: now }, $unset: { leaseOwner: true, leaseUntil: true } },
  );
  return replaced !== undefined;
};
