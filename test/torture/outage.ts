import type { Clock } from '../../src/services/clock';
import type { Collection } from '../../src/services/collection';
import type { Store } from '../../src/services/store';
import { StoreAway } from '../../src/services/storeAway';

/** The call at which the store goes away, and whether that one was still carried out. */
export interface Outage {
  readonly number: number;
  readonly when: 'before' | 'after';
  readonly lastsMs: number;
}

/** A store that is away for a while, once, from a certain call on. */
export const withOutage = (store: Store, clock: Clock, outage?: Outage) => {
  let calls = 0;
  let until: number | undefined;

  const call = async <R>(act: () => Promise<R>): Promise<R> => {
    calls += 1;
    if (calls === outage?.number) {
      until = clock().getTime() + outage.lastsMs;
      if (outage.when === 'after') await act();
      throw new StoreAway('away');
    }
    if (until !== undefined && clock().getTime() < until) throw new StoreAway('away');
    return act();
  };

  const shaky = <T extends { readonly _id: string }>(of: Collection<T>): Collection<T> => ({
    add: (document) => call(() => of.add(document)),
    addMany: (documents) => call(() => of.addMany(documents)),
    change: (filter, update) => call(() => of.change(filter, update)),
    remove: (filter) => call(() => of.remove(filter)),
    find: (filter, page) => call(() => of.find(filter, page)),
    count: (filter) => call(() => of.count(filter)),
  });

  return {
    calls: () => calls,
    /** It was away and is back. */
    isOver: () => until !== undefined && clock().getTime() >= until,
    store: {
      ...store,
      accounts: shaky(store.accounts),
      machines: shaky(store.machines),
      conversations: shaky(store.conversations),
      helpRequests: shaky(store.helpRequests),
      handOvers: shaky(store.handOvers),
      limits: shaky(store.limits),
      transcript: shaky(store.transcript),
    },
  };
};
