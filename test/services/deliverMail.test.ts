import fc from 'fast-check';
import type { Account } from '../../src/domain/account';
import type { MailKind } from '../../src/domain/mail';
import { mailLeaseMs, owe } from '../../src/domain/owe';
import { usualTimeoutMs } from '../../src/mail/patience';
import { type DeliverMailNeeds, makeDeliverMail } from '../../src/services/deliverMail';
import type { ComposedMail, Outcome } from '../../src/services/sendMail';
import { aLog } from '../support/aLog';
import { noon } from '../support/clock';
import { aHelpRequest, anAccount } from '../support/makers';
import { aStage } from '../support/stores';

const composed = (id: string): ComposedMail => ({
  id,
  from: 'portal@example.org',
  replyTo: 'help@example.org',
  to: 'jane@example.org',
  subject: 'Objet',
  html: id,
  text: id,
  locale: 'fr',
  createdAt: noon,
});

/** Sends whatever is due, by one worker, to an answer that the test chooses. */
const aScene = async (given: Partial<DeliverMailNeeds> = {}) => {
  const stage = await aStage();
  const sent: string[] = [];
  const { log, events } = aLog();
  const deliverMail = makeDeliverMail({
    collections: [stage.store.accounts, stage.store.helpRequests],
    compose: ({ _id }, key) => composed(`${_id}.${key}`),
    send: async ({ id }) => {
      sent.push(id);
      return { kind: 'accepted' };
    },
    clock: stage.clock,
    random: () => 0.5,
    log,
    ...given,
  });
  const round = async () => {
    const taken = await deliverMail.take();
    if (taken !== undefined) await deliverMail.deliver(taken);
    return taken?.document._id;
  };
  const account = async (id = 'registration-1') =>
    (await stage.store.accounts.find({ _id: id }))[0];
  return { ...stage, deliverMail, sent, events, round, account };
};

const add = ({ store }: Awaited<ReturnType<typeof aScene>>, given: Partial<Account> = {}) =>
  store.accounts.add(anAccount({ emailKey: given._id ?? 'registration-1', ...given }));

test('sends what is due and owes nothing afterwards', async () => {
  const scene = await aScene();
  await add(scene);
  expect(await scene.round()).toBe('registration-1');
  const account = await scene.account();
  expect(account?.mails['activation-1']).toMatchObject({ state: 'accepted', attempts: 1 });
  expect(account).not.toHaveProperty('mailDueAt');
  expect(await scene.round()).toBeUndefined();
  expect(scene.sent).toEqual(['registration-1.activation-1']);
});

const minute = 60_000;

test('a worker that was suspended after it took a mail leaves it to the one who has it now', async () => {
  const scene = await aScene();
  await add(scene);
  const taken = await scene.deliverMail.take();
  scene.pass(mailLeaseMs);
  expect(await scene.round()).toBe('registration-1');
  if (taken !== undefined) await scene.deliverMail.deliver(taken);
  expect(scene.sent).toEqual(['registration-1.activation-1']);
  expect((await scene.account())?.mails['activation-1']?.state).toBe('accepted');
});

test.each<{ outcome: Outcome; state: string; waitsMs?: number; reason?: string }>([
  { outcome: { kind: 'accepted' }, state: 'accepted' },
  { outcome: { kind: 'refused', reason: '400' }, state: 'abandoned', reason: '400' },
  { outcome: { kind: 'later', reason: '503' }, state: 'queued', waitsMs: 5_000 },
  {
    outcome: { kind: 'later', reason: '429', retryAfterMs: minute },
    state: 'queued',
    waitsMs: minute,
  },
  {
    outcome: { kind: 'later', reason: '429', retryAfterMs: 600 * minute },
    state: 'queued',
    waitsMs: 10 * minute,
  },
  { outcome: { kind: 'ambiguous', reason: 'timeout' }, state: 'queued', waitsMs: 5_000 },
])('settles $outcome as $state', async ({ outcome, state, waitsMs, reason }) => {
  const scene = await aScene({ send: async () => outcome });
  await add(scene);
  await scene.round();
  const account = await scene.account();
  const mail = account?.mails['activation-1'];
  expect(mail).toMatchObject({ state, attempts: 1 });
  expect(mail?.reason).toBe(reason);
  expect(account?.mailDueAt).toEqual(mail?.notBefore);
  expect(Math.round(((mail?.notBefore?.getTime() ?? Number.NaN) - noon.getTime()) / 1000)).toEqual(
    waitsMs === undefined ? Number.NaN : waitsMs / 1000,
  );
});

test('tries three times within 200 seconds, and never waits longer than 90', async () => {
  const tries: number[] = [];
  const scene = await aScene({
    random: () => 1,
    send: async () => {
      tries.push(scene.clock().getTime() - noon.getTime());
      return { kind: 'later', reason: '503' };
    },
  });
  await add(scene);
  for (let second = 0; second < 600; second += 1) {
    await scene.round();
    scene.pass(1_000);
  }
  expect(tries[2]).toBeLessThan(200_000);
  const waits = tries.slice(1).map((time, index) => time - (tries[index] ?? 0));
  expect(Math.max(...waits)).toBeLessThan(90_000);
});

test.each(['HTTP 400', 'HTTP 401', 'HTTP 403', 'HTTP 413'])(
  'tries a mail once that is refused with %s, and says why',
  async (reason) => {
    const tries: string[] = [];
    const scene = await aScene({
      send: async ({ id }) => {
        tries.push(id);
        return { kind: 'refused', reason };
      },
    });
    await add(scene);
    for (let second = 0; second < 300; second += 1) {
      await scene.round();
      scene.pass(1_000);
    }
    expect(tries).toHaveLength(1);
    expect((await scene.account())?.mails['activation-1']).toMatchObject({
      state: 'abandoned',
      reason,
    });
  },
);

test.each([0, 0.5, 1])(
  'has a mail on its way within 90 seconds after the provider is back, however long it was away (chance %d)',
  async (chance) => {
    for (const awaySeconds of [1, 30, 95, 300, 601]) {
      const back = noon.getTime() + awaySeconds * 1_000;
      const arrived: number[] = [];
      const scene = await aScene({
        random: () => chance,
        send: async () => {
          const begun = scene.clock().getTime();
          if (begun >= back) arrived.push(begun);
          // A provider that hangs costs the whole time-out.
          else scene.pass(usualTimeoutMs);
          return begun >= back ? { kind: 'accepted' } : { kind: 'ambiguous', reason: 'time-out' };
        },
      });
      await add(scene);
      for (let second = 0; arrived.length === 0 && second < 1_000; second += 1) {
        await scene.round();
        scene.pass(1_000);
      }
      expect((arrived[0] ?? Number.NaN) - back).toBeLessThan(90_000);
    }
  },
);

test.each([
  { kind: 'activation', hours: 24 },
  { kind: 'reset', hours: 24 },
  { kind: 'alreadyRegistered', hours: 72 },
] as const)('gives up on a mail of kind $kind after $hours hours', async ({ kind, hours }) => {
  const scene = await aScene({ send: async () => ({ kind: 'later', reason: '503' }) });
  const mails = { it: owe({ kind, to: 'jane@example.org', locale: 'fr' }, noon) };
  await add(scene, { mails });
  scene.pass(hours * 60 * minute - minute);
  await scene.round();
  expect((await scene.account())?.mails.it?.state).toBe('queued');
  scene.pass(minute);
  await scene.round();
  expect((await scene.account())?.mails.it).toMatchObject({
    state: 'abandoned',
    reason: 'gave up: 503',
  });
  // What operators are woken by: once, and not while there is hope.
  expect(scene.events.filter(({ event }) => event === 'mail.abandoned')).toEqual([
    {
      event: 'mail.abandoned',
      mail: 'registration-1.it',
      kind,
      attempts: 2,
      reason: 'gave up: 503',
    },
  ]);
});

test('drops a mail that a newer one has replaced', async () => {
  const scene = await aScene({ compose: () => undefined });
  await add(scene);
  await scene.round();
  expect((await scene.account())?.mails['activation-1']).toMatchObject({
    state: 'abandoned',
    reason: 'superseded',
  });
  // Nobody waits for it.
  expect(scene.events.map(({ event }) => event)).not.toContain('mail.abandoned');
});

describe('who listens', () => {
  const listening = async (given: Partial<DeliverMailNeeds> = {}) => {
    const heard: string[] = [];
    const scene = await aScene({
      onSettled: ({ _id, mails }, key, state) => {
        heard.push(`${_id} ${key} ${state} ${mails[key]?.state}`);
      },
      ...given,
    });
    await add(scene);
    await scene.round();
    return heard;
  };

  it('is told the new state when it is in the store', async () => {
    expect(await listening()).toEqual(['registration-1 activation-1 accepted accepted']);
    expect(await listening({ send: async () => ({ kind: 'refused', reason: '400' }) })).toEqual([
      'registration-1 activation-1 abandoned abandoned',
    ]);
  });

  it.each<Partial<DeliverMailNeeds>>([
    { send: async () => ({ kind: 'later', reason: '503' }) },
    { compose: () => undefined },
  ])('is told nothing of a mail that is tried again or was replaced', async (given) => {
    expect(await listening(given)).toEqual([]);
  });

  it('harms nothing by failing', async () => {
    const onSettled = () => {
      throw new TypeError('jane@example.org');
    };
    const scene = await aScene({ onSettled });
    await add(scene);
    await scene.round();
    expect((await scene.account())?.mails['activation-1']?.state).toBe('accepted');
    expect(await scene.account()).not.toHaveProperty('mailDueAt');
    expect(JSON.stringify(scene.events)).toContain('mail.listenerFailed');
    expect(JSON.stringify(scene.events)).not.toContain('jane@example.org');
  });
});

test('sends the longest due first, whichever collection it is in', async () => {
  const scene = await aScene();
  const due = (seconds: number) => new Date(noon.getTime() - seconds * 1_000);
  const mails = { it: owe({ kind: 'helpReceipt', to: 'jane@example.org', locale: 'fr' }, noon) };
  await add(scene, { _id: 'b', mailDueAt: due(1) });
  await scene.store.helpRequests.add(aHelpRequest({ _id: 'D-1', mails, mailDueAt: due(2) }));
  await add(scene, { _id: 'a', mailDueAt: due(3) });
  await add(scene, { _id: 'later', mailDueAt: due(-60) });
  expect([
    await scene.round(),
    await scene.round(),
    await scene.round(),
    await scene.round(),
  ]).toEqual(['a', 'D-1', 'b', undefined]);
});

test.each([
  {
    how: 'composing',
    given: {
      compose: () => {
        throw new TypeError('jane@example.org');
      },
    },
  },
  { how: 'sending', given: { send: () => Promise.reject(new TypeError('jane@example.org')) } },
])('queues a mail again whose $how fails, and logs no word of it', async ({ given }) => {
  const scene = await aScene(given);
  await add(scene);
  await scene.round();
  expect((await scene.account())?.mails['activation-1']).toMatchObject({
    state: 'queued',
    attempts: 1,
  });
  expect(JSON.stringify(scene.events)).toContain('TypeError');
  expect(JSON.stringify(scene.events)).not.toContain('jane@example.org');
});

test('sends the second mail of a document although the first fails', async () => {
  const scene = await aScene({
    send: async ({ id }) =>
      id.endsWith('staff-1') ? { kind: 'ambiguous', reason: 'timeout' } : { kind: 'accepted' },
  });
  const mail = owe({ kind: 'helpReceipt', to: 'jane@example.org', locale: 'fr' }, noon);
  const mails = { 'staff-1': mail, 'receipt-1': mail };
  await scene.store.helpRequests.add(aHelpRequest({ mails, mailDueAt: noon }));
  await scene.round();
  const [request] = await scene.store.helpRequests.find({});
  expect(request?.mails).toMatchObject({
    'staff-1': { state: 'queued' },
    'receipt-1': { state: 'accepted' },
  });
  expect(request?.mailDueAt).toEqual(request?.mails['staff-1']?.notBefore);
});

test('leaves a kind of mail that only a newer release knows to its worker, and sends the rest', async () => {
  const scene = await aScene();
  const newer: MailKind = JSON.parse('"newsletter"');
  const mail = owe({ kind: newer, to: 'jane@example.org', locale: 'fr' }, noon);
  const { mails } = anAccount();
  await add(scene, { mails: { ...mails, 'newsletter-1': mail } });
  await add(scene, { _id: 'registration-2', mails: { 'newsletter-1': mail } });
  const rounds = [await scene.round(), await scene.round()];
  expect(rounds).toEqual(['registration-1', undefined]);
  for (let minutes = 0; minutes < 24 * 60; minutes += 60) {
    scene.pass(60 * minute);
    await scene.round();
  }
  expect(scene.sent).toEqual(['registration-1.activation-1']);
  for (const id of ['registration-1', 'registration-2']) {
    const account = await scene.account(id);
    const left = account?.mails['newsletter-1'];
    expect(left).toMatchObject({ state: 'queued', attempts: 0 });
    // The newer worker finds it within seconds.
    expect(account?.mailDueAt).toEqual(left?.notBefore);
    expect((left?.notBefore?.getTime() ?? 0) - scene.clock().getTime()).toBeLessThanOrEqual(10_000);
  }
});

test('sends a mail again, identical, after a crash between sending and settling', async () => {
  const bytes: ComposedMail[] = [];
  const scene = await aScene({
    send: async (mail) => {
      bytes.push(mail);
      return bytes.length === 1 ? new Promise<Outcome>(() => undefined) : { kind: 'accepted' };
    },
  });
  await add(scene);
  const taken = await scene.deliverMail.take();
  if (taken !== undefined) void scene.deliverMail.deliver(taken);
  expect(await scene.round()).toBeUndefined();
  scene.pass(mailLeaseMs);
  expect(await scene.round()).toBe('registration-1');
  expect(bytes[1]).toEqual(bytes[0]);
  expect((await scene.account())?.mails['activation-1']).toMatchObject({
    state: 'accepted',
    attempts: 2,
  });
});

test('lets the next try count when a first one answers after its lease', async () => {
  const answers: ((outcome: Outcome) => void)[] = [];
  const scene = await aScene({ send: () => new Promise((answer) => answers.push(answer)) });
  await add(scene);
  const deliver = async () => {
    const taken = await scene.deliverMail.take();
    if (taken !== undefined) await scene.deliverMail.deliver(taken);
  };
  const first = deliver();
  await new Promise(setImmediate);
  scene.pass(mailLeaseMs);
  const second = deliver();
  await new Promise((done) => setTimeout(done, 20));
  answers[0]?.({ kind: 'refused', reason: 'late' });
  await first;
  answers[1]?.({ kind: 'accepted' });
  await second;
  expect((await scene.account())?.mails['activation-1']?.state).toBe('accepted');
});

test('sends a mail at once that was queued while another of its document was on its way', async () => {
  const scene = await aScene();
  const notice = owe({ kind: 'alreadyRegistered', to: 'jane@example.org', locale: 'fr' }, noon);
  await add(scene);
  const taken = await scene.deliverMail.take();
  const due = taken?.document.mailDueAt?.getTime() ?? 0;
  await scene.store.accounts.change(
    { _id: 'registration-1' },
    { $set: { 'mails.notice': notice, mailDueAt: new Date(due + 1) } },
  );
  if (taken !== undefined) await scene.deliverMail.deliver(taken);
  expect(await scene.round()).toBe('registration-1');
  expect(scene.sent).toEqual(['registration-1.activation-1', 'registration-1.notice']);
  expect(await scene.account()).not.toHaveProperty('mailDueAt');
});

test('leaves a mail alone that is on its way when its document becomes due for another', async () => {
  const scene = await aScene();
  const notice = owe({ kind: 'alreadyRegistered', to: 'jane@example.org', locale: 'fr' }, noon);
  await add(scene);
  const taken = await scene.deliverMail.take();
  await scene.store.accounts.change(
    { _id: 'registration-1' },
    { $set: { 'mails.notice': notice, mailDueAt: noon } },
  );
  await scene.round();
  expect(scene.sent).toEqual(['registration-1.notice']);
  expect((await scene.account())?.mailDueAt).toEqual(taken?.document.mailDueAt);
});

test('looks again for a mail that is queued just as its document is put back', async () => {
  const { store } = await aStage();
  const notice = owe({ kind: 'alreadyRegistered', to: 'jane@example.org', locale: 'fr' }, noon);
  let added = false;
  const accounts: DeliverMailNeeds['collections'][number] = {
    ...store.accounts,
    find: async (filter, page) => {
      const found = await store.accounts.find(filter, page);
      if (filter._id === undefined || added) return found;
      added = true;
      const $set = { 'mails.notice': notice, mailDueAt: noon };
      await store.accounts.change({ _id: 'registration-1' }, { $set });
      return found;
    },
  };
  const scene = await aScene({ collections: [accounts] });
  await store.accounts.add(anAccount());
  await scene.round();
  await scene.round();
  expect(scene.sent).toEqual(['registration-1.activation-1', 'registration-1.notice']);
});

describe('a store that is away just when a mail has gone out', () => {
  const aBrokenScene = async () => {
    const { store } = await aStage();
    const trouble = { away: false };
    const accounts: DeliverMailNeeds['collections'][number] = {
      ...store.accounts,
      find: async (...asked) => {
        if (trouble.away) throw new RangeError('away');
        return store.accounts.find(...asked);
      },
      change: async (...asked) => {
        if (trouble.away) throw new RangeError('away');
        return store.accounts.change(...asked);
      },
    };
    const sent: string[] = [];
    const scene = await aScene({
      collections: [accounts],
      send: async ({ id }) => {
        sent.push(id);
        trouble.away = true;
        return { kind: 'accepted' };
      },
    });
    await store.accounts.add(anAccount());
    await expect(scene.round()).rejects.toThrow('away');
    scene.pass(5 * minute);
    await expect(scene.deliverMail.catchUp()).rejects.toThrow('away');
    trouble.away = false;
    return { ...scene, store, sent };
  };

  it('has the mail settled when it is back, and the mail is not sent twice', async () => {
    const { deliverMail, round, store, sent } = await aBrokenScene();
    await deliverMail.catchUp();
    await round();
    const [account] = await store.accounts.find({});
    expect(account?.mails['activation-1']).toMatchObject({ state: 'accepted', attempts: 1 });
    expect(account).not.toHaveProperty('mailDueAt');
    expect(sent).toHaveLength(1);
  });
});

test('sends each mail once, whatever workers do at the same time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 12 }),
      fc.scheduler(),
      async (documents, scheduler) => {
        const sent: string[] = [];
        const scene = await aScene({
          send: async ({ id }) => {
            await scheduler.schedule(Promise.resolve());
            sent.push(id);
            return { kind: 'accepted' };
          },
        });
        for (let id = 0; id < documents; id += 1) await add(scene, { _id: `r-${id}` });
        const worker = async () => {
          while ((await scene.round()) !== undefined);
        };
        await scheduler.waitFor(Promise.all([worker(), worker(), worker()]));
        expect(sent.toSorted()).toEqual(
          Array.from({ length: documents }, (_, id) => `r-${id}.activation-1`).toSorted(),
        );
        expect(await scene.store.accounts.count({ mailDueAt: { $exists: true } })).toBe(0);
      },
    ),
    { numRuns: 25 },
  );
});
