import type { Log, LogEvent } from '../../src/services/log';

export interface TestLog {
  readonly log: Log;
  /** Everything that was logged, in order. */
  readonly events: LogEvent[];
}

export const aLog = (): TestLog => {
  const events: LogEvent[] = [];
  const keep = (event: LogEvent) => {
    events.push(event);
  };
  return { log: { info: keep, warn: keep, error: keep }, events };
};
