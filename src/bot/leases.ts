import type { Conversation } from '../domain/conversation';
import type { Collection } from '../services/collection';

/** The conversations this process keeps at the moment. */
export interface Leases {
  taken(conversation: string, owner: string): void;
  over(conversation: string): void;
  /** Gives all of them back: whoever had to be left in the middle of a turn need not wait for the lease to run out. No turn is run again afterwards. */
  giveBack(): Promise<void>;
  readonly givenBack: boolean;
}

export const makeLeases = (conversations: Collection<Conversation>): Leases => {
  const owners = new Map<string, string>();
  let givenBack = false;
  return {
    taken: (conversation, owner) => {
      owners.set(conversation, owner);
    },
    over: (conversation) => {
      owners.delete(conversation);
    },
    get givenBack() {
      return givenBack;
    },
    giveBack: async () => {
      givenBack = true;
      await Promise.all(
        [...owners].map(([_id, leaseOwner]) =>
          conversations.change(
            { _id, leaseOwner },
            { $unset: { leaseOwner: true, leaseUntil: true } },
          ),
        ),
      );
    },
  };
};
