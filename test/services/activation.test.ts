import type { Account } from '../../src/domain/account';
import { type AccountServices, accountServices, hour, linkOf } from '../support/accountServices';
import { aMachine } from '../support/makers';

const from = '192.0.2.7';

let stage: AccountServices;
beforeEach(async () => {
  stage = await accountServices();
});

const look = (token = linkOf(1)) => stage.activation.look(token, from);
const press = (token = linkOf(1)) => stage.activation.activate(token, from);
const set = (values: Partial<Account>) => stage.store.accounts.change({}, { $set: { ...values } });

it('changes nothing when the link is opened, however often', async () => {
  const before = await stage.account();
  for (let times = 0; times < 60; times += 1) expect((await look()).kind).toBe('ready');
  expect(await stage.account()).toEqual(before);
  expect(await stage.store.limits.count({})).toBe(0);
});

it('activates at the press of the button, and a second press is told so', async () => {
  expect(await press()).toMatchObject({ kind: 'activated', account: { status: 'active' } });
  expect((await press()).kind).toBe('already');
  expect((await look()).kind).toBe('already');
  expect((await stage.account()).activatedAt).toBeInstanceOf(Date);
  expect(stage.activated).toEqual(['registration-1']);
});

it('activates once when the button is pressed five times at once', async () => {
  const answers = await Promise.all([press(), press(), press(), press(), press()]);
  expect(answers.map(({ kind }) => kind).sort()).toEqual([
    'activated',
    'already',
    'already',
    'already',
    'already',
  ]);
  expect(stage.activated).toHaveLength(1);
});

it('ends after 24 hours', async () => {
  stage.pass(24 * hour - 60_000);
  expect((await look()).kind).toBe('ready');
  stage.pass(60_000);
  expect((await look()).kind).toBe('expired');
  expect(await press()).toMatchObject({ kind: 'expired', account: { status: 'invited' } });
});

it('says of an active account that it is active, also after 24 hours and a later reset', async () => {
  await press();
  stage.pass(48 * hour);
  await stage.forgot({ email: 'jane@example.org', address: from });
  expect((await look()).kind).toBe('already');
});

it('sends the reader of an older mail to the newer one', async () => {
  await stage.resend({ account: 'registration-1' });
  expect((await look()).kind).toBe('superseded');
  expect((await press()).kind).toBe('superseded');
  expect((await press(linkOf(2))).kind).toBe('activated');
  expect((await look()).kind).toBe('already');
});

it('tells the mailbox of an address that was corrected nothing, before and after activation', async () => {
  await stage.correctAddress({ account: 'registration-1', email: 'jane.t@example.org' });
  expect((await press()).kind).toBe('superseded');
  await press(linkOf(2));
  expect((await press()).kind).toBe('superseded');
});

test.each(['', 'x', 'a.b', linkOf(1).slice(0, -1), linkOf(1, 'registration-2'), '🦫'])(
  'does not know the link %j',
  async (token) => {
    expect(await look(token)).toEqual({ kind: 'unknown' });
    expect(await press(token)).toEqual({ kind: 'unknown' });
  },
);

it('stops who tries wrong links, not who has a right one', async () => {
  for (let tried = 0; tried < 30; tried += 1) {
    expect((await look(`wrong.${tried}`)).kind).toBe('unknown');
  }
  expect(await look('wrong.31')).toEqual({ kind: 'limited', until: expect.any(Date) });
  expect((await look('wrong.1')).kind).toBe('unknown');
  expect((await press()).kind).toBe('activated');
  expect((await stage.activation.look('wrong.31', '192.0.2.8')).kind).toBe('unknown');
});

it('keeps no link in the store, not even one that lost its last letter', async () => {
  await look(linkOf(1).slice(0, -1));
  expect(JSON.stringify(await stage.store.limits.find({}))).not.toContain(linkOf(1).slice(-30, -1));
});

describe('the wish to be the meter-reading contact', () => {
  const wish = { meterContactWanted: ['GNX130001', 'GNX130002'] };

  it('is granted at activation for machines that have no contact', async () => {
    await set(wish);
    await stage.store.machines.addMany([
      aMachine(),
      aMachine({ _id: 'GNX130002', bare: 'GNX130002', meterContact: 'somebody' }),
    ]);
    expect(await press()).toMatchObject({
      kind: 'activated',
      account: { meterContact: ['GNX130001'], meterContactWanted: ['GNX130002'] },
    });
    expect(await stage.store.machines.find({}, { sort: { _id: 1 } })).toMatchObject([
      { meterContact: 'registration-1' },
      { meterContact: 'somebody' },
    ]);
  });

  it('is granted to one of two people who activate at once', async () => {
    await set(wish);
    await stage.store.machines.add(aMachine());
    await stage.store.accounts.add({
      ...(await stage.account()),
      _id: 'registration-2',
      emailKey: 'zoe@example.org',
      email: 'zoe@example.org',
      mails: { 'activation-1': { ...(await mailOf()), to: 'zoe@example.org' } },
    });
    await Promise.all([press(), press(linkOf(1, 'registration-2'))]);
    const both = [await stage.account(), await stage.account('registration-2')];
    expect(both.flatMap(({ meterContact }) => meterContact)).toEqual(['GNX130001']);
  });

  it('is granted by a second press when the process had died in between', async () => {
    await set({ ...wish, status: 'active' });
    await stage.store.machines.add(aMachine({ meterContact: 'registration-1' }));
    expect(await press()).toMatchObject({
      kind: 'already',
      account: { meterContact: ['GNX130001'] },
    });
  });

  it('stays one for a machine that is not in the list any more', async () => {
    await set(wish);
    expect(await press()).toMatchObject({ account: wish });
  });
});

const mailOf = async () => {
  const mail = (await stage.account()).mails['activation-1'];
  if (mail === undefined) throw new Error('no mail');
  return mail;
};
