import { aTeams, type Teams } from '../support/teams';
import { botAdded, botRemoved, installed, message, personAdded } from '../support/teamsActivities';

let teams: Teams;
beforeEach(async () => {
  teams = await aTeams();
});
afterEach(() => teams.stop());

const isGreeting = /^(?:Bonjour\u00a0! Je vous inscris|Hello! I)/;

const greetings = () => teams.heard().filter(({ text = '' }) => isGreeting.test(text));

const said = () => teams.heard().map(({ text = '' }) => text);

test.each([
  ['installation first', [installed(), botAdded()]],
  ['membership first', [botAdded(), installed()]],
  ['membership of the person first', [personAdded(), installed(), botAdded()]],
  ['installation alone', [installed()]],
  ['membership alone', [botAdded()]],
  ['each of them twice with ids of their own', [installed(), botAdded(), installed(), botAdded()]],
])('an arrival is greeted once: %s', async (_, announcements) => {
  for (const one of announcements) await teams.post(one);
  expect(greetings()).toHaveLength(1);
  expect(teams.heard()).toHaveLength(1);
});

test('announcements that come at once are greeted once', async () => {
  await Promise.all([installed(), botAdded(), installed(), botAdded()].map(teams.post));
  expect(teams.heard()).toHaveLength(1);
});

test('an announcement that is delivered again gets the stored greeting, not another one', async () => {
  const one = installed();
  await teams.post(one);
  const before = await teams.stage.stateOf('msteams|a:1talk');
  await teams.post(one);
  expect(new Set(said()).size).toBe(1);
  expect(await teams.stage.stateOf('msteams|a:1talk')).toBe(before);
});

test.each([
  ['locale', { locale: 'en-US' }, /^Hello/],
  ['locale', { locale: 'fr-CA' }, /^Bonjour/],
  ['client', { client: 'en-GB' }, /^Hello/],
  ['client', { client: 'fr-FR' }, /^Bonjour/],
  ['locale before the client', { locale: 'fr-CA', client: 'en-US' }, /^Bonjour/],
  ['another language', { locale: 'de-DE' }, /^Bonjour/],
  ['none', {}, /^Bonjour/],
])('the greeting is in the language that Teams tells: %s %j', async (_, told, words) => {
  await teams.post(installed(told));
  expect(teams.heard()).toMatchObject([{ text: expect.stringMatching(words) }]);
});

test('who has begun to talk is not greeted over it', async () => {
  await teams.post(message('commencer'));
  await teams.post(installed());
  expect(greetings()).toHaveLength(0);
});

test('who comes back after leaving is greeted again', async () => {
  for (const one of [
    installed({ at: 1 }),
    botAdded({ at: 1 }),
    installed({ at: 60 }, 'remove'),
    installed({ at: 120 }),
    botAdded({ at: 121 }),
  ])
    await teams.post(one);
  expect(greetings()).toHaveLength(2);
});

test('who comes back in the middle of a registration hears that the answers are kept, and goes on', async () => {
  await teams.post(message('commencer', { at: 1 }));
  await teams.post(message("je m'appelle Zoé Tremblay", { at: 2 }));
  await teams.post(installed({ at: 3 }, 'remove'));
  await teams.post(installed({ at: 4 }));
  expect(said().at(-1)).toMatch(isGreeting);
  expect(said().at(-1)).toContain("J'ai gardé vos réponses");
  const [next] = await teams.hear(message('commencer', { at: 5 }));
  expect(next?.text).toMatch(/^J'ai gardé vos réponses.*\n\nQuelle est votre adresse/);
});

test.each([
  ['installed again before the news of the removal came', installed({ at: 30 }, 'remove')],
  ['the same, told by the membership', botRemoved({ at: 30 })],
])('old news change nothing: %s', async (_, late) => {
  await teams.post(installed({ at: 60 }));
  await teams.post(late);
  await teams.post(botAdded({ at: 61 }));
  expect(teams.heard()).toHaveLength(1);
});

test('a new version of the app is no arrival and no departure', async () => {
  for (const one of [
    installed({ at: 1 }),
    installed({ at: 2 }, 'remove-upgrade'),
    installed({ at: 3 }, 'add-upgrade'),
  ])
    await teams.post(one);
  expect(teams.heard()).toHaveLength(1);
});
