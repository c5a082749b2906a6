import type { MailKind, OwedMail } from '../../src/domain/mail';
import { owe } from '../../src/domain/owe';
import { makeDeliverMail } from '../../src/services/deliverMail';
import type { Outcome } from '../../src/services/sendMail';
import { makeSteerMail } from '../../src/services/steerMail';
import { hour } from '../support/accountServices';
import { aLog } from '../support/aLog';
import { aMail } from '../support/aMail';
import { noon } from '../support/clock';
import { aHelpRequest, anAccount } from '../support/makers';
import { aStage } from '../support/stores';

const id = 'registration-1.activation-1';

const aScene = async (given: Partial<OwedMail> = {}, kind: MailKind = 'activation') => {
  const stage = await aStage();
  const { accounts, helpRequests } = stage.store;
  const mail = { ...owe({ kind, to: 'jane@example.org', locale: 'fr' }, noon), ...given };
  await accounts.add(anAccount({ mails: { 'activation-1': mail } }));
  await accounts.change({}, { $unset: { mailDueAt: true } });
  const collections = [accounts, helpRequests];
  const account = async () => (await accounts.find({}))[0];
  return {
    ...stage,
    ...makeSteerMail({ collections, clock: stage.clock }),
    collections,
    account,
    now: async () => (await account())?.mails['activation-1'],
  };
};

test.each([
  { state: 'abandoned', reason: 'HTTP 401' },
  { state: 'bounced', reason: '550 mailbox full' },
  { state: 'dropped' },
] as const)('queues a mail again that was $state, due at once', async (given) => {
  const scene = await aScene({ ...given, attempts: 1, notBefore: new Date(noon.getTime() + hour) });
  expect(await scene.retry(id)).toBe('queued');
  expect(await scene.now()).toMatchObject({ state: 'queued', attempts: 1 });
  expect(await scene.now()).not.toHaveProperty('reason');
  expect(await scene.now()).not.toHaveProperty('notBefore');
  expect((await scene.account())?.mailDueAt).toBeInstanceOf(Date);
});

test.each([
  ['queued', 'waiting'],
  ['accepted', 'sent'],
  ['delivered', 'sent'],
] as const)('changes nothing about a mail that is %s', async (state, answer) => {
  const scene = await aScene({ state });
  const before = await scene.account();
  expect(await scene.retry(id)).toBe(answer);
  expect(await scene.account()).toEqual(before);
});

test('sends no secrets again that have expired or were replaced', async () => {
  const scene = await aScene({ state: 'abandoned' });
  await scene.store.accounts.change({}, { $set: { generation: 2 } });
  expect(await scene.retry(id)).toBe('stale');
  await scene.store.accounts.change({}, { $set: { generation: 1 } });
  scene.pass(24 * hour);
  expect(await scene.retry(id)).toBe('stale');
  expect((await scene.now())?.state).toBe('abandoned');
});

test('sends other mails again also after a day', async () => {
  const scene = await aScene({ state: 'abandoned' }, 'alreadyRegistered');
  scene.pass(25 * hour);
  expect(await scene.retry(id)).toBe('queued');
});

test('brings a mail back that a wrong API key had stopped', async () => {
  const scene = await aScene({ state: 'queued' });
  await scene.store.accounts.change({}, { $set: { mailDueAt: noon } });
  const outcomes: Outcome[] = [{ kind: 'refused', reason: 'HTTP 401' }, { kind: 'accepted' }];
  const { take, deliver } = makeDeliverMail({
    ...scene,
    compose: () => aMail(),
    send: async () => outcomes.shift() ?? { kind: 'ambiguous', reason: 'none left' },
    random: () => 0.5,
    log: aLog().log,
  });
  const round = async () => {
    const taken = await take();
    if (taken !== undefined) await deliver(taken);
    return taken === undefined ? 'nothing' : (await scene.now())?.state;
  };
  expect([await round(), await round()]).toEqual(['abandoned', 'nothing']);
  await scene.retry(id);
  expect([await round(), await round()]).toEqual(['accepted', 'nothing']);
  expect(await scene.now()).toMatchObject({ attempts: 2 });
});

test('abandons a queued mail, once', async () => {
  const scene = await aScene({ notBefore: noon });
  expect([await scene.abandon(id), await scene.abandon(id)]).toEqual(['abandoned', 'already']);
  expect(await scene.now()).toMatchObject({ state: 'abandoned', reason: 'by staff' });
  expect(await scene.now()).not.toHaveProperty('notBefore');
});

test.each(['accepted', 'delivered', 'bounced', 'dropped'] as const)(
  'does not abandon a mail that is %s',
  async (state) => {
    const scene = await aScene({ state });
    expect(await scene.abandon(id)).toBe('sent');
    expect((await scene.now())?.state).toBe(state);
  },
);

test('finds the mails of help requests, and says when there is none', async () => {
  const scene = await aScene();
  const receipt = owe({ kind: 'helpReceipt', to: 'jane@example.org', locale: 'fr' }, noon);
  const mails = { 'receipt-1': { ...receipt, state: 'dropped' as const } };
  await scene.store.helpRequests.add(aHelpRequest({ mails }));
  expect(await scene.retry('D-482913.receipt-1')).toBe('queued');
  for (const unknown of ['D-482913.receipt-2', 'D-482913', 'registration-1.__proto__', '', '.x']) {
    expect([await scene.retry(unknown), await scene.abandon(unknown)]).toEqual([
      'unknown',
      'unknown',
    ]);
  }
});
