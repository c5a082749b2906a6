import type { Card } from '../../cards/template';
import { aTeams, json, type Teams } from '../support/teams';
import { edited, installed, mention, message, submit } from '../support/teamsActivities';

let teams: Teams;
beforeEach(async () => {
  teams = await aTeams();
});
afterEach(() => teams.stop());

const zoe = {
  id: '29:1person',
  objectId: '00000000-0000-4000-8000-000000000001',
  name: 'Zoé Tremblay (Ventes)',
  givenName: 'Zoé',
  surname: 'Tremblay',
  email: 'Zoe.Tremblay@Example.org',
  userPrincipalName: 'ztremblay@example.org',
  tenantId: '00000000-0000-4000-8000-000000000009',
};

const knows = (member: object) =>
  teams.member({ status: 200, headers: json, body: JSON.stringify(member) });

const say = (text: string, told = {}) => teams.hear(message(text, told));

const registration = async () =>
  JSON.parse(await teams.stage.stateOf('msteams|a:1talk')).memory.registration;

const draft = async () => (await registration()).draft;

const offered =
  /Teams me dit que vous êtes Zoé Tremblay, Zoe\.Tremblay@example\.org\. Est-ce exact\u00a0\? Répondez oui ou non, ou écrivez ce qui est juste\.$/;

test('what Teams says is put before the person when a registration begins, and is no answer yet', async () => {
  knows(zoe);
  const [heard] = await say('commencer');
  expect(heard?.text).toMatch(offered);
  expect(JSON.stringify(heard?.attachments)).toMatch(/Zoé.*Tremblay.*Zoe\.Tremblay@example\.org/);
  expect(await draft()).toEqual({});
  const [summary] = await say('résumé');
  expect(summary?.text).toContain("Je n'ai encore rien noté");
});

test('in English as well', async () => {
  knows(zoe);
  const [heard] = await say('start', { locale: 'en-CA' });
  expect(heard?.text).toMatch(
    /Teams tells me that you are Zoé Tremblay, Zoe\.Tremblay@example\.org\. Is that right\?/,
  );
});

const all = { givenName: 'Zoé', familyName: 'Tremblay', email: 'Zoe.Tremblay@example.org' };
const name = { givenName: 'Zoé', familyName: 'Tremblay' };

test.each([
  [
    'oui',
    all,
    /^C'est noté\u00a0: Zoé Tremblay · Zoe\.Tremblay@example\.org\.\n\nQuelle est votre adresse \(/,
  ],
  ["c'est exact", all, /C'est noté/],
  ['yes', all, /C'est noté/],
  ['ok', all, /C'est noté/],
  ['non', {}, /^D'accord, je ne garde rien.*\n\nQuel est votre nom/],
  ['pas du tout', {}, /^D'accord, je ne garde rien/],
  ["c'est faux", {}, /^D'accord, je ne garde rien/],
  ['je refuse', {}, /^D'accord, je ne garde rien/],
  ['passer', {}, /^D'accord, je ne garde rien/],
  [
    'mon courriel est zt@example.org',
    { email: 'zt@example.org' },
    /vous êtes Zoé Tremblay\. Est-ce/,
  ],
  ['non, zt@example.org', { email: 'zt@example.org' }, /vous êtes Zoé Tremblay\. Est-ce exact/],
  [
    'non, mon courriel est zt@example.org',
    { email: 'zt@example.org' },
    /vous êtes Zoé Tremblay\. Est/,
  ],
  ["je m'appelle Zoé Roy", { givenName: 'Zoé', familyName: 'Roy' }, /votre adresse e-mail est Zoe/],
  [
    'Zoé Roy',
    { givenName: 'Zoé', familyName: 'Roy' },
    /que votre adresse e-mail est Zoe\.Tremblay@/,
  ],
  ["mon courriel n'est pas bon", {}, /Donnez-moi votre adresse e-mail/],
  ['mon téléphone est 514 555-0123', { phone: '+15145550123' }, offered],
  ['aide', {}, /Rien n'est noté avant votre réponse.*Est-ce exact/s],
  ['pourquoi ?', {}, /Teams connaît votre nom.*Est-ce exact/s],
  ['quelque chose de tout autre !?', {}, /Est-ce exact/],
])('%j leaves %j', async (text, facts, answer) => {
  knows(zoe);
  await say('commencer');
  const [heard] = await say(text);
  expect(heard?.text).toMatch(answer);
  expect(await draft()).toEqual(facts);
});

test.each([
  ['yes', all],
  ['no', {}],
])('the button %s leaves %j', async (action, facts) => {
  knows(zoe);
  await say('commencer');
  await teams.post(submit({ card: 'offer', at: 1, action }));
  expect(await draft()).toEqual(facts);
});

test('a yes to what is left takes nothing that was corrected, by the old card neither', async () => {
  knows(zoe);
  await say('commencer');
  await say('mon courriel est zt@example.org');
  await teams.post(submit({ card: 'offer', at: 1, action: 'yes' }));
  expect(await draft()).toEqual({ ...name, email: 'zt@example.org' });
  await teams.post(submit({ card: 'offer', at: 2, action: 'yes' }));
  expect(await draft()).toEqual({ ...name, email: 'zt@example.org' });
});

test('what the person has given is kept, and only the rest is offered', async () => {
  knows(zoe);
  const [heard] = await say('bonjour, mon courriel est zt@example.org');
  expect(heard?.text).toMatch(/C'est noté.*Teams me dit que vous êtes Zoé Tremblay\. Est-ce/s);
  await say('oui');
  expect(await draft()).toEqual({ ...name, email: 'zt@example.org' });
});

test('it is offered once in a registration, and again in the next', async () => {
  knows(zoe);
  await say('commencer');
  await say('non');
  await say('annuler');
  await say('oui');
  const [resumed] = await say('commencer');
  expect(resumed?.text).not.toContain('Teams');
  await say('recommencer');
  const [again] = await say('oui');
  expect(again?.text).toMatch(offered);
  expect(teams.membersAsked()).toBe(2);
});

test('a yes that was typed may be said of a name in more parts than two', async () => {
  knows({ ...zoe, givenName: 'Marie Ève', surname: 'de la Tour' });
  await say('commencer');
  const [heard] = await say('oui');
  expect(heard?.text).not.toContain("J'ai compris prénom");
  expect(await draft()).toMatchObject({ givenName: 'Marie Ève', familyName: 'de la Tour' });
});

test('an address that was confirmed is not asked about again, however it looks', async () => {
  knows({ ...zoe, email: 'zoe@gmial.com' });
  await say('commencer');
  const [heard] = await say('oui');
  expect(heard?.text).toMatch(/Quelle est votre adresse \(/);
  expect((await draft()).email).toBe('zoe@gmial.com');
});

test.each([
  ['the whole name alone', { name: 'Zoé Tremblay' }, /vous êtes Zoé Tremblay\. Est-ce/],
  [
    'an address alone',
    { email: 'zoe@example.org' },
    /adresse e-mail est zoe@example\.org\. Est-ce/,
  ],
  ['capitals', { givenName: 'ZOÉ', surname: 'TREMBLAY' }, /vous êtes Zoé Tremblay\. Est-ce/],
  ['an address that is none', { ...zoe, email: 'zoe at home' }, /vous êtes Zoé Tremblay\. Est-ce/],
  ['a name with a number', { ...zoe, surname: 'Poste 42', name: 'Poste 42' }, /e-mail est Zoe/],
])('of %s what can be used is offered', async (_, member, words) => {
  knows(member);
  const [heard] = await say('commencer');
  expect(heard?.text).toMatch(words);
});

const asksName = /^Commençons\.\n\nQuel est votre nom/;

test.each([
  ['does not know the person', { status: 404 }],
  ['refuses', { status: 403 }],
  ['breaks', { status: 500 }],
  ['is too busy', { status: 429 }],
  ['breaks off', 'reset'],
  ['speaks nonsense', { status: 200, headers: json, body: '<html>' }],
  ['knows nothing', { status: 200, headers: json, body: '{}' }],
  [
    'knows strange things',
    { status: 200, headers: json, body: '{"givenName":7,"surname":{},"email":["x"]}' },
  ],
  [
    'knows only what cannot be used',
    { status: 200, headers: json, body: '{"name":"42","email":"x"}' },
  ],
  ['does not answer', 'hang'],
] as const)('nothing is offered and nothing is said of it when Teams %s', async (_, behaviour) => {
  teams.member(behaviour);
  const [heard] = await say('commencer');
  expect(heard?.text).toMatch(asksName);
  expect(teams.logged).toEqual([]);
  await say('Jane Roy');
  expect(await draft()).toEqual({ givenName: 'Jane', familyName: 'Roy' });
});

test('nobody is asked for before a registration begins, in a group, or on another channel', async () => {
  knows(zoe);
  await teams.post(installed());
  await say('bonjour');
  await teams.post(mention('commencer', { in: 'groupChat' }));
  await teams.post({ ...message('commencer'), channelId: 'emulator' });
  expect(teams.membersAsked()).toBe(0);
});

test('an offer that is delivered again is the same and asks for nobody again', async () => {
  knows(zoe);
  const begin = message('commencer', { id: '1' });
  await teams.post(begin);
  await teams.post(begin);
  const [first, second] = teams.heard();
  expect(second?.text).toBe(first?.text);
  expect(teams.membersAsked()).toBe(1);
});

test('a correction of the offer may be edited', async () => {
  knows(zoe);
  await say('commencer');
  await say('Zoé Roi', { id: '2' });
  await teams.post(edited('2', 'Zoé Roy'));
  expect(await draft()).toEqual({ givenName: 'Zoé', familyName: 'Roy' });
});

test('who refuses the offer is registered with what was typed', async () => {
  knows(zoe);
  for (const text of [
    'commencer',
    'non',
    'Jane Roy, 12 rue Alma, Laval H7A 1A1, jane@example.org, 514 555-0123, GNX130001',
    "j'accepte",
    'non',
    'je confirme',
  ])
    await say(text);
  const accounts = JSON.stringify(await teams.stage.store.accounts.find({}));
  expect(accounts).toContain('jane@example.org');
  expect(accounts).not.toMatch(/Tremblay|zoe/i);
  expect(teams.logged).toEqual([]);
});

interface Put {
  readonly attachments: readonly Card[];
}

/** The cards that took the place of others. */
const replaced = (): readonly string[] =>
  teams.asked
    .filter(({ method }) => method === 'PUT')
    .map(({ body }): Put => JSON.parse(body))
    .flatMap(({ attachments }) => attachments.map(({ content }) => JSON.stringify(content)));

test.each([
  ['oui', /Est-ce bien vous.*Réponses notées.*Zoé.*Zoe\.Tremblay@example\.org/],
  ['mon courriel est zt@example.org', /Est-ce bien vous.*Réponses notées.*zt@example\.org/],
  ['non', /Est-ce bien vous.*"Non"/],
])(
  'after %j the card shows what became of it and takes no answer any more',
  async (text, words) => {
    knows(zoe);
    await say('commencer');
    await say(text);
    expect(replaced()).toEqual([expect.stringMatching(words)]);
    expect(replaced().join()).not.toContain('Action.');
  },
);

test('a card that asks for something else meanwhile stays open', async () => {
  knows(zoe);
  await say('commencer');
  await say('mon téléphone est 514 555-0123');
  expect(replaced()).toEqual([]);
});
