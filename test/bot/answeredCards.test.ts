import type { Card } from '../../cards/template';
import { parts } from '../cards/parts';
import { aBotStage } from '../support/bot';
import { aTeams, type Teams } from '../support/teams';
import { message, submit } from '../support/teamsActivities';

let teams: Teams;
beforeEach(async () => {
  teams = await aTeams();
});
afterEach(() => teams.stop());

interface Put {
  readonly id: string;
  readonly text?: string;
  readonly speak?: string;
  readonly attachments: readonly Card[];
}

/** What was put in the place of something said, oldest first. */
const puts = (): readonly Put[] =>
  teams.asked
    .filter(({ method }) => method === 'PUT')
    .map(({ path, body }) => ({ ...JSON.parse(body), id: path.split('/').at(-1) }));

/** What stands on a card, without its buttons' and boxes' names. */
const wordsOn = (card: Card | undefined): string =>
  parts(card?.content)
    .filter(({ type }) => type === 'TextRun' || type === 'TextBlock')
    .map(({ text }) => text)
    .join(' | ');

const takesAnswers = (card: Card): boolean => /"(?:Input|Action)\./.test(JSON.stringify(card));

const hear = async (text: string, locale = 'fr-CA') => teams.hear(message(text, { locale }));
/** The id that Teams gave to the last thing said. */
const lastId = () => teams.ids.at(-1);

const details = 'Zoé Tremblay, 12 rue des Érables, Laval QC H7A 1A1, zoe@example.org, 514 555-0142';

test.each([
  {
    locale: 'fr-CA',
    says: [details, "j'accepte", 'GNX130001', 'oui', 'je confirme'],
    cards: [
      /Vos renseignements \| ✓ Réponses notées .*Zoé.*12 rue des Érables.*zoe@example\.org.*514 555-0142/,
      /✓ Modalités lues et acceptées \| \[Ouvrir les modalités/,
      /✓ Machine choisie .*GNX130001 \| .*AltaLink/,
      /relevé du compteur.* \| ✓ Oui, je serai la personne-ressource .*GNX130001/,
      /✓ Réponses confirmées .*Zoé.*GNX130001.*Lues et acceptées/,
    ],
  },
  {
    locale: 'en-CA',
    says: [details, 'I accept', 'GNX130001', 'no', 'I confirm'],
    cards: [
      /Your information \| ✓ Answers noted .*Zoé/,
      /✓ Terms read and accepted/,
      /✓ Machine chosen .*GNX130001/,
      /✓ No \| .*GNX130001/,
      /✓ Answers confirmed .*GNX130001/,
    ],
  },
])(
  'each card that is answered in words is replaced by what was answered ($locale)',
  async (talk) => {
    await hear(talk.locale === 'fr-CA' ? 'commencer' : 'start', talk.locale);
    for (const [index, text] of talk.says.entries()) {
      const asked = lastId();
      await hear(text, talk.locale);
      const put = puts().at(-1);
      expect(puts()).toHaveLength(index + 1);
      expect(put).toMatchObject({ id: asked });
      expect(wordsOn(put?.attachments[0])).toMatch(talk.cards[index] ?? '');
    }
    for (const { attachments, text, speak } of puts()) {
      // Teams takes a card with words for another message.
      expect([text, speak]).toEqual([undefined, undefined]);
      expect(attachments.filter(takesAnswers)).toEqual([]);
      expect(attachments[0]?.content.speak).toMatch(/\S/);
    }
  },
);

test.each([
  [{ card: 'terms', action: 'continue', termsAccepted: 'true' }, 2, /lues et acceptées/],
  [{ card: 'terms', action: 'decline' }, 2, /Modalités refusées/],
])('a pressed card is replaced: %j', async (value, at, words) => {
  await hear(details);
  const asked = lastId();
  await teams.hear(submit({ ...value, at: at - 1 }, { locale: 'fr-CA' }));
  expect(puts()).toMatchObject([{ id: asked }]);
  expect(wordsOn(puts()[0]?.attachments[0])).toMatch(words);
});

test('a card that another process sent is replaced as well', async () => {
  await hear('commencer');
  const asked = lastId();
  await teams.another().hear(message(details, { locale: 'fr-CA' }));
  expect(puts()).toMatchObject([{ id: asked }]);
});

test('a card stays as long as something on it is open, and gives way to what was sent with it', async () => {
  await hear('commencer');
  const first = lastId();
  await hear("je m'appelle Zoé Tremblay");
  const second = lastId();
  expect(puts()).toEqual([]);
  await teams.hear(
    submit(
      { card: 'details', at: 1, action: 'continue', email: 'zoe@example.org' },
      {
        locale: 'fr-CA',
      },
    ),
  );
  expect(puts()).toMatchObject([{ id: first }]);
  expect(wordsOn(puts()[0]?.attachments[0])).toMatch(/Zoé.*zoe@example\.org/);
  await hear('12 rue des Érables, Laval QC H7A 1A1, 514 555-0142');
  expect(puts().map(({ id }) => id)).toContain(second);
});

test('a review that was corrected since gives way to the one that follows', async () => {
  for (const text of [details, "j'accepte", 'GNX130001', 'non']) await hear(text);
  const review = lastId();
  const before = puts().length;
  await teams.hear(
    submit({ card: 'review', at: 4, rev: 8, action: 'edit', field: 'phone' }, { locale: 'fr-CA' }),
  );
  await hear('514 555-0199');
  const put = puts()
    .slice(before)
    .find(({ id }) => id === review);
  expect(wordsOn(put?.attachments[0])).toMatch(/a changé depuis.*514 555-0142/);
});

test('an answered card that is pressed again says so, and nothing changes', async () => {
  await hear(details);
  await hear("j'accepte");
  const before = puts().length;
  const again = submit({ card: 'terms', at: 1, action: 'decline' }, { locale: 'fr-CA' });
  const [reply] = await teams.hear(again);
  expect(reply?.text).toMatch(/déjà/);
  expect(puts()).toHaveLength(before);
});

test('a redelivered message gets the same replies and replaces nothing twice', async () => {
  await hear('commencer');
  const said = message(details, { locale: 'fr-CA' });
  const replies = await teams.hear(said);
  const again = await teams.hear(said);
  expect(again).toEqual(replies);
  expect(puts()).toHaveLength(1);
});

test.each([404, 403, 405, 500])(
  'a channel that does not let a card be replaced (%i) is no trouble',
  async (status) => {
    teams.puts({ status, body: '{"error":{"code":"ActivityNotFoundInConversation"}}' });
    await hear('commencer');
    const [reply] = await hear(details);
    expect(reply?.text).toMatch(/modalités/i);
    expect(teams.logged.map(({ event }) => event)).toEqual(['cards.notReplaced']);
  },
);

test('where nothing can be replaced nothing is remembered for it', async () => {
  for (const more of [{ channelId: 'directline' }, { deliveryMode: 'expectReplies' }]) {
    await teams.post({ ...message('commencer', { locale: 'fr-CA' }), ...more });
    await teams.post({ ...message(details, { locale: 'fr-CA' }), ...more });
  }
  expect(puts()).toEqual([]);
  const kept = await teams.stage.store.conversations.find({});
  expect(JSON.stringify(kept)).not.toMatch(/"sent"|\\"open\\"/);
});

test('a request for help and a question are replaced by their answers', async () => {
  await hear('commencer');
  await hear("je veux parler à quelqu'un");
  const asked = lastId();
  await teams.hear(
    submit(
      {
        card: 'help',
        at: 2,
        action: 'send',
        description: 'Où est le numéro ?',
        email: 'zoe@example.org',
        includeDraft: 'false',
      },
      { locale: 'fr-CA' },
    ),
  );
  const help = puts().find(({ id }) => id === asked);
  expect(wordsOn(help?.attachments[0])).toMatch(/✓ Demande D-\d+ transmise.*Où est le numéro/);
  await hear('annuler');
  const question = lastId();
  await hear('non');
  const put = puts().find(({ id }) => id === question);
  expect(wordsOn(put?.attachments[0])).toMatch(/reprendre\. \| ✓ Non, continuer/);
});

test.each([
  { says: 'oui', words: /Est-ce bien vous.*✓ Réponses notées.*Zoé.*zoe@example\.org/ },
  { says: 'non', words: /Est-ce bien vous\s\? \| Non$/ },
])('an offer that is answered by "$says" is replaced', async ({ says, words }) => {
  const member = {
    id: '29:1person',
    givenName: 'Zoé',
    surname: 'Tremblay',
    email: 'zoe@example.org',
  };
  teams.member({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(member),
  });
  await hear('commencer');
  const asked = lastId();
  await hear(says);
  expect(puts()).toMatchObject([{ id: asked }]);
  expect(wordsOn(puts()[0]?.attachments[0])).toMatch(words);
});

test('when the replies could not be sent the card stays, says that it was answered, and does no harm', async () => {
  await hear(details);
  const said = message("j'accepte", { locale: 'fr-CA' });
  teams.posts({ status: 400 });
  expect(await teams.post(said)).toMatchObject({ status: 502 });
  teams.posts(undefined);
  const [again] = await teams.hear(said);
  expect(again?.text).toMatch(/numéro de série/);
  expect(puts()).toEqual([]);
  const press = { card: 'terms', at: 1, action: 'continue', termsAccepted: 'true' };
  const [reply] = await teams.hear(submit(press, { locale: 'fr-CA' }));
  expect(reply?.text).toMatch(/déjà/);
  const [machine] = await hear('GNX130001');
  expect(machine?.text).toMatch(/AltaLink/);
});

test('an answer that could not be kept replaces nothing', async () => {
  await hear('commencer');
  const { conversations } = teams.stage.store;
  const { receive } = teams.stage.process({
    conversations: {
      ...conversations,
      change: async (filter, update) => {
        if (update.$set?.state !== undefined) throw new Error('the store is away');
        return conversations.change(filter, update);
      },
    },
  });
  const said = { ...message(details, { locale: 'fr-CA' }), serviceUrl: teams.url };
  await receive({ authorization: '', local: true, body: said });
  expect(teams.heard().at(-1)?.text).toMatch(/n'a pas pu être conservé/);
  expect(puts()).toEqual([]);
});

test('a ticked box without its card accepts the terms that are shown, and no others', async () => {
  const stage = await aBotStage();
  const { say } = stage.process();
  const ticked = { value: { termsAccepted: true } };
  await say({ text: 'commencer' });
  const [early] = await say(ticked);
  expect(early?.text).toMatch(/nom \(prénom/);
  await say({ text: 'Jane Tremblay, 12 rue Alma, Laval QC H7A 1A1, jane@example.org' });
  const [shown] = await say({ text: '514 555-0123' });
  expect(shown?.text).toContain('modalités');
  const [accepted] = await say(ticked);
  expect(accepted?.text).toMatch(/vous avez accepté les modalités/);
});
