import type { Account } from '../../src/domain/account';
import type { Collection } from '../../src/services/collection';
import { makeForgot } from '../../src/services/forgot';
import {
  type AccountServices,
  accountServices,
  hour,
  linkOf,
  temporaryOf,
} from '../support/accountServices';
import { compose } from '../support/composing';

const from = '192.0.2.7';
const good = 'Érable-Bleu-4827!';
const account = 'registration-1';

let stage: AccountServices;
beforeEach(async () => {
  stage = await accountServices();
});

const forgot = (email = 'jane@example.org', address = from) => stage.forgot({ email, address });
const signIn = (password: string) =>
  stage.signIn({ email: 'jane@example.org', password, address: from });
const chosen = async () => {
  await stage.activation.activate(linkOf(1), from);
  await stage.passwords.change({ account, password: good, confirmation: good });
};

it('sends who has not activated a new activation mail, and the older one is dead', async () => {
  expect(await forgot()).toEqual({ kind: 'accepted' });
  expect(await stage.account()).toMatchObject({
    generation: 2,
    mails: { 'activation-2': { kind: 'activation', to: 'jane@example.org', state: 'queued' } },
  });
  expect((await stage.activation.look(linkOf(2), from)).kind).toBe('ready');
  expect(compose(await stage.account(), 'activation-1')).toBeUndefined();
});

it('sends who is active a temporary password that leads to a new one; the old one works until then', async () => {
  await chosen();
  await forgot('JANE@example.org');
  const { mails, mailDueAt } = await stage.account();
  expect(mails['reset-2']).toMatchObject({ kind: 'reset', to: 'jane@example.org', locale: 'fr' });
  expect(mailDueAt).toEqual(mails['reset-2']?.createdAt);
  expect((await signIn(good)).kind).toBe('signedIn');
  expect((await signIn(temporaryOf(2))).kind).toBe('mustChange');
  expect((await signIn(good)).kind).toBe('signedIn');
  const password = 'Neige-et-Sable-42 !';
  await stage.passwords.change({ account, password, confirmation: password });
  expect(await signIn(good)).toEqual({ kind: 'refused' });
  expect(await signIn(temporaryOf(2))).toEqual({ kind: 'refused' });
  expect((await signIn(password)).kind).toBe('signedIn');
  expect(compose(await stage.account(), 'reset-2')).toBeUndefined();
});

it('sends a temporary password to who activated and never chose one', async () => {
  await stage.activation.activate(linkOf(1), from);
  stage.pass(48 * hour);
  await forgot();
  expect((await signIn(temporaryOf(2))).kind).toBe('mustChange');
});

it.each(['nobody@example.org', 'no address', ''])('answers the same for %j', async (email) => {
  const before = await stage.account();
  expect(await forgot(email)).toEqual({ kind: 'accepted' });
  expect(await stage.account()).toEqual(before);
});

it('asks the store as often for an unknown address as for a known one', async () => {
  const calls: string[] = [];
  const counted: Collection<Account> = {
    ...stage.accounts,
    find: (...asked) => {
      calls.push('find');
      return stage.accounts.find(...asked);
    },
    change: (...asked) => {
      calls.push('change');
      return stage.accounts.change(...asked);
    },
  };
  const ask = makeForgot({ ...stage, accounts: counted });
  await ask({ email: 'jane@example.org', address: from });
  await ask({ email: 'nobody@example.org', address: from });
  expect(calls).toEqual(['find', 'change', 'find', 'change']);
});

test.each(['jane@example.org', 'nobody@example.org'])(
  'lets %s be written to once in 30 seconds and five times an hour',
  async (email) => {
    const limited = { kind: 'limited', until: expect.any(Date) };
    for (let times = 0; times < 5; times += 1) {
      expect(await forgot(email)).toEqual({ kind: 'accepted' });
      expect(await forgot(email)).toEqual(limited);
      stage.pass(30_000);
    }
    expect(await forgot(email)).toEqual(limited);
    stage.pass(hour);
    expect(await forgot(email)).toEqual({ kind: 'accepted' });
  },
);

it('sends one mail when the button is pressed twice at once', async () => {
  const answers = await Promise.all([forgot(), forgot()]);
  expect(answers.map(({ kind }) => kind)).toEqual(['accepted', 'limited']);
  expect((await stage.account()).generation).toBe(2);
});

it('stops who asks for many addresses from one place', async () => {
  const answers: string[] = [];
  for (let n = 0; n < 35; n += 1) answers.push((await forgot(`jane${n}@example.org`)).kind);
  expect(answers.filter((kind) => kind === 'accepted')).toHaveLength(30);
});
