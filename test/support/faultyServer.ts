import { beginTelemetry } from '../../src/beginTelemetry';
import { readConfig } from '../../src/config';
import { makeLog } from '../../src/makeLog';
import type { Store } from '../../src/services/store';
import { randomFrom } from './dawdling';

/** The product as `src/index.ts` starts it, on a store that fails now and then, with errors that quote all they were asked. */
const start = async (): Promise<void> => {
  const read = readConfig(process.env);
  if (read.kind === 'problems') throw new Error(JSON.stringify(read.problems));
  const telemetry = beginTelemetry(read.config, () => log);
  const log = makeLog(read.config, telemetry.ids);
  const { makeApp }: typeof import('../../src/app') = require('../../src/app');
  const made = await makeApp(read.config, {
    log,
    clock: () => new Date(),
    through: faulty,
    tracing: telemetry.tracing,
  });
  if (made.kind !== 'app') throw new Error('the folder is held');
  process.once('SIGTERM', () => void made.app.stop().then(() => telemetry.stop?.()));
  await made.app.listen();
};

/** Drawn, not counted: a request that takes as many calls as lie between two faults would never get through. */
const faulted = 0.1;

/** What the mail worker fails on comes back when its lease is over, a minute later. */
const spareMails = ['deliverMail.ts'];

/** A sign-in has three limits; each that fails leaves one attempt less of ten. Its accounts fail like all others. */
const spareSignIn = ['signIn.ts'];

const faulty = (store: Store): Store => {
  const random = randomFrom(20_261_124);
  const collection = <C extends object>(target: C, spared = spareMails): C =>
    new Proxy(target, {
      get: (object, name, receiver) => {
        const member: unknown = Reflect.get(object, name, receiver);
        if (typeof member !== 'function') return member;
        return async (...asked: readonly unknown[]) => {
          const isSpared = spared.some((file) => new Error().stack?.includes(file));
          if (!isSpared && random() < faulted) throw chatty(asked);
          return Reflect.apply(member, object, asked);
        };
      },
    });
  return {
    ...store,
    accounts: collection(store.accounts),
    machines: collection(store.machines),
    conversations: collection(store.conversations),
    helpRequests: collection(store.helpRequests),
    limits: collection(store.limits, [...spareMails, ...spareSignIn]),
    transcript: collection(store.transcript),
  };
};

/** As drivers do: a message of several lines, one of which looks like a place, and the operation as a property. */
const chatty = (asked: readonly unknown[]): Error => {
  const text = JSON.stringify(asked);
  const error = new Error(`operation failed: ${text}\n    at ${text}`, { cause: new Error(text) });
  return Object.assign(error, { operation: asked });
};

void start();
