import { StoreAway } from '../../services/storeAway';

/** How long an operation may take: a `turn` has a person waiting, a `walk` through a whole collection has not. */
export type Pace = 'turn' | 'walk';

export interface Patience {
  /** Ends the wait for an operation in time, whatever has become of the server and of the network to it. */
  with<R>(pace: Pace, operation: () => PromiseLike<R>): Promise<R>;
  /** What the server is told, so that it does not work on for nobody. */
  readonly maxTimeMs: Readonly<Record<Pace, number>>;
  /** The driver sees a server that takes writes, or sees none. */
  seen(writable: boolean): void;
}

/** Of a turn; a walk may take forty times as long. */
export const usualTurnMs = 1_500;
const walkTurns = 40;

/** Away for longer than these parts of a turn, a server is waited for no longer than those: the driver goes on looking for it by itself. */
const knownAwayParts = 2 / 3;
const briefParts = 1 / 5;

/**
 * The driver has time-outs for choosing a server, for connecting and for a silent socket, but none for an operation as a whole;
 * one after the other they are more than a person waits.
 */
export const makePatience = (turnMs: number = usualTurnMs): Patience => {
  const limitMs: Readonly<Record<Pace, number>> = { turn: turnMs, walk: walkTurns * turnMs };
  let awaySince: number | undefined;

  const limit = (pace: Pace): number => {
    const away = awaySince === undefined ? 0 : performance.now() - awaySince;
    return away > knownAwayParts * turnMs ? briefParts * turnMs : limitMs[pace];
  };

  return {
    // A little less: then the server's answer that it took too long arrives in time.
    maxTimeMs: { turn: limitMs.turn * 0.8, walk: limitMs.walk * 0.9 },
    seen: (writable) => {
      if (writable) awaySince = undefined;
      else awaySince ??= performance.now();
    },
    with: async (pace, operation) => {
      const ms = limit(pace);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(
          () => reject(new StoreAway(`MongoDB did not answer within ${ms} ms`)),
          ms,
        );
      });
      return Promise.race([operation(), late]).finally(() => clearTimeout(timer));
    },
  };
};
