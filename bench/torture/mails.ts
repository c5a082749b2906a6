import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../src/services/clock';
import type { Store } from '../../src/services/store';
import { randomFrom } from '../../test/support/dawdling';
import { anAccount } from '../../test/support/makers';
import { clear, openGround } from '../../test/torture/ground';
import { type Audit, makeMailLedger } from '../../test/torture/mailLedger';
import { type Processes, type Started, startedAhead } from '../../test/torture/processes';
import { aFaultyProvider } from './faultyProvider';
import { type Figures, seconds } from './figures';
import { patiently } from './patiently';

/** Ten minutes of back-off and leases are one; a time-out still ends well before the lease does. */
const timesFaster = 10;
const mailEveryMs = 40;
const killEveryMs = 400;

interface Needs {
  readonly uri: string;
  readonly count: number;
  readonly seed: number;
}

interface Worker {
  readonly name: string;
  readonly started: Started;
}

/** Three processes send what falls due through a provider that fails, and every so often one of them is killed and another takes its place. */
export const mails = async ({ uri, count, seed }: Needs): Promise<Figures> => {
  const began = performance.now();
  const random = randomFrom(seed);
  const ledger = makeMailLedger();
  const provider = await aFaultyProvider(ledger, random);
  const start = Date.now();
  const clock: Clock = () => new Date(start + (Date.now() - start) * timesFaster);
  const ground = { kind: 'mongodb', uri } as const;
  const store = await openGround(ground, clock);
  await clear(store);

  const processes = startedAhead(4);
  const hire = makeHire(processes, (name, number) => ({
    ...{ kind: 'work' as const, ground, name, start, timesFaster, provider: provider.url },
    seed: seed + number,
  }));
  let workers: readonly Worker[] = await Promise.all([hire(), hire(), hire()]);
  let kills = 0;
  let allOwed = false;
  const owing = owe(store, clock, count).then(() => {
    allOwed = true;
  });
  while (!allOwed) {
    await pause(killEveryMs * (0.5 + random()));
    const victim = workers[Math.floor(random() * workers.length)];
    if (victim === undefined) continue;
    await victim.started.kill();
    // What it had on the way arrives.
    await pause(250);
    await patiently(() => ledger.died(victim.name, store));
    kills += 1;
    const next = await hire();
    workers = workers.map((worker) => (worker === victim ? next : worker));
    process.stderr.write(`\rmails: ${kills} kills   `);
  }
  await owing;
  const stillOwed = () => store.accounts.count({ mailDueAt: { $exists: true } });
  while ((await patiently(stillOwed)) > 0) await pause(200);
  process.stderr.write('\n');
  await Promise.all(workers.map(({ started }) => started.ask({ kind: 'close' })));
  const audit = await patiently(() => ledger.audit(store));
  await processes.stop();
  await provider.stop();
  await store.close();
  return figuresOf(audit, kills, performance.now() - began);
};

const makeHire = (
  processes: Processes,
  order: (name: string, number: number) => Parameters<Started['ask']>[0],
) => {
  let hired = 0;
  return async (): Promise<Worker> => {
    hired += 1;
    const name = `worker-${hired}`;
    const started = await processes.take();
    await started.ask(order(name, hired));
    return { name, started };
  };
};

/** Accounts that owe a mail each, one after the other. */
const owe = async (store: Store, clock: Clock, count: number): Promise<void> => {
  for (let number = 0; number < count; number += 1) {
    const _id = `registration-${number}`;
    const now = clock();
    const account = anAccount({ _id, emailKey: _id, createdAt: now, mailDueAt: now });
    const owed = Object.entries(account.mails).map(([key, mail]) => [
      key,
      { ...mail, createdAt: now },
    ]);
    await patiently(() => store.accounts.add({ ...account, mails: Object.fromEntries(owed) }));
    await pause(mailEveryMs);
  }
};

const figuresOf = (audit: Audit, kills: number, ms: number): Figures => {
  const doubled = audit.twice - audit.twiceUnheard;
  return {
    wrong: [
      ...(audit.lost > 0 ? [`${audit.lost} mails lost`] : []),
      ...(doubled > 0 ? [`${doubled} mails sent twice`] : []),
      ...(audit.altered > 0 ? [`${audit.altered} mails altered`] : []),
    ],
    cells: [
      audit.mails,
      3,
      kills,
      audit.sent,
      audit.lost,
      doubled,
      audit.twiceUnheard,
      audit.orphaned,
      seconds(ms),
    ],
  };
};
