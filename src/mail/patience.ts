import type { Outcome } from '../services/sendMail';

export interface Patience {
  /** The outcome of one try; after the time-out "ambiguous", whatever the task is doing. Its signal ends what it waits for. */
  readonly within: (attempt: (signal: AbortSignal) => Promise<Outcome>) => Promise<Outcome>;
  /** Waits for nobody any more: every try under way is "ambiguous" at once. */
  readonly hurry: () => void;
}

/** Well within the lease of a mail; with the longest back-off, a mail is on its way 90 s after the provider has come back. */
export const usualTimeoutMs = 20_000;

export const makePatience = (timeoutMs: number): Patience => {
  const underWay = new Set<(reason: string) => void>();
  return {
    within: (attempt) =>
      new Promise((resolve, reject) => {
        const controller = new AbortController();
        const giveUp = (reason: string) => {
          resolve({ kind: 'ambiguous', reason });
          controller.abort();
        };
        const timer = setTimeout(giveUp, timeoutMs, 'time-out');
        underWay.add(giveUp);
        attempt(controller.signal)
          .then(resolve, reject)
          .finally(() => {
            underWay.delete(giveUp);
            // Still ends a connection whose answer goes on for ever, but keeps no process alive.
            timer.unref();
          });
      }),
    hurry: () => {
      for (const giveUp of underWay) giveUp('stopped');
    },
  };
};
