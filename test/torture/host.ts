import type { Answer } from '../../src/bot/messages';
import type { DeliverMail } from '../../src/services/deliverMail';
import type { SendMail } from '../../src/services/sendMail';
import { quiet } from '../support/bot';
import { aClock } from '../support/clock';
import { randomFrom } from '../support/dawdling';
import { type Ground, openGround } from './ground';
import { makeProduct } from './product';
import { makeWritePoints, type Point } from './writePoints';

/** A process that runs the product, as the world sees it. `died`: it was killed before it could answer. */
export interface Host {
  receive(activity: object): Promise<Answer | 'died'>;
  /** Lets so much time pass, then sends whatever is due. */
  deliver(passMs: number): Promise<'done' | 'died'>;
  /** What each write was, up to now or up to its death. */
  passed(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface Opening {
  readonly ground: Ground;
  /** Time at which its clock begins; each look is a millisecond later. */
  readonly now: Date;
  readonly at?: Point | undefined;
}

export type OpenHost = (opening: Opening) => Promise<Host>;

/** Within this process: the killed one is frozen, and its file is given up as the system gives it up for a dead process. */
export const openFrozenHost =
  (send: SendMail): OpenHost =>
  async ({ ground, now, at }) => {
    const { clock, pass } = aClock(now);
    const store = await openGround(ground, clock);
    let over = (_: 'died') => {};
    const died = new Promise<'died'>((resolve) => {
      over = resolve;
    });
    const points = makeWritePoints({ store, send }, { at, die: () => over('died') });
    const { receive, deliverMail } = makeProduct({
      ...points,
      clock,
      random: randomFrom(1),
      log: quiet,
    });
    return {
      receive: (activity) => Promise.race([receive(incoming(activity)), died]),
      deliver: (passMs) => {
        pass(passMs);
        return Promise.race([drain(deliverMail), died]);
      },
      passed: async () => points.passed,
      close: () => store.close(),
    };
  };

export const incoming = (activity: object) => ({ authorization: '', local: true, body: activity });

/** Sends until nothing is due. */
export const drain = async ({ take, deliver }: DeliverMail): Promise<'done'> => {
  for (let taken = await take(); taken !== undefined; taken = await take()) await deliver(taken);
  return 'done';
};
