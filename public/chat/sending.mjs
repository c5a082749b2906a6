/** @import { Action } from './types.mjs' */

/** What is under way to the server, told by Web Chat's actions. */
export const makeSending = () => {
  /** @type {Set<unknown>} */
  const underWay = new Set();
  /** @type {Set<() => void>} */
  const waiting = new Set();

  return {
    /** @param {Action} action */
    note({ type, meta }) {
      if (type === 'DIRECT_LINE/POST_ACTIVITY_PENDING') underWay.add(meta?.clientActivityID);
      if (!arrived.has(type)) return;
      underWay.delete(meta?.clientActivityID);
      if (underWay.size === 0) for (const done of waiting) done();
    },
    /**
     * Resolves when nothing is under way any more, and soon in any case.
     * @returns {Promise<void>}
     */
    settled: () =>
      new Promise((resolve) => {
        const done = () => {
          waiting.delete(done);
          resolve();
        };
        if (underWay.size === 0) return done();
        waiting.add(done);
        setTimeout(done, longestWait);
      }),
  };
};

const arrived = new Set([
  'DIRECT_LINE/POST_ACTIVITY_FULFILLED',
  'DIRECT_LINE/POST_ACTIVITY_REJECTED',
]);

const longestWait = 8_000;
