import type { Conversation } from '../domain/conversation';
import type { Clock } from '../services/clock';
import type { Collection } from '../services/collection';
import type { Meter } from '../services/meter';
import { ConversationBusy, type Hold, type TakeHold } from './hold';
import type { Leases } from './leases';
import { answerIn, asUpdate } from './left';

interface Needs {
  readonly conversations: Collection<Conversation>;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly sleep: (ms: number) => Promise<void>;
  readonly meter: Pick<Meter, 'leaseWaited'>;
  /** Knows at any time what this process keeps. */
  readonly leases: Leases;
}

const leaseMs = 2_000;
const renewMs = 700;
const waitMs = 2_500;
const pollMs = 30;

/** For a store that several processes have: the document is leased (design §6) by one conditional update, and another stores and gives the lease back. */
export const makeLeasedHold = ({
  conversations,
  clock,
  newId,
  sleep,
  meter,
  leases,
}: Needs): TakeHold => {
  const take = async (id: string, owner: string): Promise<Hold['document']> => {
    const lease = () => ({
      leaseOwner: owner,
      leaseUntil: new Date(clock().getTime() + leaseMs),
      touchedAt: clock(),
    });
    const tryLease = () =>
      conversations.change(
        { _id: id, $or: [{ leaseUntil: { $exists: false } }, { leaseUntil: { $lt: clock() } }] },
        { $set: lease() },
        { only: ['state', 'handled'] },
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

  return async (_id) => {
    const leaseOwner = newId();
    const document = await take(_id, leaseOwner);
    leases.taken(_id, leaseOwner);
    const renewing = renewEvery(renewMs, () =>
      conversations.change(
        { _id, leaseOwner },
        { $set: { leaseUntil: new Date(clock().getTime() + leaseMs) } },
        { only: [] },
      ),
    );
    const over = async <R>(last: Promise<R>): Promise<R> => {
      try {
        return await last;
      } finally {
        clearInterval(renewing);
        leases.over(_id);
      }
    };
    const $unset = { leaseOwner: true, leaseUntil: true } as const;
    return {
      document,
      answered: async (activity) => {
        const [whole] = await conversations.find({ _id }, { limit: 1 });
        return answerIn(whole, activity);
      },
      put: async (left) => {
        const update = { ...asUpdate(left, clock()), $unset };
        const changed = await over(conversations.change({ _id, leaseOwner }, update, { only: [] }));
        return changed === undefined ? 'lost' : 'stored';
      },
      giveBack: async () => {
        await over(conversations.change({ _id, leaseOwner }, { $unset }, { only: [] }));
      },
    };
  };
};

/** A renewal that fails is not an error yet: if the lease is really gone, *put* notices. */
const renewEvery = (ms: number, renew: () => Promise<unknown>): NodeJS.Timeout => {
  const timer = setInterval(() => void renew().catch(() => undefined), ms);
  timer.unref();
  return timer;
};
