import type { Conversation } from '../domain/conversation';
import type { Clock } from '../services/clock';
import type { Collection } from '../services/collection';
import { makeInTurn } from '../services/inTurn';
import { type Meter, noMeter } from '../services/meter';
import { ConversationBusy, type Hold } from './hold';
import { makeLeasedHold } from './leasedHold';
import { type Leases, makeLeases } from './leases';
import { makeOwnHold } from './ownHold';

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

export interface TurnNeeds {
  readonly conversations: Collection<Conversation>;
  /** Other processes may have the store too. */
  readonly shared?: boolean;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly sleep?: (ms: number) => Promise<void>;
  readonly meter?: Pick<Meter, 'leaseWaited' | 'leaseLost'>;
  /** Knows at any time what this process keeps. */
  readonly leases?: Leases;
}

/**
 * Two database operations and exactly one effect (design §6): *take* gets hold of the conversation and reads it,
 * *put* stores state, handled activity and replies and lets go.
 */
export const makeTurn = ({
  conversations,
  shared = true,
  clock,
  newId,
  sleep = pause,
  meter = noMeter,
  leases = makeLeases(conversations),
}: TurnNeeds): Turn => {
  const inTurn = makeInTurn();
  const takeHold = shared
    ? makeLeasedHold({ conversations, clock, newId, sleep, meter, leases })
    : makeOwnHold({ conversations, clock });

  return (request) =>
    inTurn(request.conversation, async () => {
      for (;;) {
        const outcome = await attempt(await takeHold(request.conversation), request);
        if (outcome.done) return outcome.replies;
        if (leases.givenBack) throw new ConversationBusy('this process is stopping');
        meter.leaseLost();
        // The lease was lost to another process while we ran: our replies are dropped and the turn runs on what that process left.
      }
    });
};

type Attempt =
  | { readonly done: true; readonly replies: string | undefined }
  | { readonly done: false };

const attempt = async (
  { document, answered, put, giveBack }: Hold,
  { activity, run }: TurnRequest,
): Promise<Attempt> => {
  if (activity !== undefined && document.handled.includes(activity)) {
    await giveBack();
    return { done: true, replies: await answered(activity) };
  }
  try {
    const { state, replies, forgets = false } = await run(document.state);
    const outcome = await put({
      state,
      forgets,
      ...(activity === undefined ? {} : { answered: { id: activity, replies } }),
    });
    return outcome === 'lost' ? { done: false } : { done: true, replies };
  } catch (error) {
    // Nothing was stored: the next try may start at once instead of waiting for the lease to run out.
    await giveBack().catch(() => undefined);
    throw error;
  }
};

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
