import { makeRegister } from '../../src/services/register';
import { aDraft, aRegistration } from '../support/makers';
import { aStage, type Stage } from '../support/stores';

let stage: Stage;
let register: ReturnType<typeof makeRegister>;
beforeEach(async () => {
  stage = await aStage();
  register = makeRegister({ accounts: stage.store.accounts, ...stage });
});

const accounts = () => stage.store.accounts.find({});

it('writes account, consent and activation mail in one document', async () => {
  const request = aRegistration({ facts: aDraft({ meterContact: true, extension: '12' }) });
  const answer = await register(request);
  const [account] = await accounts();
  expect(answer).toEqual({
    kind: 'registered',
    account: 'registration-1',
    mail: 'activation-1',
  });
  expect(account).toEqual({
    _id: 'registration-1',
    email: 'jane@example.org',
    emailKey: 'jane@example.org',
    givenName: 'Jane',
    familyName: 'Tremblay',
    address: {
      street: '12 rue des Érables',
      unit: '4',
      city: 'Laval',
      region: 'QC',
      postalCode: 'H7A 1A1',
      country: 'CA',
    },
    phone: '+15145550123',
    extension: '12',
    locale: 'fr',
    status: 'invited',
    origin: 'self',
    machines: ['GNX130001'],
    meterContact: [],
    meterContactWanted: ['GNX130001'],
    consents: [request.consent],
    generation: 1,
    sessionEpoch: 0,
    mails: {
      'activation-1': {
        kind: 'activation',
        to: 'jane@example.org',
        locale: 'fr',
        state: 'queued',
        attempts: 0,
        createdAt: account?.createdAt,
      },
    },
    mailDueAt: account?.createdAt,
    createdAt: expect.any(Date),
  });
});

it('wants no meter readings of a person who said no', async () => {
  await register(aRegistration());
  expect((await accounts())[0]?.meterContactWanted).toEqual([]);
});

it('gives the same answer and has no second effect when the same registration comes again', async () => {
  const first = await register(aRegistration());
  const before = await accounts();
  expect(await register(aRegistration())).toEqual(first);
  expect(await accounts()).toEqual(before);
});

it('makes one account with one mail of one registration that comes twice at once', async () => {
  const answers = await Promise.all([register(aRegistration()), register(aRegistration())]);
  const [account, ...others] = await accounts();
  expect(answers[0]).toEqual(answers[1]);
  expect(others).toEqual([]);
  expect(Object.keys(account?.mails ?? {})).toEqual(['activation-1']);
});

it('makes one account of two registrations of one address at once', async () => {
  const answers = await Promise.all([
    register(aRegistration({ id: 'one' })),
    register(aRegistration({ id: 'two' })),
  ]);
  expect(answers.map(({ kind }) => kind)).toEqual(['registered', 'known']);
  expect(await accounts()).toHaveLength(1);
});

describe('an address that has an account', () => {
  const again = (id: string) =>
    register(
      aRegistration({
        id,
        locale: 'en',
        facts: aDraft({ email: 'JANE@example.org', givenName: 'Mallory', phone: '+15145550199' }),
      }),
    );

  beforeEach(async () => {
    await register(aRegistration());
  });

  it('keeps its facts, whoever registers it again', async () => {
    const [before] = await accounts();
    await again('registration-2');
    const [after, ...others] = await accounts();
    expect(others).toEqual([]);
    expect({ ...after, mails: {}, mailDueAt: undefined }).toEqual({
      ...before,
      mails: {},
      mailDueAt: undefined,
    });
  });

  it('is told by a mail in the language of its account, at its own writing of the address', async () => {
    expect(await again('registration-2')).toEqual({
      kind: 'known',
      account: 'registration-1',
      mail: 'notice-registration-2',
    });
    const [account] = await accounts();
    expect(account?.mails['notice-registration-2']).toMatchObject({
      kind: 'alreadyRegistered',
      to: 'jane@example.org',
      locale: 'fr',
      state: 'queued',
    });
  });

  it('is due at once, and at another time than before', async () => {
    const [before] = await accounts();
    await again('registration-2');
    const [after] = await accounts();
    expect(after?.mailDueAt).toEqual(after?.mails['notice-registration-2']?.createdAt);
    expect(after?.mailDueAt).not.toEqual(before?.mailDueAt);
  });

  it('is due again when everything had been sent', async () => {
    await stage.store.accounts.change({}, { $unset: { mailDueAt: true } });
    await again('registration-2');
    expect((await accounts())[0]?.mailDueAt).toBeInstanceOf(Date);
  });

  it('gets one mail of a registration that comes again', async () => {
    const first = await again('registration-2');
    const before = await accounts();
    expect(await again('registration-2')).toEqual(first);
    expect(await accounts()).toEqual(before);
  });

  it('gets one mail of each of two registrations at once', async () => {
    await Promise.all([again('registration-2'), again('registration-3')]);
    expect(Object.keys((await accounts())[0]?.mails ?? {})).toEqual([
      'activation-1',
      'notice-registration-2',
      'notice-registration-3',
    ]);
  });

  it('gets three mails a day, the activation mail among them; after that the answer speaks of the last one', async () => {
    const answers: string[] = [];
    for (const id of ['2', '3', '4', '5', '6']) answers.push((await again(id)).mail);
    expect(answers).toEqual(['notice-2', 'notice-3', 'notice-3', 'notice-3', 'notice-3']);
    expect(Object.keys((await accounts())[0]?.mails ?? {})).toHaveLength(3);
  });

  it('gets three mails again the next day', async () => {
    for (const id of ['2', '3', '4', '5']) await again(id);
    stage.pass(86_400_000);
    const answers: string[] = [];
    for (const id of ['6', '7', '8', '9']) answers.push((await again(id)).mail);
    expect(answers).toEqual(['notice-6', 'notice-7', 'notice-8', 'notice-8']);
  });
});

it('remembers where to tell the person, and where to tell who registered a known address', async () => {
  const mine = { conversation: 'webchat|1', reference: {} };
  const theirs = { conversation: 'webchat|2', reference: {} };
  await register(aRegistration({ toldIn: mine }));
  await register(aRegistration({ id: 'registration-2', toldIn: theirs }));
  const [account] = await accounts();
  expect(account?.toldIn).toEqual(mine);
  expect(account?.mails['activation-1']?.toldIn).toEqual(mine);
  expect(account?.mails['notice-registration-2']?.toldIn).toEqual(theirs);
});

describe('confirmed again after an answer was corrected (the process had died after the insert)', () => {
  it('keeps what was confirmed last and sends no second mail', async () => {
    await register(aRegistration({ facts: aDraft({ extension: '12' }) }));
    const answer = await register(aRegistration({ facts: aDraft({ city: 'Montréal' }) }));
    const [account] = await accounts();
    expect(answer).toEqual({ kind: 'registered', account: 'registration-1', mail: 'activation-1' });
    expect(account?.address.city).toBe('Montréal');
    expect(account).not.toHaveProperty('extension');
    expect(Object.keys(account?.mails ?? {})).toEqual(['activation-1']);
  });

  it('sends a mail to the corrected address, and the secrets of the first one die', async () => {
    await register(aRegistration());
    const facts = aDraft({ email: 'jane.tremblay@example.org' });
    const answer = await register(aRegistration({ facts }));
    expect(await register(aRegistration({ facts }))).toEqual(answer);
    const [account, another] = await accounts();
    expect(answer.mail).toBe('activation-2');
    expect(another).toBeUndefined();
    expect(account).toMatchObject({ email: 'jane.tremblay@example.org', generation: 2 });
    expect(account?.mails['activation-2']).toMatchObject({
      to: 'jane.tremblay@example.org',
      state: 'queued',
    });
  });

  it('leaves an account alone that is active', async () => {
    await register(aRegistration());
    await stage.store.accounts.change({ _id: 'registration-1' }, { $set: { status: 'active' } });
    await register(aRegistration({ facts: aDraft({ city: 'Montréal' }) }));
    expect((await accounts())[0]?.address.city).toBe('Laval');
  });
});

const activated = () =>
  stage.store.accounts.change({ _id: 'registration-1' }, { $set: { status: 'active' } });

test.each([
  { what: 'a new address', email: 'june@example.org' },
  { what: 'an address of somebody else', email: 'zoe@example.org' },
  { what: 'the same address', email: 'jane@example.org' },
])('takes no change of an active account, nor mails $what', async ({ email }) => {
  await register(aRegistration({ id: 'zoe', facts: aDraft({ email: 'zoe@example.org' }) }));
  await register(aRegistration());
  await activated();
  const before = await accounts();
  const answer = await register(aRegistration({ facts: aDraft({ email, city: 'Montréal' }) }));
  expect(answer).toEqual({ kind: 'active', account: 'registration-1', mail: 'activation-1' });
  expect(await accounts()).toEqual(before);
});

it('answers as before when a registration is confirmed again after activation', async () => {
  const first = await register(aRegistration());
  await activated();
  expect(await register(aRegistration())).toEqual(first);
});

it('outdates the link to the address of before, whether the corrected one is known or not', async () => {
  await register(aRegistration({ id: 'zoe', facts: aDraft({ email: 'zoe@example.org' }) }));
  await register(aRegistration());
  const known = aRegistration({ facts: aDraft({ email: 'zoe@example.org' }) });
  expect(await register(known)).toMatchObject({ kind: 'known', account: 'zoe' });
  const [mine] = await stage.store.accounts.find({ _id: 'registration-1' });
  expect(mine).toMatchObject({ email: 'jane@example.org', generation: 2 });
  const back = await register(aRegistration());
  expect(back).toMatchObject({ kind: 'registered', mail: 'activation-3' });
  const [again] = await stage.store.accounts.find({ _id: 'registration-1' });
  expect(again?.mails['activation-3']).toMatchObject({ to: 'jane@example.org', state: 'queued' });
});
