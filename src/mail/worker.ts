import type { DeliverMail, Taken } from '../services/deliverMail';
import { errorName } from '../services/errorName';
import type { Log } from '../services/log';

interface WorkerNeeds {
  readonly deliverMail: DeliverMail;
  readonly log: Log;
  /** Documents whose mails are sent at the same time; slow ones do not count, up to three times as many. */
  readonly parallel?: number;
  /** How often to look without being woken. */
  readonly everyMs?: number;
  /** A delivery that takes longer gives its place to another. */
  readonly slowMs?: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly now?: () => number;
}

export interface Worker {
  start(): void;
  /** A mail was queued: look now. */
  wake(): void;
  /** Takes nothing more; resolves when what was begun is settled. */
  stop(): Promise<void>;
  /** Mails are being looked for: it was started, and no look hangs. */
  alive(): boolean;
}

const hangsMs = 60_000;

/** Keeps a number of documents under way; slow ones hold nobody up. */
export const makeWorker = ({
  deliverMail,
  log,
  parallel = 12,
  everyMs = 1_000,
  slowMs = 2_000,
  now = () => performance.now(),
}: WorkerNeeds): Worker => {
  const underWay = new Set<Promise<void>>();
  let slow = 0;
  let storeWas: 'there' | 'shaky' | 'away' = 'there';
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let again = false;
  let resting = false;
  let stopped = true;
  let lookedAt = now();

  const failed = (error: unknown) =>
    log.error({
      event: 'mail.workerFailed',
      error: errorName(error),
    });

  const begin = (taken: Taken) => {
    let isSlow = false;
    const slowNow = setTimeout(() => {
      isSlow = true;
      slow += 1;
      look();
    }, slowMs);
    const delivery: Promise<void> = deliverMail
      .deliver(taken)
      .catch((error: unknown) => {
        failed(error);
        if (storeWas === 'there') storeWas = 'shaky';
      })
      .finally(() => {
        clearTimeout(slowNow);
        if (isSlow) slow -= 1;
        underWay.delete(delivery);
        look();
      });
    underWay.add(delivery);
  };

  const hasPlace = () =>
    !stopped && underWay.size - slow < parallel && underWay.size < parallel * withSlow;

  const fill = async (): Promise<'goOn' | 'rest'> => {
    again = false;
    if (storeWas !== 'there') {
      await deliverMail.catchUp();
      const wasAway = storeWas === 'away';
      storeWas = 'there';
      // Every other process catches up as well, before anybody takes what it had sent for unsent.
      if (wasAway) return 'rest';
    }
    while (hasPlace()) {
      const taken = await deliverMail.take();
      if (taken === undefined) break;
      begin(taken);
    }
    return 'goOn';
  };

  const look = () => {
    if (stopped || resting) return;
    if (looking !== undefined) {
      again = true;
      return;
    }
    clearTimeout(timer);
    looking = fill()
      .catch((error: unknown) => {
        failed(error);
        storeWas = 'away';
        again = false;
        return 'goOn' as const;
      })
      .then((next) => {
        looking = undefined;
        lookedAt = now();
        if (stopped) return;
        resting = next === 'rest';
        if (again && !resting) look();
        else timer = setTimeout(lookAgain, resting ? everyMs * 3 : everyMs).unref();
      });
  };

  const lookAgain = () => {
    resting = false;
    look();
  };

  return {
    start: () => {
      stopped = false;
      lookedAt = now();
      look();
    },
    wake: look,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await looking;
      await Promise.all(underWay);
    },
    alive: () => !stopped && now() - lookedAt < hangsMs,
  };
};

/** Times as many under way, when most of them are slow. */
const withSlow = 4;
