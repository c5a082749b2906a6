import {
  type AccountServices,
  accountServices,
  hour,
  linkOf,
  temporaryOf,
} from '../support/accountServices';
import { aMachine } from '../support/makers';

const from = '192.0.2.7';
const good = 'Érable-Bleu-4827!';

let stage: AccountServices;
beforeEach(async () => {
  stage = await accountServices();
});

const signIn = (password: string, email = 'jane@example.org', address = from) =>
  stage.signIn({ email, password, address });
const change = (password: string) =>
  stage.passwords.change({ account: 'registration-1', password, confirmation: password });
const chosen = async () => {
  await stage.activation.activate(linkOf(1), from);
  await change(good);
};

it('lets the temporary password in before the link was pressed, which activates', async () => {
  await stage.store.machines.add(aMachine());
  await stage.store.accounts.change({}, { $set: { meterContactWanted: ['GNX130001'] } });
  expect(await signIn(temporaryOf(1))).toMatchObject({
    kind: 'mustChange',
    epoch: 0,
    account: { status: 'active', meterContact: ['GNX130001'], activatedAt: expect.any(Date) },
  });
  expect(stage.activated).toEqual(['registration-1']);
  expect((await stage.activation.look(linkOf(1), from)).kind).toBe('already');
});

it('lets the temporary password in again until another one is chosen', async () => {
  await stage.activation.activate(linkOf(1), from);
  expect((await signIn(temporaryOf(1))).kind).toBe('mustChange');
  expect((await signIn(temporaryOf(1))).kind).toBe('mustChange');
  await change(good);
  expect(await signIn(temporaryOf(1))).toEqual({ kind: 'refused' });
  expect(await signIn(good)).toMatchObject({ kind: 'signedIn', epoch: 1 });
});

test.each([
  [' cdfh ', (it: string) => ` ${it} `],
  ['CDFH', (it: string) => it.toUpperCase()],
  ['cdfh–', (it: string) => it.replaceAll('-', '–')],
  ['no hyphens', (it: string) => it.replaceAll('-', '')],
])('forgives how a temporary password is typed: %s', async (_, typed) => {
  expect((await signIn(typed(temporaryOf(1)))).kind).toBe('mustChange');
});

it('refuses a temporary password after 24 hours, and one that a newer mail replaced', async () => {
  await stage.resend({ account: 'registration-1' });
  expect(await signIn(temporaryOf(1))).toEqual({ kind: 'refused' });
  stage.pass(24 * hour);
  expect(await signIn(temporaryOf(2))).toEqual({ kind: 'refused' });
  expect((await stage.account()).status).toBe('invited');
});

it('takes a password that another keyboard composes in another way', async () => {
  await chosen();
  expect((await signIn(good.normalize('NFD'))).kind).toBe('signedIn');
});

test.each(['JANE@example.org', ' jane@example.org ', '<jane@example.org>'])(
  'finds the account of %j',
  async (email) => {
    await chosen();
    expect((await signIn(good, email)).kind).toBe('signedIn');
  },
);

test.each([
  ['a wrong password', 'wrong', 'jane@example.org'],
  ['the password in capitals', good.toUpperCase(), 'jane@example.org'],
  ['the password with a blank at its end', `${good} `, 'jane@example.org'],
  ['no password', '', 'jane@example.org'],
  ['an endless password', `${good}${'x'.repeat(100_000)}`, 'jane@example.org'],
  ['an unknown address', good, 'zoe@example.org'],
  ['what opens the decoy', 'nothing', 'zoe@example.org'],
  ['no address', good, 'jane'],
])('refuses %s in the same words', async (_, password, email) => {
  await chosen();
  expect(await signIn(password, email)).toEqual({ kind: 'refused' });
});

it('refuses what opens the decoy for an account without a password', async () => {
  expect(await signIn('nothing')).toEqual({ kind: 'refused' });
});

it('hashes once, whether the address is known, has a password, or the password is right', async () => {
  const counts: number[] = [];
  const count = async (password: string, email?: string) => {
    const before = stage.calls.verify;
    await signIn(password, email);
    counts.push(stage.calls.verify - before);
  };
  await count('wrong');
  await count(temporaryOf(1));
  await chosen();
  await count('wrong');
  await count(good);
  await count('wrong', 'nobody@example.org');
  await count(temporaryOf(1), 'nobody@example.org');
  expect(counts).toEqual([1, 1, 1, 1, 1, 1]);
});

it('activates once when the temporary password and the link come at once', async () => {
  const [signedIn, again, pressed] = await Promise.all([
    signIn(temporaryOf(1)),
    signIn(temporaryOf(1)),
    stage.activation.activate(linkOf(1), from),
  ]);
  expect([signedIn.kind, again.kind]).toEqual(['mustChange', 'mustChange']);
  expect(['activated', 'already']).toContain(pressed.kind);
  expect(stage.activated).toHaveLength(1);
});

describe('limits', () => {
  const fail = (times: number, email: (n: number) => string, address: (n: number) => string) =>
    Promise.all(
      Array.from({ length: times }, (_, n) => signIn(`wrong ${n}`, email(n), address(n))),
    );
  const here = () => from;
  const anywhere = (n: number) => `198.51.100.${n}`;
  const limited = { kind: 'limited', until: expect.any(Date) };

  test.each(['jane@example.org', 'nobody@example.org'])(
    'stops guessing the password of %s from one place after ten, also all at once',
    async (email) => {
      const answers = await fail(15, () => email, here);
      expect(answers.filter(({ kind }) => kind === 'refused')).toHaveLength(10);
      expect(await signIn(good, email)).toEqual(limited);
    },
  );

  it('lets the owner in from elsewhere, and in 15 minutes from there too', async () => {
    await chosen();
    await fail(15, () => 'jane@example.org', here);
    expect(await signIn(good)).toEqual(limited);
    expect((await signIn(good, 'jane@example.org', '192.0.2.8')).kind).toBe('signedIn');
    stage.pass(hour / 4);
    expect((await signIn(good)).kind).toBe('signedIn');
  });

  it('stops guessing one account from many places after a hundred', async () => {
    const answers = await fail(110, () => 'jane@example.org', anywhere);
    expect(answers.filter(({ kind }) => kind === 'refused')).toHaveLength(100);
  });

  it('stops guessing many accounts from one place after sixty', async () => {
    const answers = await fail(70, (n) => `jane${n}@example.org`, here);
    expect(answers.filter(({ kind }) => kind === 'refused')).toHaveLength(60);
  });

  it('hashes nothing for who is stopped', async () => {
    await fail(10, () => 'jane@example.org', here);
    const before = stage.calls.verify;
    await signIn('wrong');
    expect(stage.calls.verify).toBe(before);
  });

  it('does not count signing in', async () => {
    await chosen();
    for (let times = 0; times < 80; times += 1) {
      expect((await signIn(good)).kind).toBe('signedIn');
    }
  });

  it('keeps nothing of what was typed as a password', async () => {
    await signIn('a-secret-of-mine');
    expect(JSON.stringify(await stage.store.limits.find({}))).not.toContain('a-secret');
  });
});
