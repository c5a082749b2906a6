import type { HandOver as Moving } from '../domain/handOver';
import { networkOf } from '../domain/networkOf';
import { allowEach } from './allowEach';
import type { Collection } from './collection';
import type { Brought, HandOver, HandOverNeeds, Leave } from './handOver';
import { hashOfCode } from './hashOfCode';
import { replaceState } from './replaceState';

const minute = 60_000;
const guessingMs = 15 * minute;
/** How long the receiving conversation may take to bring what it began to bring. */
const usedMs = 24 * 60 * minute;
const waitMs = 1_500;
const pollMs = 30;

/**
 * The way of a move, each step one conditional update that may be repeated: the code becomes the receiver's; the other conversation
 * gives away what is moved and keeps a parcel of it, in one, if it still says what was read; the receiver's turn stores it; the parcel is
 * dropped (`settle`). Killed anywhere in between, the next try of the receiver goes on there, by whichever process.
 */
export const makeBring = (needs: HandOverNeeds): HandOver['bring'] => {
  const { handOvers, allow, giveBack, clock, secretKeys } = needs;
  const takeFrom = makeTakeFrom(needs);
  return async ({ code, conversation, from, leave }) => {
    const cause = hashOfCode(code, secretKeys[0]);
    const guesses = guessAllowances(conversation, from);
    const allowed = await allowEach(allow, cause, guesses);
    if (allowed !== 'allowed') return { kind: 'limited', until: allowed.until };
    const [known] = await handOvers.find({
      _id: { $in: secretKeys.map((key) => hashOfCode(code, key)) },
    });
    if (known === undefined) return wrong;
    const isOwn = known.from === conversation && known.to === undefined;
    const mine = isOwn ? known : await claim(handOvers, known, { conversation, now: clock() });
    if (mine === undefined) return wrong;
    await Promise.all(guesses.map(({ key }) => giveBack({ key, cause })));
    if (isOwn) return { kind: 'own' };
    return mine.settled === true ? { kind: 'over', id: mine._id } : takeFrom(mine, leave);
  };
};

const claim = (
  handOvers: Collection<Moving>,
  { _id }: Moving,
  { conversation, now }: { readonly conversation: string; readonly now: Date },
): Promise<Moving | undefined> =>
  handOvers.change(
    {
      _id,
      $or: [{ to: conversation }, { to: { $exists: false }, validUntil: { $gt: now } }],
    },
    { $set: { to: conversation, expiresAt: new Date(now.getTime() + usedMs) } },
  );

/** Only wrong codes are counted in the end. Channels name no network, but theirs are people who are signed in. */
const guessAllowances = (conversation: string, from: string | undefined) => [
  { key: `handOver:${conversation}`, most: 10, withinMs: guessingMs },
  ...(from === undefined
    ? []
    : [{ key: `handOverFrom:${networkOf(from)}`, most: 40, withinMs: guessingMs }]),
  { key: 'handOver', most: 2_000, withinMs: guessingMs },
];

const makeTakeFrom =
  ({ conversations, clock, onMoved, sleep = pause }: HandOverNeeds) =>
  async ({ _id: id, from, toldIn, validUntil }: Moving, leave: Leave): Promise<Brought> => {
    for (let waited = 0; waited <= waitMs; waited += pollMs) {
      const [other] = await conversations.find({ _id: from });
      if (other === undefined) return wrong;
      const leaving = leave(other.state, id);
      if (leaving.kind === 'left') {
        const { parcel } = leaving;
        return parcel === undefined ? { kind: 'over', id } : { kind: 'brought', id, parcel };
      }
      if (leaving.kind === 'nothing' || validUntil <= clock()) return wrong;
      const { state, parcel } = leaving;
      const gone = await replaceState(conversations, other, { state, now: clock() });
      if (gone) {
        if (toldIn !== undefined) onMoved?.(toldIn, id);
        return { kind: 'brought', id, parcel };
      }
      await sleep(pollMs);
    }
    return { kind: 'busy' };
  };

const wrong = { kind: 'wrong' } as const;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
