import { copiedCollections } from '../../src/services/copyStore';
import type { Store } from '../../src/services/store';

export interface SlowStore {
  /** Stands between a store and those who use it. */
  readonly through: (store: Store) => Store;
  /** How many operations had to be waited for one after the other since the last look; those under way together count once. */
  readonly waits: () => number;
  readonly stop: () => void;
}

/**
 * A store whose operations all take the same time, however fast the machine is: whatever is asked of it waits until nothing
 * else happens any more, and then ends together. What the mail worker does beside the turns does not count.
 */
export const aSlowStore = (): SlowStore => {
  const waiting: (() => void)[] = [];
  let waits = 0;
  let stopped = false;

  const tick = () => {
    if (stopped) return;
    const ended = waiting.splice(0);
    if (ended.length > 0) waits += 1;
    for (const end of ended) end();
    setTimeout(tick, 2);
  };
  tick();

  const slow = <T extends object>(collection: T): T =>
    new Proxy(collection, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return async (...args: readonly unknown[]) => {
          if (!isWorkers(String(name), args)) {
            await new Promise<void>((end) => waiting.push(end));
          }
          return Reflect.apply(member, target, args);
        };
      },
    });

  return {
    through: (store) => ({
      ...store,
      ...Object.fromEntries(copiedCollections.map((name) => [name, slow(store[name])])),
    }),
    waits: () => {
      const before = waits;
      waits = 0;
      return before;
    },
    stop: () => {
      stopped = true;
      for (const end of waiting.splice(0)) end();
    },
  };
};

/** It looks for documents that are due, and takes them by that time. */
const isWorkers = (name: string, [filter, option]: readonly unknown[]): boolean =>
  (name === 'find' && JSON.stringify(option ?? '').includes('mailDueAt')) ||
  (name === 'change' &&
    /"mailDueAt":"/.test(JSON.stringify(filter)) &&
    !/generation/.test(JSON.stringify(filter)));
