import type { Account } from '../../src/domain/account';
import { aTeams, type Teams } from '../support/teams';
import { message } from '../support/teamsActivities';

let teams: Teams;
beforeEach(async () => {
  teams = await aTeams();
});
afterEach(() => teams.stop());

const talks = [
  {
    locale: 'fr-CA',
    says: ["j'accepte", 'GNX130001', 'non', 'je confirme'],
    accepted: /^Un e-mail d'activation a été envoyé à zoe@example\.org/,
    bounced: /zoe@example\.org l'a refusé.*la bonne/s,
    activated: /^Votre compte est activé/,
  },
  {
    locale: 'en-CA',
    says: ['I accept', 'GNX130001', 'no', 'I confirm'],
    accepted: /^An activation e-mail has been sent to zoe@example\.org/,
    bounced: /zoe@example\.org refused it.*the right one/s,
    activated: /^Your account is activated/,
  },
] as const;

const details = 'Zoé Tremblay, 12 Maple Street, Laval QC H7A 1A1, zoe@example.org, 514 555-0142';

/** Registers in Teams; the account. */
const registered = async ({ locale, says }: (typeof talks)[number]): Promise<Account> => {
  for (const text of [details, ...says]) await teams.hear(message(text, { locale }));
  const [account] = await teams.stage.store.accounts.find({});
  if (account === undefined) throw new Error('not registered');
  return account;
};

test.each(talks)(
  'news of the mail and of the account come into the conversation in Teams, once each ($locale)',
  async (talk) => {
    const { _id: id, toldIn } = await registered(talk);
    if (toldIn === undefined) throw new Error('nowhere to tell');
    const before = teams.heard().length;
    const mail = { kind: 'mail', id: `${id}.activation-1`, to: 'zoe@example.org' } as const;
    // The webhook's events and the pages' requests come to any process.
    for (const { notify } of [teams.another(), teams.another()]) {
      await notify(toldIn, { ...mail, state: 'accepted' });
      await notify(toldIn, { ...mail, state: 'bounced' });
      await notify(toldIn, { kind: 'activated', id });
    }
    const news = teams.heard().slice(before);
    expect(news.map(({ text }) => text)).toEqual([
      expect.stringMatching(talk.accepted),
      expect.stringMatching(talk.bounced),
      expect.stringMatching(talk.activated),
    ]);
    const asked = teams.asked.filter(({ method }) => method === 'POST').slice(-3);
    for (const { path, body } of asked) {
      // Where it goes is what Teams said of the conversation, its tenant included.
      expect(path).toMatch(/^\/v3\/conversations\/a%3A1talk\/activities/);
      expect(JSON.parse(body)).toMatchObject({
        channelId: 'msteams',
        locale: talk.locale.slice(0, 2),
        textFormat: 'plain',
        conversation: {
          id: 'a:1talk',
          conversationType: 'personal',
          tenantId: '00000000-0000-4000-8000-000000000009',
        },
        from: { id: expect.stringMatching(/^28:/) },
        recipient: { id: '29:1person' },
      });
    }
  },
);

test('news for a conversation that blocked the assistant are no trouble, and are not tried again', async () => {
  const { _id: id, toldIn } = await registered(talks[0]);
  if (toldIn === undefined) throw new Error('nowhere to tell');
  teams.posts({ status: 403, body: '{"error":{"code":"BotDisabledByUser"}}' });
  const before = teams.asked.length;
  expect(await teams.another().notify(toldIn, { kind: 'activated', id })).toBe('refused');
  expect(teams.asked).toHaveLength(before + 1);
  expect(teams.logged.map(({ event }) => event)).toEqual(['news.refused']);
});

test('news that Teams cannot take for the moment arrive when it can', async () => {
  const { _id: id, toldIn } = await registered(talks[0]);
  if (toldIn === undefined) throw new Error('nowhere to tell');
  teams.posts({ status: 429, headers: { 'retry-after': '1' } });
  const telling = teams.another().notify(toldIn, { kind: 'activated', id });
  const before = teams.asked.length;
  while (teams.asked.length === before) await new Promise((resolve) => setTimeout(resolve, 5));
  teams.posts(undefined);
  expect(await telling).toBe('told');
  expect(teams.asked).toHaveLength(before + 2);
});
