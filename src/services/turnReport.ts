import type { Log } from './log';
import type { Meter, TurnOutcome } from './meter';

interface Needs {
  readonly meter: Meter;
  readonly log: Log;
  readonly everyMs?: number;
}

interface TurnReport {
  /** The given one, listened to. */
  readonly meter: Meter;
  /** Says what was not said yet, and nothing more. */
  stop(): void;
}

/**
 * A line a minute for those who watch the log and not `/metrics` (the alerts of `deploymentTemplates/alerts.json`): how many turns there were, how many
 * ended without an answer, and in what time 95 of 100 were over. Nothing when nothing happened.
 */
export const makeTurnReport = ({ meter, log, everyMs = 60_000 }: Needs): TurnReport => {
  let turns = emptied();
  const tell = () => {
    if (turns.all === 0) return;
    log.info({
      event: 'turns.minute',
      turns: turns.all,
      failed: turns.failed,
      p95Ms: underMs(turns, 0.95),
    });
    turns = emptied();
  };
  const timer = setInterval(tell, everyMs).unref();
  return {
    meter: {
      ...meter,
      turn: (turn) => {
        meter.turn(turn);
        const step = stepOf(turn.seconds * 1_000);
        turns.all += 1;
        turns.failed += unanswered.has(turn.outcome) ? 1 : 0;
        turns.atStep[step] = (turns.atStep[step] ?? 0) + 1;
      },
    },
    stop: () => {
      clearInterval(timer);
      tell();
    },
  };
};

const unanswered: ReadonlySet<TurnOutcome> = new Set(['failed', 'busy', 'notKept']);

/** Durations by powers of a fourth root of two: exact to a fifth, and the same memory for any number of turns. */
interface Turns {
  all: number;
  failed: number;
  readonly atStep: number[];
}

const emptied = (): Turns => ({ all: 0, failed: 0, atStep: [] });

const stepsToDouble = 4;

const stepOf = (ms: number): number => Math.ceil(Math.log2(Math.max(ms, 1)) * stepsToDouble);

const underMs = ({ all, atStep }: Turns, part: number): number => {
  let left = all * part;
  const step = atStep.findIndex((count) => {
    left -= count ?? 0;
    return left <= 0;
  });
  return Math.round(2 ** (step / stepsToDouble));
};
