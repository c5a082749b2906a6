import fc from 'fast-check';
import type { Account } from '../../src/domain/account';
import type { MailState, OwedMail } from '../../src/domain/mail';
import type { MailEvent } from '../../src/domain/mailEvent';
import { owe } from '../../src/domain/owe';
import type { Collection } from '../../src/services/collection';
import { makeDeliverMail } from '../../src/services/deliverMail';
import { makeMailEvents } from '../../src/services/mailEvents';
import { aLog } from '../support/aLog';
import { noon } from '../support/clock';
import { aHelpRequest, anAccount } from '../support/makers';
import { aStage } from '../support/stores';

const mail = 'registration-1.activation-1';

const aScene = async (state: MailState = 'accepted', given: Partial<OwedMail> = {}) => {
  const stage = await aStage();
  const { accounts, helpRequests } = stage.store;
  const { log, events } = aLog();
  const heard: string[] = [];
  const mailEvents = makeMailEvents({
    collections: [accounts, helpRequests],
    log,
    onSettled: ({ _id }, key, to) => {
      heard.push(`${_id} ${key} ${to}`);
    },
  });
  const owed = owe({ kind: 'activation', to: 'jane@example.org', locale: 'fr' }, noon);
  await accounts.add(
    anAccount({ mails: { 'activation-1': { ...owed, state, attempts: 1, ...given } } }),
  );
  const now = async () =>
    (await accounts.find({ _id: 'registration-1' }))[0]?.mails['activation-1'];
  return { ...stage, mailEvents, heard, log, events, now };
};

const event = (state: MailState, reason?: string): MailEvent => ({
  mailId: mail,
  state,
  ...(reason === undefined ? {} : { reason }),
});

test.each<[MailState, MailState, MailState]>([
  ['queued', 'accepted', 'accepted'],
  ['queued', 'delivered', 'delivered'],
  ['queued', 'bounced', 'bounced'],
  ['abandoned', 'delivered', 'delivered'],
  ['accepted', 'delivered', 'delivered'],
  ['accepted', 'dropped', 'dropped'],
  ['accepted', 'bounced', 'bounced'],
  ['delivered', 'accepted', 'delivered'],
  ['delivered', 'dropped', 'delivered'],
  ['delivered', 'bounced', 'bounced'],
  ['dropped', 'accepted', 'dropped'],
  ['dropped', 'delivered', 'delivered'],
  ['bounced', 'delivered', 'bounced'],
  ['bounced', 'dropped', 'bounced'],
])('a mail that is %s and reported %s is %s', async (before, reported, after) => {
  const { mailEvents, now } = await aScene(before);
  await mailEvents([event(reported)]);
  expect((await now())?.state).toBe(after);
});

test('comes to the same state in whatever order, batches and number the events come', async () => {
  const states = ['accepted', 'delivered', 'bounced', 'dropped'] as const;
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.constantFrom(...states), { minLength: 1 }).chain((set) =>
        fc.tuple(
          fc.array(fc.shuffledSubarray(set, { minLength: set.length }), {
            minLength: 1,
            maxLength: 3,
          }),
          fc.shuffledSubarray(set, { minLength: set.length }),
        ),
      ),
      async ([batches, once]) => {
        const [one, other] = [await aScene(), await aScene()];
        for (const batch of batches) await one.mailEvents(batch.map((state) => event(state)));
        for (const state of once) await other.mailEvents([event(state)]);
        expect((await one.now())?.state).toBe((await other.now())?.state);
      },
    ),
    { numRuns: 40 },
  );
});

test('tells once what has changed, and nothing when it is repeated', async () => {
  const { mailEvents, heard } = await aScene();
  await mailEvents([event('accepted'), event('delivered'), event('delivered')]);
  await mailEvents([event('delivered')]);
  expect(heard).toEqual(['registration-1 activation-1 delivered']);
});

test('tells once when two batches say it at the same time', async () => {
  const { mailEvents, heard } = await aScene();
  await Promise.all([1, 2, 3].map(() => mailEvents([event('bounced')])));
  expect(heard).toEqual(['registration-1 activation-1 bounced']);
});

test('keeps why a mail came back, and forgets why an earlier try was given up', async () => {
  const { mailEvents, now } = await aScene('abandoned', { reason: 'gave up: time-out' });
  await mailEvents([event('delivered')]);
  expect(await now()).not.toHaveProperty('reason');
  await mailEvents([event('bounced', '550 unknown user')]);
  expect(await now()).toMatchObject({ state: 'bounced', reason: '550 unknown user' });
});

test('logs nothing of why a mail came back', async () => {
  const { mailEvents, events } = await aScene();
  await mailEvents([event('bounced', '550 jane@example.org unknown')]);
  expect(events).toMatchObject([
    { event: 'mail.moved', mail, state: 'bounced' },
    { event: 'mail.events', events: 1, moved: 1 },
  ]);
  expect(JSON.stringify(events)).not.toContain('jane');
});

test('does not send a mail again that is reported while its answer is missing', async () => {
  const scene = await aScene('queued', { notBefore: noon });
  const { accounts } = scene.store;
  await accounts.change({}, { $set: { mailDueAt: noon } });
  const sent: string[] = [];
  const { take } = makeDeliverMail({
    ...scene,
    collections: [accounts],
    compose: () => undefined,
    send: async ({ id }) => {
      sent.push(id);
      return { kind: 'accepted' };
    },
    random: () => 0,
  });
  await scene.mailEvents([event('accepted')]);
  expect(await take()).toBeUndefined();
  expect((await accounts.find({}))[0]).not.toHaveProperty('mailDueAt');
});

test('lets the report count when the answer comes after it', async () => {
  const scene = await aScene('queued', { attempts: 0 });
  const { accounts } = scene.store;
  await accounts.change({}, { $set: { mailDueAt: noon } });
  const { take, deliver } = makeDeliverMail({
    ...scene,
    collections: [accounts],
    compose: ({ _id }, key) => ({
      id: `${_id}.${key}`,
      from: 'portail@example.org',
      replyTo: 'aide@example.org',
      to: 'jane@example.org',
      subject: 's',
      html: 'h',
      text: 't',
      locale: 'fr',
      createdAt: noon,
    }),
    send: async () => {
      await scene.mailEvents([event('delivered')]);
      return { kind: 'accepted' };
    },
    random: () => 0,
  });
  const taken = await take();
  if (taken !== undefined) await deliver(taken);
  expect((await scene.now())?.state).toBe('delivered');
});

test('keeps quiet about a mail that a newer one has replaced', async () => {
  const { mailEvents, heard, store, now } = await aScene();
  await store.accounts.change({}, { $set: { generation: 2 } });
  await mailEvents([event('bounced')]);
  expect((await now())?.state).toBe('bounced');
  expect(heard).toEqual([]);
});

test('moves the mails of help requests as well', async () => {
  const { mailEvents, store, heard } = await aScene();
  const receipt = owe({ kind: 'helpReceipt', to: 'jane@example.org', locale: 'fr' }, noon);
  await store.helpRequests.add(
    aHelpRequest({ mails: { 'receipt-1': { ...receipt, state: 'accepted' } } }),
  );
  await mailEvents([{ mailId: 'D-482913.receipt-1', state: 'delivered' }]);
  expect(heard).toEqual(['D-482913 receipt-1 delivered']);
});

test.each([
  'registration-2.activation-1',
  'registration-1.activation-9',
  'registration-1.__proto__',
  'registration-1.constructor',
  'registration-1.$set',
  'registration-1.',
  '.activation-1',
  'registration-1',
  '',
])('ignores the unknown mail %j', async (mailId) => {
  const { mailEvents, store, heard } = await aScene();
  const before = await store.accounts.find({});
  await mailEvents([{ mailId, state: 'bounced' }]);
  expect(await store.accounts.find({})).toEqual(before);
  expect(heard).toEqual([]);
});

test('harms nothing when a listener fails', async () => {
  const { store } = await aScene();
  const { log, events } = aLog();
  const mailEvents = makeMailEvents({
    collections: [store.accounts],
    log,
    onSettled: () => {
      throw new TypeError('jane@example.org');
    },
  });
  await mailEvents([event('delivered')]);
  expect(JSON.stringify(events)).toContain('TypeError');
  expect(JSON.stringify(events)).not.toContain('jane@example.org');
});

test('takes 10,000 events of 1,000 mails with a search for each 500 and a change for each mail', async () => {
  const { store, log } = await aScene();
  const accepted = {
    ...owe({ kind: 'activation', to: 'a@example.org', locale: 'fr' }, noon),
    state: 'accepted',
  } as const;
  const ids = Array.from({ length: 1_000 }, (_, index) => `r-${index}`);
  await store.accounts.addMany(
    ids.map((_id) => anAccount({ _id, emailKey: _id, mails: { 'activation-1': accepted } })),
  );
  const calls = { find: 0, change: 0 };
  const counted: Collection<Account> = {
    ...store.accounts,
    find: (...asked) => {
      calls.find += 1;
      return store.accounts.find(...asked);
    },
    change: (...asked) => {
      calls.change += 1;
      return store.accounts.change(...asked);
    },
  };
  const mailEvents = makeMailEvents({ collections: [counted], log });
  const batch = Array.from({ length: 10 }, () => 'delivered' as const).flatMap((state) =>
    ids.map((id) => ({ mailId: `${id}.activation-1`, state })),
  );
  await mailEvents(batch);
  expect(calls).toEqual({ find: 2, change: 1_000 });
  await mailEvents(batch);
  expect(calls).toEqual({ find: 4, change: 1_000 });
});
