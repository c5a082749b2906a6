/** A sequence of numbers from 0 to 1 that a seed repeats (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Waits for up to three rounds of the event loop, so that what runs side by side runs in another order each time. */
export const dawdle = async (random: () => number): Promise<void> => {
  for (let rounds = Math.floor(random() * 4); rounds > 0; rounds -= 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
};

/** The same object with every method dawdling before and after. */
export const dawdling = <T extends object>(target: T, random: () => number): T =>
  new Proxy(target, {
    get: (object, name, receiver) => {
      const member: unknown = Reflect.get(object, name, receiver);
      if (typeof member !== 'function') return member;
      return async (...args: readonly unknown[]) => {
        await dawdle(random);
        const result: unknown = await Reflect.apply(member, object, args);
        await dawdle(random);
        return result;
      };
    },
  });
