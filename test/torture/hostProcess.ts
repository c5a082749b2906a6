import { writeSync } from 'node:fs';
import { makeSendgrid } from '../../src/mail/sendgrid';
import { makeWorker } from '../../src/mail/worker';
import { quiet } from '../support/bot';
import { aClock } from '../support/clock';
import { randomFrom } from '../support/dawdling';
import { openGround } from './ground';
import { drain, incoming } from './host';
import { makeProduct } from './product';
import type { Command, Reply } from './protocol';
import { makeWritePoints } from './writePoints';

type Told<K extends Command['kind']> = Extract<Command, { readonly kind: K }>;

interface Opened {
  readonly receive: (activity: object) => Promise<Reply>;
  readonly deliver: (passMs: number) => Promise<Reply>;
  readonly passed: () => readonly string[];
  readonly close: () => Promise<void>;
}

let opened: Opened | undefined;

const answer = async (command: Command): Promise<Reply> => {
  switch (command.kind) {
    case 'open':
      opened = await open(command);
      return { kind: 'done' };
    case 'work':
      opened = await work(command);
      return { kind: 'done' };
    case 'receive':
      return there().receive(command.activity);
    case 'deliver':
      return there().deliver(command.passMs);
    case 'passed':
      return { kind: 'passed', passed: there().passed() };
    case 'close':
      await opened?.close();
      return { kind: 'done' };
  }
};

const there = (): Opened => {
  if (opened === undefined) throw new Error('nothing was opened');
  return opened;
};

/** Really dies: the system ends the process at once, whatever it is doing. */
const die = (what: string) => {
  writeSync(1, `${what}\n`);
  process.kill(process.pid, 'SIGKILL');
};

const open = async ({ ground, now, at, provider }: Told<'open'>): Promise<Opened> => {
  const { clock, pass } = aClock(new Date(now));
  const base = await openGround(ground, clock);
  const sender = makeSendgrid({ apiKey: 'host', baseUrl: provider, clock });
  const points = makeWritePoints({ store: base, send: sender.send }, { at, die });
  const product = makeProduct({ ...points, clock, random: randomFrom(1), log: quiet });
  return {
    receive: async (activity) => ({
      kind: 'answer',
      answer: await product.receive(incoming(activity)),
    }),
    deliver: async (passMs) => {
      pass(passMs);
      return { kind: await drain(product.deliverMail) };
    },
    passed: () => points.passed,
    close: async () => {
      await sender.close();
      await base.close();
    },
  };
};

const work = async (told: Told<'work'>): Promise<Opened> => {
  const { ground, name, start, timesFaster, seed, provider } = told;
  const clock = () => new Date(start + (Date.now() - start) * timesFaster);
  const store = await openGround(ground, clock);
  const { send, close } = makeSendgrid({
    apiKey: name,
    baseUrl: provider,
    clock,
    timeoutMs: 20_000 / timesFaster,
  });
  const { deliverMail } = makeProduct({ store, send, clock, random: randomFrom(seed), log: quiet });
  const worker = makeWorker({
    deliverMail,
    log: quiet,
    everyMs: 1_000 / timesFaster,
    slowMs: 2_000 / timesFaster,
  });
  worker.start();
  return {
    receive: async () => ({ kind: 'failed', error: 'only mails here' }),
    deliver: async () => ({ kind: 'failed', error: 'it does so by itself' }),
    passed: () => [],
    close: async () => {
      await worker.stop();
      await close();
      await store.close();
    },
  };
};

/** When whoever started it is gone, there is nobody to tell and nothing left to do. */
const tell = (reply: Reply) => {
  process.send?.(reply, undefined, undefined, () => undefined);
};

process.once('disconnect', () => process.exit(0));

process.on('message', (command: Command) => {
  answer(command).then(
    (reply) => {
      tell(reply);
      if (command.kind === 'close') process.disconnect();
    },
    (error: unknown) =>
      tell({ kind: 'failed', error: error instanceof Error ? (error.stack ?? '') : '' }),
  );
});

tell({ kind: 'ready' });
