import { makePasswords } from '../../src/services/passwords';
import {
  type AccountServices,
  accountServices,
  linkOf,
  temporaryOf,
} from '../support/accountServices';

const from = '192.0.2.7';
const good = 'Érable-Bleu-4827!';
const account = 'registration-1';

let stage: AccountServices;
beforeEach(async () => {
  stage = await accountServices();
  await stage.activation.activate(linkOf(1), from);
});

const change = (password: string, confirmation = password) =>
  stage.passwords.change({ account, password, confirmation });

it('keeps a slow hash and never the password', async () => {
  expect(await change(good)).toEqual({ kind: 'changed', epoch: 1 });
  expect(stage.calls.hash).toBe(1);
  expect(await stage.account()).toMatchObject({
    passwordHash: `hash of ${good.normalize('NFC')}`,
    sessionEpoch: 1,
    spentGeneration: 1,
  });
});

it('ends every other session, and goes on with the new epoch', async () => {
  expect((await stage.session({ id: 'session-1', account, epoch: 0 }))?._id).toBe(account);
  await change(good);
  expect(await stage.session({ id: 'session-1', account, epoch: 0 })).toBeUndefined();
  expect((await stage.session({ id: 'session-1', account, epoch: 1 }))?._id).toBe(account);
});

it('has no session of an account that nobody has activated, nor of none', async () => {
  await stage.store.accounts.change({}, { $set: { status: 'invited' } });
  expect(await stage.session({ id: 'session-1', account, epoch: 0 })).toBeUndefined();
  expect(await stage.session({ id: 'session-1', account: 'nobody', epoch: 0 })).toBeUndefined();
});

it('changes nothing and hashes nothing while a rule is broken', async () => {
  const before = await stage.account();
  expect(await change('jane', 'june')).toEqual({
    kind: 'broken',
    rules: [
      { kind: 'tooShort', min: 12 },
      { kind: 'noSpecialCharacter' },
      { kind: 'holdsEmail' },
      { kind: 'holdsName' },
      { kind: 'common' },
      { kind: 'confirmationDiffers' },
    ],
  });
  expect(await stage.account()).toEqual(before);
  expect(stage.calls.hash).toBe(0);
});

test.each([1, 2])('refuses the temporary password of mail %d', async (generation) => {
  await stage.forgot({ email: 'jane@example.org', address: from });
  expect(await change(`${temporaryOf(generation)}!`)).toEqual({
    kind: 'broken',
    rules: [{ kind: 'temporary' }],
  });
});

it('takes the shortest length from the settings', async () => {
  const passwords = makePasswords({ ...stage, minLength: 20 });
  expect(passwords.minLength).toBe(20);
  expect(await passwords.change({ account, password: good, confirmation: good })).toEqual({
    kind: 'broken',
    rules: [{ kind: 'tooShort', min: 20 }],
  });
});

it('keeps the last of two changes at once, and one session', async () => {
  const answers = await Promise.all([change(good), change('Neige-et-Sable-42 !')]);
  const { passwordHash, sessionEpoch } = await stage.account();
  expect(answers).toEqual([
    { kind: 'changed', epoch: 1 },
    { kind: 'changed', epoch: 2 },
  ]);
  expect([passwordHash, sessionEpoch]).toEqual(['hash of Neige-et-Sable-42 !', 2]);
});
