import type { DeliverMail } from '../services/deliverMail';
import { errorName } from '../services/errorName';
import type { Log } from '../services/log';

interface WorkerNeeds {
  readonly deliverMail: DeliverMail;
  readonly log: Log;
  /** Documents whose mails are sent at the same time. */
  readonly parallel?: number;
  /** How often to look without being woken. */
  readonly everyMs?: number;
}

export interface Worker {
  start(): void;
  /** A mail was queued: look now. */
  wake(): void;
  /** Takes nothing more; resolves when what was begun is settled. */
  stop(): Promise<void>;
}

/** Keeps a number of documents under way; a slow one holds up its own place only. */
export const makeWorker = ({
  deliverMail,
  log,
  parallel = 8,
  everyMs = 1_000,
}: WorkerNeeds): Worker => {
  const underWay = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let again = false;
  let stopped = true;

  const failed = (error: unknown) =>
    log.error({
      event: 'mail.workerFailed',
      error: errorName(error),
    });

  const fill = async () => {
    again = false;
    while (!stopped && underWay.size < parallel) {
      const taken = await deliverMail.take();
      if (taken === undefined) return;
      const delivery: Promise<void> = deliverMail
        .deliver(taken)
        .catch(failed)
        .finally(() => {
          underWay.delete(delivery);
          look();
        });
      underWay.add(delivery);
    }
  };

  const look = () => {
    if (stopped) return;
    if (looking !== undefined) {
      again = true;
      return;
    }
    clearTimeout(timer);
    looking = fill()
      .catch(failed)
      .finally(() => {
        looking = undefined;
        if (again) look();
        else if (!stopped) timer = setTimeout(look, everyMs).unref();
      });
  };

  return {
    start: () => {
      stopped = false;
      look();
    },
    wake: look,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await looking;
      await Promise.all(underWay);
    },
  };
};
