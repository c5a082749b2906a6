import { makeBring } from './bringOver';
import type { HandOver, HandOverNeeds } from './handOver';
import { makeMint } from './mintCode';
import { replaceState } from './replaceState';

export const makeHandOver = (needs: HandOverNeeds): HandOver => ({
  mint: makeMint(needs),
  bring: makeBring(needs),
  settle: makeSettle(needs),
});

const makeSettle =
  ({ handOvers, conversations, clock }: HandOverNeeds): HandOver['settle'] =>
  async ({ id, conversation, drop }) => {
    const [moving] = await handOvers.find({ _id: id, to: conversation });
    if (moving === undefined) return 'settled';
    const [other] = await conversations.find({ _id: moving.from });
    if (other !== undefined) {
      const state = drop(other.state, id);
      const now = clock();
      if (state !== other.state && !(await replaceState(conversations, other, { state, now })))
        return 'busy';
    }
    await handOvers.change({ _id: id }, { $set: { settled: true } });
    return 'settled';
  };
