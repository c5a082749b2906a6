import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { knownChannel } from '../services/knownChannel';
import type { Meter } from '../services/meter';

export interface Metrics {
  readonly meter: Meter;
  /** Prometheus' text format. */
  readonly contentType: string;
  text(): Promise<string>;
}

interface Needs {
  /** Documents that owe a mail now; asked at most every few seconds. */
  readonly mailsQueued: () => Promise<number>;
}

/** What `/metrics` shows. Every label comes from a closed list: nothing of a person can become one. */
export const makeMetrics = ({ mailsQueued }: Needs): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const turns = new Counter({
    name: 'assistant_turns_total',
    help: 'Activities that were answered, by channel and outcome',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  const turnSeconds = new Histogram({
    name: 'assistant_turn_seconds',
    help: 'From the arrival of an activity until its replies are stored',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const leaseWaits = new Histogram({
    name: 'assistant_lease_wait_seconds',
    help: 'Waiting for a conversation that another process kept',
    buckets: [0.03, 0.1, 0.25, 0.5, 1, 2, 3],
    registers,
  });
  const leasesLost = new Counter({
    name: 'assistant_leases_lost_total',
    help: 'Turns that were run again because another process had taken the conversation',
    registers,
  });
  const funnel = new Counter({
    name: 'assistant_registrations_reached_total',
    help: 'Registrations that came to a step, by language and channel',
    labelNames: ['step', 'language', 'channel'],
    registers,
  });
  const mails = new Counter({
    name: 'assistant_mails_total',
    help: 'Mails that came to a state',
    labelNames: ['kind', 'state'],
    registers,
  });
  const queued = remembered(mailsQueued);
  new Gauge({
    name: 'assistant_mails_queued',
    help: 'Accounts and help requests that owe a mail now; absent while the store is away',
    registers,
    async collect() {
      const count = await queued();
      if (count === undefined) this.remove();
      else this.set(count);
    },
  });

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    meter: {
      turn: ({ channel, outcome, seconds }) => {
        turns.inc({ channel: knownChannel(channel), outcome });
        turnSeconds.observe(seconds);
      },
      leaseWaited: (seconds) => leaseWaits.observe(seconds),
      leaseLost: () => leasesLost.inc(),
      reached: (steps, { locale, channel }) => {
        for (const step of steps) {
          funnel.inc({ step, language: locale, channel: knownChannel(channel) });
        }
      },
      mailCameTo: ({ kind, state }) => mails.inc({ kind, state }),
    },
  };
};

const keptMs = 5_000;
const waitedMs = 1_000;

/** One question to the store however many ask; `undefined` when it does not answer soon. */
const remembered = (ask: () => Promise<number>): (() => Promise<number | undefined>) => {
  let last: { readonly at: number; readonly answer: Promise<number | undefined> } | undefined;
  return () => {
    const at = performance.now();
    if (last !== undefined && at - last.at < keptMs) return last.answer;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), waitedMs);
    });
    const answer = Promise.race([ask().catch(() => undefined), late]).finally(() =>
      clearTimeout(timer),
    );
    last = { at, answer };
    return answer;
  };
};
