import type { Conversation } from '../domain/conversation';
import type { Clock } from '../services/clock';
import type { Collection } from '../services/collection';
import { makeInTurn } from '../services/inTurn';
import { type Meter, noMeter } from '../services/meter';
import { type Leases, makeLeases } from './leases';

/** What a turn leaves behind; both are JSON, opaque here. */
export interface TurnResult {
  readonly state: string;
  readonly replies: string;
  /** Replies of earlier activities go as well: they repeat what the person wants forgotten. */
  readonly forgets?: boolean;
}

export interface TurnRequest {
  readonly conversation: string;
  /** Identity of what the person did; absent when the channel gives none (then nothing can be told apart as redelivered). */
  readonly activity?: string | undefined;
  /** Works on the state it is given and may be called again on a fresher one: its effects elsewhere must be idempotent. */
  readonly run: (state: string) => Promise<TurnResult>;
}

/** Resolves to the replies to send (JSON), or `undefined` for a redelivered activity whose replies are gone. Throws `ConversationBusy`. */
export type Turn = (request: TurnRequest) => Promise<string | undefined>;

/** Another process keeps the conversation: the channel is asked to try again. */
export class ConversationBusy extends Error {
  override readonly name = 'ConversationBusy';
}

export interface TurnNeeds {
  readonly conversations: Collection<Conversation>;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly sleep?: (ms: number) => Promise<void>;
  readonly meter?: Pick<Meter, 'leaseWaited' | 'leaseLost'>;
  /** Knows at any time what this process keeps. */
  readonly leases?: Leases;
}

const leaseMs = 2_000;
const renewMs = 700;
const waitMs = 2_500;
const pollMs = 30;
const handledKept = 20;
const repliesKept = 5;

/**
 * Two database operations and exactly one effect (design §6): *take* leases the conversation and reads it,
 * *put* stores state, handled activity and replies and gives the lease back.
 */
export const makeTurn = ({
  conversations,
  clock,
  newId,
  sleep = pause,
  meter = noMeter,
  leases = makeLeases(conversations),
}: TurnNeeds): Turn => {
  const inTurn = makeInTurn();

  const take = async (id: string, owner: string): Promise<Conversation> => {
    const lease = () => ({
      leaseOwner: owner,
      leaseUntil: new Date(clock().getTime() + leaseMs),
      touchedAt: clock(),
    });
    const tryLease = () =>
      conversations.change(
        { _id: id, $or: [{ leaseUntil: { $exists: false } }, { leaseUntil: { $lt: clock() } }] },
        { $set: lease() },
      );
    const free = await tryLease();
    if (free !== undefined) return free;
    const fresh: Conversation = { _id: id, state: '', handled: [], replies: [], ...lease() };
    if ((await conversations.add(fresh)) === 'added') return fresh;
    for (let waited = 0; waited < waitMs; waited += pollMs) {
      await sleep(pollMs);
      const freed = await tryLease();
      if (freed === undefined) continue;
      meter.leaseWaited((waited + pollMs) / 1_000);
      return freed;
    }
    meter.leaseWaited(waitMs / 1_000);
    throw new ConversationBusy(`conversation is leased by another process for over ${waitMs} ms`);
  };

  const giveBack = (id: string, owner: string) =>
    conversations.change(
      { _id: id, leaseOwner: owner },
      { $unset: { leaseOwner: true, leaseUntil: true } },
    );

  const put = (before: Conversation, owner: string, { activity, result }: Handled) =>
    conversations.change(
      { _id: before._id, leaseOwner: owner },
      {
        $set: {
          state: result.state,
          touchedAt: clock(),
          ...(activity === undefined
            ? {}
            : {
                handled: [...before.handled, activity].slice(-handledKept),
                replies: [
                  ...(result.forgets === true ? [] : before.replies),
                  { id: activity, activities: result.replies },
                ].slice(-repliesKept),
              }),
        },
        $unset: { leaseOwner: true, leaseUntil: true },
      },
    );

  const attempt = async (request: TurnRequest): Promise<Attempt> => {
    const { conversation } = request;
    const owner = newId();
    const before = await take(conversation, owner);
    leases.taken(conversation, owner);
    try {
      return await withLease(before, owner, request);
    } finally {
      leases.over(conversation);
    }
  };

  const withLease = async (
    before: Conversation,
    owner: string,
    { conversation, activity, run }: TurnRequest,
  ): Promise<Attempt> => {
    if (activity !== undefined && before.handled.includes(activity)) {
      await giveBack(conversation, owner);
      return { done: true, replies: before.replies.find((r) => r.id === activity)?.activities };
    }
    const renewing = renewEvery(renewMs, () =>
      conversations.change(
        { _id: conversation, leaseOwner: owner },
        { $set: { leaseUntil: new Date(clock().getTime() + leaseMs) } },
      ),
    );
    try {
      const result = await run(before.state);
      const mine = await put(before, owner, { activity, result });
      return mine === undefined ? { done: false } : { done: true, replies: result.replies };
    } catch (error) {
      // Nothing was stored: the next try may start at once instead of waiting for the lease to run out.
      await giveBack(conversation, owner).catch(() => undefined);
      throw error;
    } finally {
      clearInterval(renewing);
    }
  };

  return (request) =>
    inTurn(request.conversation, async () => {
      for (;;) {
        const outcome = await attempt(request);
        if (outcome.done) return outcome.replies;
        if (leases.givenBack) throw new ConversationBusy('this process is stopping');
        meter.leaseLost();
        // The lease was lost to another process while we ran: our replies are dropped and the turn runs on what that process left.
      }
    });
};

interface Handled {
  readonly activity: string | undefined;
  readonly result: TurnResult;
}

type Attempt =
  | { readonly done: true; readonly replies: string | undefined }
  | { readonly done: false };

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A renewal that fails is not an error yet: if the lease is really gone, *put* notices. */
const renewEvery = (ms: number, renew: () => Promise<unknown>): NodeJS.Timeout => {
  const timer = setInterval(() => void renew().catch(() => undefined), ms);
  timer.unref();
  return timer;
};
