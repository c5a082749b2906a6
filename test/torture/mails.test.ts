import { mailLeaseMs } from '../../src/domain/owe';
import type { SendMail } from '../../src/services/sendMail';
import { quiet } from '../support/bot';
import { dawdle, dawdling, randomFrom } from '../support/dawdling';
import { anAccount } from '../support/makers';
import { aStage } from '../support/stores';
import { drawFate, type MailLedger, makeMailLedger } from './mailLedger';
import { makeProduct } from './product';
import { makeWritePoints } from './writePoints';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

/** A provider in this process; what hangs ends as a worker's time-out ends it. */
const sending =
  (ledger: MailLedger, by: string, random: () => number): SendMail =>
  async (mail) => {
    await dawdle(random);
    const fate = drawFate(random);
    const body = JSON.stringify(mail);
    switch (fate) {
      case 'accepts':
        ledger.accepted(mail.id, { by, body, unheard: false });
        return { kind: 'accepted' };
      case 'acceptsAndHangs':
      case 'acceptsAndResets':
        ledger.accepted(mail.id, { by, body, unheard: true });
        return { kind: 'ambiguous', reason: fate };
      case 'limited':
        return { kind: 'later', reason: fate, retryAfterMs: 20_000 };
      case 'busy':
      case 'fails':
        return { kind: 'later', reason: fate };
      case 'hangs':
      case 'resets':
        return { kind: 'ambiguous', reason: fate };
    }
  };

test(`no mail is lost or sent twice while workers die and the provider fails (SEED=${seed})`, async () => {
  const { store, clock, pass } = await aStage();
  const random = randomFrom(seed);
  const ledger = makeMailLedger();
  for (let number = 1; number <= 40; number += 1) {
    const _id = `registration-${number}`;
    await store.accounts.add(anAccount({ _id, emailKey: _id, createdAt: clock() }));
  }
  let workers = 0;
  let deaths = 0;

  /** Works until nothing is due, or until it dies: the first ones at a write of their own. */
  const work = async (): Promise<void> => {
    workers += 1;
    const by = `worker-${workers}`;
    let over = (): void => undefined;
    const died = new Promise<'died'>((resolve) => {
      over = () => resolve('died');
    });
    const when = random() < 0.5 ? 'before' : 'after';
    const at =
      workers > 12 ? undefined : ({ number: 1 + Math.floor(random() * 40), when } as const);
    const points = makeWritePoints(
      {
        store: { ...store, accounts: dawdling(store.accounts, random) },
        send: sending(ledger, by, random),
      },
      { at, die: over },
    );
    const { deliverMail } = makeProduct({ ...points, clock, random, log: quiet });
    const hand = async (): Promise<'done'> => {
      for (;;) {
        const taken = await deliverMail.take();
        if (taken === undefined) return 'done';
        await deliverMail.deliver(taken);
      }
    };
    const ended = await Promise.race([Promise.all([hand(), hand()]), died]);
    if (ended !== 'died') return;
    deaths += 1;
    await ledger.died(by, store);
    await work();
  };

  for (let round = 0; round < 60; round += 1) {
    await Promise.all([work(), work(), work()]);
    pass(mailLeaseMs + 1_000);
  }
  const audit = await ledger.audit(store);
  expect(audit).toMatchObject({ mails: 40, lost: 0, altered: 0 });
  expect(audit.twice - audit.twiceUnheard).toBe(0);
  expect(deaths).toBeGreaterThan(0);
}, 60_000);
