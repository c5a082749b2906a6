/** What is being sent to conversations, so that what comes later does not overtake it. */
export interface Sends {
  track(conversation: string, sending: Promise<unknown>): void;
  /** Resolves once nothing tracked is under way, however it ended. */
  idle(conversation: string): Promise<void>;
}

export const makeSends = (): Sends => {
  const underWay = new Map<string, Promise<unknown>>();
  return {
    track: (conversation, sending) => {
      const all = Promise.allSettled([underWay.get(conversation), sending]).then(() => {
        if (underWay.get(conversation) === all) underWay.delete(conversation);
      });
      underWay.set(conversation, all);
    },
    idle: async (conversation) => {
      await underWay.get(conversation);
    },
  };
};
