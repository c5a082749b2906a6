import type { Account } from '../../src/domain/account';
import type { Collection } from '../../src/services/collection';
import { makeRegister } from '../../src/services/register';
import { makeResend } from '../../src/services/resend';
import {
  type AccountServices,
  accountServices,
  hour,
  linkOf,
  temporaryOf,
} from '../support/accountServices';
import { aDraft, anAccount, aRegistration } from '../support/makers';

const account = 'registration-1';
const from = '192.0.2.7';
const toldIn = { conversation: 'webchat|1', reference: { bot: { id: 'b' } } };
const limited = { kind: 'limited', until: expect.any(Date) };

let stage: AccountServices;
beforeEach(async () => {
  stage = await accountServices();
});

const activate = () => stage.activation.activate(linkOf(1), from);
const mails = async (id = account) => Object.keys((await stage.account(id)).mails);

describe('resend', () => {
  it('queues a new mail with new secrets and says where its state is found', async () => {
    expect(await stage.resend({ account, mail: 'activation-1', toldIn })).toEqual({
      kind: 'queued',
      account,
      mail: 'activation-2',
    });
    const { mails, mailDueAt, generation, ...rest } = await stage.account();
    expect(generation).toBe(2);
    expect(mails['activation-2']).toMatchObject({
      to: 'jane@example.org',
      state: 'queued',
      toldIn,
    });
    expect(mailDueAt).toEqual(mails['activation-2']?.createdAt);
    expect(rest.toldIn).toEqual(toldIn);
    expect((await stage.activation.look(linkOf(1), from)).kind).toBe('superseded');
  });

  it('waits 30 seconds between two and allows five an hour', async () => {
    for (let times = 0; times < 5; times += 1) {
      expect((await stage.resend({ account })).kind).toBe('queued');
      expect(await stage.resend({ account })).toEqual(limited);
      stage.pass(30_000);
    }
    expect(await stage.resend({ account })).toEqual(limited);
  });

  it('says until when to wait, and what it says is true', async () => {
    await stage.resend({ account });
    const soon = await stage.resend({ account });
    expect(soon).toEqual({ kind: 'limited', until: expect.any(Date) });
    const wait = soon.kind === 'limited' ? soon.until.getTime() - stage.clock().getTime() : 0;
    expect(Math.ceil(wait / 1_000)).toBe(30);
    stage.pass(wait);
    expect((await stage.resend({ account })).kind).toBe('queued');
  });

  it('allows ten in ten minutes from one network address, and others meanwhile', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `registration-${index + 2}`);
    for (const _id of ids) {
      await stage.accounts.add(
        anAccount({ _id, email: `${_id}@example.org`, emailKey: `${_id}@example.org` }),
      );
    }
    const kinds: string[] = [];
    for (const id of ids.slice(0, 11)) kinds.push((await stage.resend({ account: id, from })).kind);
    expect(kinds).toEqual([...Array.from({ length: 10 }, () => 'queued'), 'limited']);
    const last = { account: 'registration-13' };
    expect(await stage.resend({ ...last, from })).toEqual(limited);
    stage.pass(30_000);
    expect((await stage.resend({ ...last, from: '192.0.2.8' })).kind).toBe('queued');
    stage.pass(30_000);
    expect((await stage.resend(last)).kind).toBe('queued');
    stage.pass(10 * 60_000);
    expect((await stage.resend({ ...last, from })).kind).toBe('queued');
  });

  it('does not count what an impatient finger asks for again', async () => {
    for (let pressed = 0; pressed < 20; pressed += 1) await stage.resend({ account, from });
    const zoe = { email: 'zoe@example.org', emailKey: 'zoe@example.org' };
    await stage.accounts.add(anAccount({ _id: 'registration-2', ...zoe }));
    expect((await stage.resend({ account: 'registration-2', from })).kind).toBe('queued');
  });

  it('sends one of several that are asked for at once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => stage.resend({ account })));
    expect(answers.map(({ kind }) => kind)).toEqual(['queued', 'limited', 'limited']);
    expect(await mails()).toEqual(['activation-1', 'activation-2']);
  });

  it('sends nothing to an account that is active', async () => {
    await activate();
    expect(await stage.resend({ account })).toEqual({ kind: 'active' });
    expect(await mails()).toEqual(['activation-1']);
  });

  it('is due again when everything had been sent', async () => {
    await stage.accounts.change({}, { $unset: { mailDueAt: true } });
    await stage.resend({ account });
    expect((await stage.account()).mailDueAt).toBeInstanceOf(Date);
  });

  it('throws when there is no such account', async () => {
    await expect(stage.resend({ account: 'nobody' })).rejects.toThrow('no account nobody');
  });
});

describe('resend after registering an address that has an account', () => {
  const registered = async () => {
    const register = makeRegister(stage);
    return register(aRegistration({ id: 'registration-2', toldIn }));
  };

  test.each(['invited', 'active'] as const)(
    'tells the owner of an %s account again, answers the same, and no link dies',
    async (status) => {
      await stage.accounts.change({}, { $set: { status } });
      const { mail } = await registered();
      expect(await stage.resend({ account, mail, toldIn })).toEqual({
        kind: 'queued',
        account,
        mail: 'notice-registration-2-2',
      });
      expect(await stage.resend({ account, mail })).toEqual(limited);
      const { generation, mails, ...rest } = await stage.account();
      expect(generation).toBe(1);
      expect(mails['notice-registration-2-2']).toMatchObject({ kind: 'alreadyRegistered', toldIn });
      expect(rest).not.toHaveProperty('toldIn');
    },
  );

  it('has the same limits, and no more than three mails a day', async () => {
    const { mail } = await registered();
    const answers: string[] = [];
    for (let times = 0; times < 6; times += 1) {
      answers.push((await stage.resend({ account, mail })).kind);
      stage.pass(30_000);
    }
    expect(answers).toEqual(['queued', 'queued', 'queued', 'queued', 'queued', 'limited']);
    expect(await mails()).toHaveLength(3);
  });
});

describe('correctAddress', () => {
  const correct = (email = 'jane.t@example.org') =>
    stage.correctAddress({ account, email, toldIn });

  it('sends a mail to the corrected address, and the older link and password are dead', async () => {
    expect(await correct()).toEqual({ kind: 'queued', account, mail: 'activation-2' });
    expect(await stage.account()).toMatchObject({
      email: 'jane.t@example.org',
      emailKey: 'jane.t@example.org',
      generation: 2,
      mails: { 'activation-2': { to: 'jane.t@example.org', toldIn } },
    });
    const signIn = (generation: number) =>
      stage.signIn({
        email: 'jane.t@example.org',
        password: temporaryOf(generation),
        address: from,
      });
    expect(await signIn(1)).toEqual({ kind: 'refused' });
    expect((await signIn(2)).kind).toBe('mustChange');
  });

  it('counts by network address what is corrected', async () => {
    for (let n = 0; n < 10; n += 1) {
      await stage.allow({ key: `mailFrom:${from}`, cause: `${n}`, most: 10, withinMs: 600_000 });
    }
    const email = 'jane.t@example.org';
    expect(await stage.correctAddress({ account, email, from })).toEqual(limited);
    stage.pass(30_000);
    expect((await stage.correctAddress({ account, email })).kind).toBe('queued');
  });

  it('frees the first address', async () => {
    await correct();
    const answer = await makeRegister(stage)(aRegistration({ id: 'registration-2' }));
    expect(answer.kind).toBe('registered');
  });

  it('sends again when the address was right already', async () => {
    expect(await correct('Jane@example.org')).toMatchObject({ mail: 'activation-2' });
    expect((await stage.account()).email).toBe('jane@example.org');
  });

  it('changes no account that is active', async () => {
    await activate();
    expect(await correct()).toEqual({ kind: 'active' });
    expect((await stage.account()).email).toBe('jane@example.org');
  });

  it('says when the registration has no account of its own', async () => {
    expect(
      await stage.correctAddress({ account: 'registration-9', email: 'a@example.org' }),
    ).toEqual({
      kind: 'unregistered',
    });
  });

  it('allows five an hour, whatever the addresses', async () => {
    const answers: string[] = [];
    for (let n = 0; n < 6; n += 1) answers.push((await correct(`jane${n}@example.org`)).kind);
    expect(answers).toEqual(['queued', 'queued', 'queued', 'queued', 'queued', 'limited']);
    stage.pass(hour);
    expect((await correct()).kind).toBe('queued');
  });

  describe('to an address that has an account', () => {
    beforeEach(async () => {
      await stage.accounts.add(
        anAccount({ _id: 'owner', email: 'zoe@example.org', emailKey: 'zoe@example.org' }),
      );
    });

    it('answers the same, tells its owner, and the older link is dead', async () => {
      expect(await correct('ZOE@example.org')).toEqual({
        kind: 'queued',
        account: 'owner',
        mail: 'notice-registration-1-1',
      });
      expect((await stage.account('owner')).mails['notice-registration-1-1']).toMatchObject({
        kind: 'alreadyRegistered',
        to: 'zoe@example.org',
        toldIn,
      });
      expect(await stage.account('owner')).toMatchObject({
        generation: 1,
        email: 'zoe@example.org',
      });
      expect((await stage.activation.activate(linkOf(1), from)).kind).toBe('superseded');
    });

    it('lets the address be corrected once more', async () => {
      await correct('zoe@example.org');
      expect(await correct()).toEqual({ kind: 'queued', account, mail: 'activation-3' });
      expect((await stage.activation.activate(linkOf(3), from)).kind).toBe('activated');
    });
  });

  it('tells the owner who takes the address at this very moment', async () => {
    const late: Collection<Account> = {
      ...stage.accounts,
      change: async (...asked) => {
        await stage.accounts.add(
          anAccount({ _id: 'owner', email: 'zoe@example.org', emailKey: 'zoe@example.org' }),
        );
        return stage.accounts.change(...asked);
      },
    };
    const { correctAddress } = makeResend({ ...stage, accounts: late });
    expect(await correctAddress({ account, email: 'zoe@example.org' })).toMatchObject({
      kind: 'queued',
      account: 'owner',
    });
    expect((await stage.account()).email).toBe('jane@example.org');
  });

  it('registers the corrected facts when the first address was known', async () => {
    const register = makeRegister(stage);
    await register(aRegistration({ id: 'registration-2' }));
    const facts = aDraft({ email: 'zoe@example.org' });
    expect(await register(aRegistration({ id: 'registration-2', facts, toldIn }))).toEqual({
      kind: 'registered',
      account: 'registration-2',
      mail: 'activation-1',
    });
    expect((await stage.account('registration-2')).mails['activation-1']?.toldIn).toEqual(toldIn);
  });
});
