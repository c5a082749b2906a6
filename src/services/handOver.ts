import { createHmac } from 'node:crypto';
import type { Conversation } from '../domain/conversation';
import type { HandOver as Moving } from '../domain/handOver';
import { networkOf } from '../domain/networkOf';
import { allowEach } from './allowEach';
import type { Clock } from './clock';
import type { Collection } from './collection';
import type { Allow, GiveBack } from './limit';

export interface MintRequest {
  /** The conversation that is to be left. */
  readonly conversation: string;
  /** The caller's network address; absent in channels, where many people share one. */
  readonly from?: string;
}

export type Minted =
  | { readonly kind: 'minted'; readonly code: string; readonly until: Date }
  | { readonly kind: 'limited'; readonly until: Date };

export interface BringRequest {
  readonly code: string;
  /** The conversation in which the code was typed. */
  readonly conversation: string;
  readonly from?: string;
  readonly leave: Leave;
}

/** Takes out of a conversation's state what the move `id` is to take; its state without that keeps the parcel until the move is settled. */
export type Leave = (state: string, id: string) => Leaving;

type Leaving =
  | { readonly kind: 'leaves'; readonly state: string; readonly parcel: string }
  /** This very move took it already; without a parcel it is settled. */
  | { readonly kind: 'left'; readonly parcel?: string }
  | { readonly kind: 'nothing' };

export interface Settling {
  readonly id: string;
  /** The receiving conversation. */
  readonly conversation: string;
  /** The state of the other one without the parcel. */
  readonly drop: (state: string, id: string) => string;
}

export type Brought =
  | { readonly kind: 'brought'; readonly id: string; readonly parcel: string }
  /** Brought here before, and settled. */
  | { readonly kind: 'over'; readonly id: string }
  /** The code is this conversation's own. */
  | { readonly kind: 'own' }
  /** Never given, expired, used elsewhere, or nothing is left to be moved: told apart to nobody. */
  | { readonly kind: 'wrong' }
  /** The other conversation is in the middle of a turn. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'limited'; readonly until: Date };

/** Moves a registration from one conversation to another by a short code. */
export interface HandOver {
  /** A code that is valid once; an older one of this conversation is dead. */
  mint(request: MintRequest): Promise<Minted>;
  /** The receiving conversation may ask again, with the same answer, until it settles. */
  bring(request: BringRequest): Promise<Brought>;
  /** The receiving conversation has stored what it was brought. `busy`: the other one is in the middle of a turn, try later. */
  settle(settling: Settling): Promise<'settled' | 'busy'>;
}

export interface HandOverNeeds {
  readonly handOvers: Collection<Moving>;
  readonly conversations: Collection<Conversation>;
  readonly allow: Allow;
  readonly giveBack: GiveBack;
  readonly clock: Clock;
  readonly secretKeys: readonly [string, ...string[]];
  readonly newCode: () => string;
  readonly newId: () => string;
  readonly sleep?: (ms: number) => Promise<void>;
}

const minute = 60_000;
const codeMs = 15 * minute;
/** How long the receiving conversation may take to bring what it began to bring. */
const usedMs = 24 * 60 * minute;
const waitMs = 1_500;
const pollMs = 30;

export const makeHandOver = (needs: HandOverNeeds): HandOver => ({
  mint: makeMint(needs),
  bring: makeBring(needs),
  settle: makeSettle(needs),
});

const makeMint =
  ({ handOvers, allow, clock, secretKeys, newCode, newId }: HandOverNeeds): HandOver['mint'] =>
  async ({ conversation, from }) => {
    const allowed = await allowEach(allow, newId(), [
      { key: `handOverMint:${conversation}`, most: 10, withinMs: 60 * minute },
      ...(from === undefined
        ? []
        : [{ key: `handOverMintFrom:${networkOf(from)}`, most: 60, withinMs: 60 * minute }]),
    ]);
    if (allowed !== 'allowed') return { kind: 'limited', until: allowed.until };
    await handOvers.remove({ from: conversation, to: { $exists: false } });
    for (;;) {
      const code = newCode();
      const until = new Date(clock().getTime() + codeMs);
      const moving: Moving = {
        _id: hashOf(code, secretKeys[0]),
        from: conversation,
        validUntil: until,
        expiresAt: until,
      };
      if ((await handOvers.add(moving)) === 'added') return { kind: 'minted', code, until };
    }
  };

/**
 * The way of a move, each step one conditional update that may be repeated: the code becomes the receiver's; the other conversation
 * gives away what is moved and keeps a parcel of it, in one, if it still says what was read; the receiver's turn stores it; the parcel is
 * dropped (`settle`). Killed anywhere in between, the next try of the receiver goes on there, by whichever process.
 */
const makeBring = (needs: HandOverNeeds): HandOver['bring'] => {
  const { handOvers, allow, giveBack, clock, secretKeys } = needs;
  const takeFrom = makeTakeFrom(needs);
  return async ({ code, conversation, from, leave }) => {
    const cause = hashOf(code, secretKeys[0]);
    const guesses = guessAllowances(conversation, from);
    const allowed = await allowEach(allow, cause, guesses);
    if (allowed !== 'allowed') return { kind: 'limited', until: allowed.until };
    const [known] = await handOvers.find({
      _id: { $in: secretKeys.map((key) => hashOf(code, key)) },
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
  { key: `handOver:${conversation}`, most: 10, withinMs: codeMs },
  ...(from === undefined
    ? []
    : [{ key: `handOverFrom:${networkOf(from)}`, most: 40, withinMs: codeMs }]),
  { key: 'handOver', most: 2_000, withinMs: codeMs },
];

const makeTakeFrom =
  ({ conversations, clock, sleep = pause }: HandOverNeeds) =>
  async ({ _id: id, from, validUntil }: Moving, leave: Leave): Promise<Brought> => {
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
      if (gone) return { kind: 'brought', id, parcel };
      await sleep(pollMs);
    }
    return { kind: 'busy' };
  };

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

/** Not while a turn is under way there, nor after one that was not seen; whoever overstayed a lease finds it gone and runs again. */
const replaceState = async (
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

const wrong = { kind: 'wrong' } as const;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const hashOf = (code: string, key: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['hand-over', code]))
    .digest('base64url');
