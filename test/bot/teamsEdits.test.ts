import { aTeams, type Teams } from '../support/teams';
import { deleted, edited, message, submit, undeleted } from '../support/teamsActivities';

let teams: Teams;
beforeEach(async () => {
  teams = await aTeams();
});
afterEach(() => teams.stop());

/** A registration up to the review: what was typed, by the ids of the messages. */
const talk = {
  start: 'commencer',
  name: 'Zoe Tremblay',
  address: '12 rue Alma app. 4, Laval QC H7A 1A1',
  email: 'zoe@example.org',
  phone: '514 555-0123 poste 12',
  terms: "j'accepte",
  serial: 'GNX130001',
  meter: 'oui',
};

type Id = keyof typeof talk;

const ids: readonly Id[] = [
  'start',
  'name',
  'address',
  'email',
  'phone',
  'terms',
  'serial',
  'meter',
];

const talkUntil = async (last: Id): Promise<void> => {
  for (const id of ids.slice(0, ids.indexOf(last) + 1)) await teams.post(message(talk[id], { id }));
};

const edit = (id: string, text: string, at = 1) => teams.hear(edited(id, text, { at }));

const memory = async () => JSON.parse(await teams.stage.stateOf('msteams|a:1talk')).memory;

const draft = async () => (await memory()).registration.draft;

const nothing = "J'ai vu votre modification\u00a0: elle ne change rien à vos réponses.";

test.each([
  ['name', 'Zoé Tremblay', { givenName: 'Zoé' }],
  ['name', 'Zoé Roy', { givenName: 'Zoé', familyName: 'Roy' }],
  ['address', '14 rue Alma app. 4, Laval QC H7A 1A1', { street: '14 rue Alma' }],
  ['address', '12 rue Alma app. 4, Laval QC H7A 2B2', { postalCode: 'H7A 2B2' }],
  ['address', '12 rue Alma, Laval QC H7A 1A1', { unit: undefined }],
  ['email', 'zoe.tremblay@example.org', { email: 'zoe.tremblay@example.org' }],
  ['phone', '418 555-0199', { phone: '+14185550199', extension: undefined }],
  ['phone', '514 555-0123', { extension: undefined }],
  ['phone', '<p>514&nbsp;555-0123 poste&nbsp;13</p>', { extension: '13' }],
  ['serial', 'RPC453072', { serial: 'RPC453072' }],
  ['meter', 'non', { meterContact: false }],
  ['meter', '<at>Assistant</at> non', { meterContact: false }],
] as const)(
  'the message with the %s, edited to %j, corrects just that',
  async (id, text, changed) => {
    await talkUntil('meter');
    const before = await draft();
    const [heard] = await edit(id, text);
    expect(heard?.text).toMatch(/C'est (?:corrigé|retiré)/);
    expect(await draft()).toEqual({ ...before, ...changed });
  },
);

test('the open question is asked again with the correction, not answered by it', async () => {
  await talkUntil('email');
  const [heard] = await edit('name', 'Zoé Tremblay');
  expect(heard?.text).toMatch(/^C'est corrigé\u00a0: Zoé Tremblay\.\n\nÀ quel numéro de téléphone/);
});

test.each([
  ['name', 'Zoe  Tremblay'],
  ['name', 'Zoe Tremblay !'],
  ['start', 'commencer svp'],
  ['meter', 'oui, merci'],
  ['email', '(supprimé)'],
  ['meter', 'je confirme'],
  ['start', 'je confirme'],
  ['start', 'oui'],
  ['start', 'annuler'],
  ['start', 'recommencer'],
  ['start', 'je refuse'],
  ['start', "parler à quelqu'un"],
  ['start', 'English'],
] as const)(
  'the message with the %s, edited to %j, changes nothing and does nothing',
  async (id, text) => {
    await talkUntil('meter');
    const before = await memory();
    expect(await edit(id, text)).toMatchObject([{ text: nothing }]);
    expect(await memory()).toEqual(before);
    expect(await teams.stage.store.accounts.count({})).toBe(0);
  },
);

test('an agreement to the terms that is edited away is asked for again', async () => {
  await talkUntil('meter');
  const [heard] = await edit('terms', 'je refuse');
  expect(heard?.text).toContain('Corrigeons votre accord sur les modalités');
  await teams.post(message('je confirme', { id: 'c' }));
  expect(await teams.stage.store.accounts.count({})).toBe(0);
});

test('what an edit leaves as it was does not undo a later correction', async () => {
  await teams.post(message('je suis Zoe Tremblay, zoe@example.org', { id: 'name' }));
  await teams.post(message('en fait mon courriel est zt@example.org', { id: 'fix' }));
  await edit('name', 'je suis Zoé Tremblay, zoe@example.org');
  expect(await draft()).toMatchObject({ givenName: 'Zoé', email: 'zt@example.org' });
});

test('an edit that is delivered again has one effect and the same answer', async () => {
  await talkUntil('phone');
  const activity = edited('email', 'zt@example.org', { at: 5 });
  const first = await teams.hear(activity);
  const before = await memory();
  expect((await teams.hear(activity)).map(({ text }) => text)).toEqual(
    first.map(({ text }) => text),
  );
  expect(await memory()).toEqual(before);
});

test('of two edits that overtake each other the later one stands', async () => {
  await talkUntil('phone');
  await teams.post(edited('email', 'second@example.org', { at: 9 }));
  expect(await teams.hear(edited('email', 'first@example.org', { at: 8 }))).toEqual([]);
  expect((await draft()).email).toBe('second@example.org');
});

test('a second edit counts too where the channel tells one time for both', async () => {
  await talkUntil('phone');
  await teams.post(edited('email', 'second@example.org', { at: 9 }));
  await teams.post(edited('email', 'third@example.org', { at: 9 }));
  expect((await draft()).email).toBe('third@example.org');
});

test('an answer that could not be used may be edited into one that can', async () => {
  await talkUntil('address');
  await teams.post(message('zoe@example', { id: 'email' }));
  const [heard] = await edit('email', 'zoe@example.org');
  expect(heard?.text).toMatch(/^C'est noté\u00a0: zoe@example\.org\.\n\nÀ quel numéro/);
});

test('a correction that cannot be used is told, and the answer stands', async () => {
  await talkUntil('phone');
  const [heard] = await edit('email', 'zoe@example');
  expect(heard?.text).toContain('zoe@example');
  expect((await draft()).email).toBe('zoe@example.org');
});

test('a correction that looks misspelt is asked about', async () => {
  await talkUntil('phone');
  const [heard] = await edit('email', 'zoe@gmial.com');
  expect(heard?.text).toContain('Vouliez-vous dire zoe@gmail.com');
  await teams.post(message('oui', { id: 'yes' }));
  expect((await draft()).email).toBe('zoe@gmail.com');
});

test('an edit over another question is kept and that question stays open', async () => {
  await talkUntil('phone');
  await teams.post(message('annuler', { id: 'cancel' }));
  const [heard] = await edit('name', 'Zoé Tremblay');
  expect(heard?.text).toMatch(/C'est corrigé.*\n\nVoulez-vous arrêter/);
  await teams.post(message('non', { id: 'no' }));
  expect((await draft()).givenName).toBe('Zoé');
});

test('a message that said nothing yet may be edited into a beginning', async () => {
  await teams.post(message('bonjour', { id: 'first' }));
  const [heard] = await teams.hear(edited('first', 'bonjour, je suis Zoé Tremblay'));
  expect(heard?.text).toMatch(/^C'est noté\u00a0: Zoé Tremblay/);
});

test('after the registration an edit says that it is recorded, and changes nothing', async () => {
  await talkUntil('meter');
  await teams.post(message('je confirme', { id: 'confirm' }));
  const accounts = await teams.stage.store.accounts.find({});
  const [heard] = await edit('email', 'other@example.org');
  expect(heard?.text).toMatch(/^Votre inscription est déjà enregistrée/);
  expect(await edit('name', 'bonjour', 2)).toEqual([]);
  expect(await teams.stage.store.accounts.find({})).toEqual(accounts);
});

test('a message that is deleted and comes back is no correction and no answer', async () => {
  await talkUntil('email');
  const before = await memory();
  expect(await teams.hear(deleted('name'))).toEqual([]);
  expect(await teams.hear(undeleted('name', 'Someone Else'))).toEqual([]);
  expect(await memory()).toEqual(before);
});

test('an edit that says more than the message did replaces what a card said', async () => {
  await talkUntil('name');
  await teams.post(
    submit({ card: 'details', at: 2, action: 'continue', email: 'zoe@example.org' }),
  );
  await edit('name', 'Zoé Tremblay, autre@example.org');
  expect(await draft()).toMatchObject({ givenName: 'Zoé', email: 'autre@example.org' });
});

test('the description of a problem is replaced by its edit, and its facts stay out of the registration', async () => {
  await talkUntil('name');
  await teams.post(message("parler à quelqu'un", { id: 'help' }));
  await teams.post(message('je ne trouve pas le numero', { id: 'problem' }));
  const before = await draft();
  await edit('problem', 'je ne trouve pas le numéro, mon courriel était vieux@example.org');
  expect(await draft()).toEqual(before);
  await teams.post(message('zoe@example.org', { id: 'to' }));
  await teams.post(message('non', { id: 'share' }));
  const [request] = await teams.stage.store.helpRequests.find({});
  expect(request).toMatchObject({
    description: 'je ne trouve pas le numéro, mon courriel était vieux@example.org',
    email: 'zoe@example.org',
  });
});
