import type { Clock } from '../../src/services/clock';

export interface TestClock {
  readonly clock: Clock;
  /** Moves the time on. */
  readonly pass: (ms: number) => void;
}

export const noon = new Date('2026-11-24T12:00:00.000Z');

/** Each look at it is a millisecond later than the one before, so that what happens in order is dated in order. */
export const aClock = (start: Date = noon): TestClock => {
  let time = start.getTime();
  return {
    clock: () => {
      time += 1;
      return new Date(time);
    },
    pass: (ms) => {
      time += ms;
    },
  };
};
