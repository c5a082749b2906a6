import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from '../../src/domain/account';
import { makeWorker } from '../../src/mail/worker';
import type { SendMail } from '../../src/services/sendMail';
import { fr } from '../../src/text/fr';
import { quiet } from '../support/bot';
import { aClock } from '../support/clock';
import { randomFrom } from '../support/dawdling';
import { openStore } from '../support/stores';
import { clear } from './ground';
import { incoming } from './host';
import { envelope, isAsGiven } from './killPoints';
import { type Outage, withOutage } from './outage';
import { makeProduct } from './product';
import { registration, shown } from './registration';

const minute = 60_000;
const fiveMinutes = 5 * minute;

export interface Through {
  readonly accounts: readonly Account[];
  /** Ids of the mails the provider accepted. */
  readonly sent: readonly string[];
  /** How often the person was told that a message could not be kept. */
  readonly refused: number;
  /** Calls of the store until the registration was confirmed. */
  readonly talked: number;
  /** The outage came, and it ended. */
  readonly wasAway: boolean;
}

/** A registration, during which the person sends again each minute what could not be kept; then its mail. */
export const registerThrough = async (outage?: Outage): Promise<Through> => {
  const { clock, pass } = aClock();
  const base = await openStore(undefined, clock);
  await clear(base);
  const shaky = withOutage(base, clock, outage);
  const sent: string[] = [];
  const send: SendMail = async ({ id }) => {
    sent.push(id);
    return { kind: 'accepted' };
  };
  const { store } = shaky;
  const product = makeProduct({ store, send, clock, random: randomFrom(1), log: quiet });
  let refused = 0;
  let offered: ReturnType<typeof shown>['offered'] = [];
  for (const [index, step] of registration.entries()) {
    const said = step(offered);
    for (let again = 0; again < 8; again += 1) {
      const activity = envelope(`activity-${index}-${again}`, said);
      const { body } = await product.receive(incoming(activity));
      const reply = shown(body);
      offered = [...offered, ...reply.offered];
      if (!reply.lines.includes(fr.conversation.notKept)) break;
      refused += 1;
      pass(minute);
    }
  }
  const talked = shaky.calls();
  const worker = makeWorker({ deliverMail: product.deliverMail, log: quiet, everyMs: 1 });
  worker.start();
  const owing = { mailDueAt: { $exists: true } } as const;
  while ((await base.accounts.count(owing)) > 0) {
    pass(5_000);
    await pause(1);
  }
  await worker.stop();
  const accounts = await base.accounts.find({});
  await base.close();
  return { accounts, sent, refused, talked, wasAway: shaky.isOver() };
};

/** Every call of the store at which it can go away, carried out or not: those of the registration and those of its mail. */
export const outagesOf = ({ talked }: Through): readonly Outage[] =>
  Array.from({ length: talked + mailCalls }, (_, index) => index + 1).flatMap((number) =>
    (['before', 'after'] as const).map((when) => ({ number, when, lastsMs: fiveMinutes })),
  );

/** Looking twice, leasing, settling, looking, putting back. */
const mailCalls = 6;

/** Whatever is wrong with a registration that an outage came upon, in words. */
export const wrongAfter = (outage: Outage, through: Through, unharmed: Through): string[] => {
  const { accounts, sent, refused, wasAway } = through;
  return [
    ...(wasAway ? [] : ['the store was never away']),
    ...(accounts.length === 1 && accounts.every(isAsGiven)
      ? []
      : ['not the account it ought to be']),
    ...(sent.length === 1 ? [] : [`${sent.length} mails`]),
    ...(outage.number > unharmed.talked || refused > 4 ? [] : ['the person was not told']),
  ].map((what) => `away ${outage.when} call ${outage.number}: ${what}`);
};
