import { aTeams, type Teams } from '../support/teams';
import {
  botAdded,
  botRemoved,
  edited,
  installed,
  mention,
  message,
  type Place,
  personAdded,
  reaction,
  submit,
} from '../support/teamsActivities';

let teams: Teams;
beforeEach(async () => {
  teams = await aTeams();
});
afterEach(() => teams.stop());

const privately = /^Ici, d'autres personnes lisent.*écrivez-moi en privé\.$/;
const link = 'https://teams.microsoft.com/l/chat/0/0?users=28:0a1b2c3d-0000-4000-8000-000000000007';

const places: readonly Place[] = ['groupChat', 'channel'];

const facts =
  'je suis Zoé Tremblay, 12 rue Alma, Laval H7A 1A1, zoe@example.org, 514 555-0123, GNX130001';

const card = {
  card: 'details',
  at: 1,
  action: 'continue',
  givenName: 'Zoé',
  email: 'zoe@example.org',
};

describe.each(places)('In a %s', (place) => {
  const here = { in: place };

  test.each([
    ['facts', mention(facts, here)],
    ['a beginning', mention('commencer', here)],
    ['help', mention("parler à quelqu'un", here)],
    ['a refusal', mention('je refuse', here)],
    ['a message without a mention', message(facts, here)],
    ['a submitted card', submit(card, here)],
    ['a card without values', submit({}, here)],
  ])(
    '%s is answered with how to talk in private, and nothing of it is kept',
    async (_, activity) => {
      const heard = await teams.hear(activity);
      expect(heard).toMatchObject([
        {
          text: expect.stringMatching(privately),
          attachments: [{ content: { actions: [{ type: 'Action.OpenUrl', url: link }] } }],
        },
      ]);
      const kept = JSON.stringify(await teams.stage.store.conversations.find({}));
      expect(kept).not.toMatch(/Zoé|zoe@|Tremblay|Alma|5550123|GNX130001|"registration"|refuse/);
      expect(await teams.stage.store.accounts.count({})).toBe(0);
      expect(await teams.stage.store.helpRequests.count({})).toBe(0);
      expect(teams.membersAsked()).toBe(0);
      expect(teams.logged).toEqual([]);
    },
  );

  test.each([
    ['en-CA', 'Open a private conversation'],
    ['fr-CA', 'Ouvrir une conversation privée'],
  ])('who speaks %s is answered in that language', async (locale, title) => {
    const [heard] = await teams.hear(mention('hello', { ...here, locale }));
    expect(heard).toMatchObject({
      locale: locale.slice(0, 2),
      attachments: [{ content: { actions: [{ title }] } }],
    });
  });

  test.each([
    ['once for both announcements', [installed(here), botAdded(here)], 1],
    ['once in the other order', [botAdded(here), installed(here)], 1],
    ['once however often it is told', [botAdded(here), botAdded(here), installed(here)], 1],
    ['not for a person who is added', [personAdded(here)], 0],
    ['not when it was talked to before', [mention('bonjour', here), botAdded(here)], 1],
    ['again after it was removed', [botAdded(here), botRemoved(here), installed(here)], 2],
  ])('the assistant introduces itself %s', async (_, announcements, times) => {
    for (const one of announcements) await teams.post(one);
    expect(teams.heard().filter(({ text = '' }) => privately.test(text))).toHaveLength(times);
    expect(teams.heard()).toHaveLength(times);
  });

  test('edits and reactions are nothing', async () => {
    await teams.post(mention('bonjour', { ...here, id: '1' }));
    await teams.post(edited('1', facts, here));
    await teams.post(reaction(here));
    expect(teams.heard()).toHaveLength(1);
    expect(teams.logged).toEqual([]);
  });
});

test('a bot whose id is not known says where to look for it', async () => {
  const [heard] = await teams.hear({
    ...mention('bonjour', { in: 'groupChat' }),
    recipient: { id: 'bot" onclick="x' },
  });
  expect(heard?.text).toContain('cherchez-moi par mon nom');
  expect(heard?.attachments).toBeUndefined();
});

test('what is said in a group does not reach a registration of the same person in private', async () => {
  await teams.post(message('commencer'));
  const before = await teams.stage.stateOf('msteams|a:1talk');
  await teams.post(mention(facts, { in: 'groupChat' }));
  expect(await teams.stage.stateOf('msteams|a:1talk')).toBe(before);
});
