import type { Collection } from '../../src/services/collection';
import type { SendMail } from '../../src/services/sendMail';
import type { Store } from '../../src/services/store';

/** A moment at which a process can die: at its so-and-so-many-th write, before anything happened, on the way, or before it heard of it. */
export interface Point {
  readonly number: number;
  readonly when: 'before' | 'during' | 'after';
}

export interface Parts {
  readonly store: Store;
  readonly send: SendMail;
}

export interface WritePoints extends Parts {
  /** What each write was so far ("accounts.add"), in order. */
  readonly passed: readonly string[];
}

interface Needs {
  readonly at: Point | undefined;
  /** Kills the process, or makes believe; never comes back. */
  readonly die: (what: string) => void;
}

/** Counts whatever a process changes in the world, at the ports it changes it through. After the point nothing is done and nothing is answered any more. */
export const makeWritePoints = ({ store, send }: Parts, { at, die }: Needs): WritePoints => {
  const passed: string[] = [];
  let dead = false;

  const alive = async <R>(act: () => Promise<R>): Promise<R> => {
    if (dead) return never();
    const result = await act();
    return dead ? never() : result;
  };

  const write = async <R>(what: string, act: () => Promise<R>): Promise<R> => {
    if (dead) return never();
    passed.push(what);
    if (at?.number !== passed.length) return alive(act);
    const last = () => {
      dead = true;
      die(`${passed.length} ${at.when} ${what}`);
    };
    if (at.when !== 'before') {
      const done = act().then(
        () => undefined,
        () => undefined,
      );
      await (at.when === 'after' ? done : nextRound());
    }
    last();
    return never();
  };

  const watched = <T extends { readonly _id: string }>(
    name: string,
    collection: Collection<T>,
  ): Collection<T> => ({
    add: (document) => write(`${name}.add`, () => collection.add(document)),
    addMany: (documents) => write(`${name}.addMany`, () => collection.addMany(documents)),
    change: (filter, update) => write(`${name}.change`, () => collection.change(filter, update)),
    remove: (filter) => write(`${name}.remove`, () => collection.remove(filter)),
    find: (filter, page) => alive(() => collection.find(filter, page)),
    count: (filter) => alive(() => collection.count(filter)),
  });

  return {
    passed,
    send: (mail) => write('send', () => send(mail)),
    store: {
      ...store,
      accounts: watched('accounts', store.accounts),
      machines: watched('machines', store.machines),
      conversations: watched('conversations', store.conversations),
      helpRequests: watched('helpRequests', store.helpRequests),
      handOvers: watched('handOvers', store.handOvers),
      limits: watched('limits', store.limits),
      transcript: watched('transcript', store.transcript),
    },
  };
};

const never = () => new Promise<never>(() => undefined);

const nextRound = () => new Promise<void>((resolve) => setImmediate(resolve));
