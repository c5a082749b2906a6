import { randomInt, randomUUID } from 'node:crypto';
import type { Services } from '../../dialogs/services';
import { makeBot } from '../../src/bot/makeBot';
import type { Messages } from '../../src/bot/messages';
import { newHandOverCode } from '../../src/domain/handOverCode';
import { makeCompose } from '../../src/mail/compose';
import type { Clock } from '../../src/services/clock';
import { type DeliverMail, makeDeliverMail } from '../../src/services/deliverMail';
import { makeAllow, makeGiveBack } from '../../src/services/limit';
import type { Log } from '../../src/services/log';
import { makeMachines } from '../../src/services/machines';
import { makeMailState } from '../../src/services/mailState';
import { makeHandOver } from '../../src/services/makeHandOver';
import { makeRegister } from '../../src/services/register';
import { makeRequestHelp } from '../../src/services/requestHelp';
import { makeResend } from '../../src/services/resend';
import { terms } from '../../src/text/terms';
import type { Parts } from './writePoints';

export interface Product {
  readonly receive: Messages;
  readonly deliverMail: DeliverMail;
}

interface Needs extends Parts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
}

/** Conversation and outbox of one process, as the composition root puts them together. */
export const makeProduct = ({ store, send, clock, random, log }: Needs): Product => {
  const allow = makeAllow({ limits: store.limits, clock });
  const services: Services = {
    machines: makeMachines({ machines: store.machines, allow }),
    register: makeRegister({ accounts: store.accounts, allow, clock }),
    requestHelp: makeRequestHelp({ helpRequests: store.helpRequests, allow, clock }),
    resend: makeResend({ accounts: store.accounts, allow, clock, newId: randomUUID }),
    mailState: makeMailState(store),
    handOver: makeHandOver({
      ...store,
      allow,
      giveBack: makeGiveBack(store),
      clock,
      secretKeys: ['0123456789abcdef0123456789abcdef'],
      newCode: () => newHandOverCode(randomInt),
      newId: randomUUID,
    }),
    terms,
    publicUrl: 'https://portal.example.org',
    helpMailTo: 'help@example.org',
    clock,
    newId: randomUUID,
    newNumber: () => String(randomInt(1_000_000)).padStart(6, '0'),
  };
  const { messages: receive } = makeBot({
    services,
    conversations: store.conversations,
    identity: undefined,
    production: false,
    log,
  });
  const deliverMail = makeDeliverMail({
    collections: [store.accounts, store.helpRequests],
    compose: makeCompose({
      publicUrl: services.publicUrl,
      from: 'Portail <portal@example.org>',
      helpAddress: services.helpMailTo,
      secretKeys: ['0123456789abcdef0123456789abcdef'],
    }),
    send,
    clock,
    random,
    log,
  });
  return { receive, deliverMail };
};
