import { makeTellHelpNews } from '../../src/bot/tellHelpNews';
import { makeCompose } from '../../src/mail/compose';
import { makeCloseHelp } from '../../src/services/closeHelp';
import { makeDeliverMail } from '../../src/services/deliverMail';
import type { ComposedMail } from '../../src/services/sendMail';
import { quiet } from '../support/bot';
import { aTeams, type Teams } from '../support/teams';
import { message } from '../support/teamsActivities';

let teams: Teams;
const mails: ComposedMail[] = [];
beforeEach(async () => {
  mails.length = 0;
  teams = await aTeams();
});
afterEach(() => teams.stop());

/** Asks for help in Teams and takes the mails of the request. */
const asked = async (locale: 'fr-CA' | 'en-CA') => {
  const says = {
    'fr-CA': ["parler à quelqu'un", 'Où est le numéro de série ?', 'zoe@example.org'],
    'en-CA': ['talk to someone', 'Where is the serial number?', 'zoe@example.org'],
  };
  for (const text of says[locale]) {
    await teams.hear(message(text, { locale }));
  }
  const [request] = await teams.stage.store.helpRequests.find({});
  if (request === undefined) throw new Error('no request');
  await aWorker()();
  mails.length = 0;
  return request;
};

/** Of a server's process: sends what is due. */
const aWorker = () => {
  const { store, clock } = teams.stage;
  const worker = makeDeliverMail({
    collections: [store.helpRequests],
    compose: makeCompose({
      publicUrl: 'https://portal.example.org',
      from: 'portal@example.org',
      helpAddress: 'help@example.org',
      secretKeys: ['k'.repeat(32)],
    }),
    send: async (mail) => {
      mails.push(mail);
      return { kind: 'accepted' };
    },
    tell: makeTellHelpNews(teams.another().notify),
    clock,
    random: () => 0.5,
    log: quiet,
  });
  return async () => {
    for (;;) {
      const taken = await worker.take();
      if (taken === undefined) return;
      await worker.deliver(taken);
    }
  };
};

/** What staff do, in a process that has no bot. */
const staffAnswer = (id: string) => {
  const { store, clock } = teams.stage;
  return makeCloseHelp({ helpRequests: store.helpRequests, clock })(id, 'Au dos de la machine.');
};

const states = async () => {
  const [request] = await teams.stage.store.helpRequests.find({});
  return [request?.mails['news-1']?.state, request?.mails['answer-1']?.state];
};

test.each([
  { locale: 'fr-CA', words: /^Le centre d'aide répond à votre demande D-\d+\s:\n\nAu dos/ },
  { locale: 'en-CA', words: /^The help desk answers your request D-\d+:\n\nAu dos/ },
] as const)(
  'an answer comes into the conversation and by mail, once each ($locale)',
  async (talk) => {
    const { _id } = await asked(talk.locale);
    const before = teams.heard().length;
    await staffAnswer(_id);
    // Two servers look for what is due.
    await Promise.all([aWorker()(), aWorker()()]);
    await aWorker()();
    const [said, ...more] = teams.heard().slice(before);
    expect(said?.text).toMatch(talk.words);
    expect(said?.textFormat).toBe('plain');
    expect(more).toEqual([]);
    expect(mails.map(({ to }) => to)).toEqual(['zoe@example.org']);
    expect(mails[0]?.text).toContain('Au dos de la machine.');
    expect(await states()).toEqual(['accepted', 'accepted']);
  },
);

test('an answer that the channel could not take is said when it can', async () => {
  const { _id } = await asked('fr-CA');
  await staffAnswer(_id);
  teams.posts({ status: 400 });
  await aWorker()();
  expect(await states()).toEqual(['queued', 'accepted']);
  const before = teams.heard().length;
  teams.posts(undefined);
  teams.stage.pass(60_000);
  await aWorker()();
  teams.stage.pass(60_000);
  await aWorker()();

  expect(teams.heard().slice(before)).toHaveLength(1);
  expect(await states()).toEqual(['accepted', 'accepted']);
  expect(mails).toHaveLength(1);
});

test.each([403, 404])(
  'where nobody can be told any more (%i) the mail is enough',
  async (status) => {
    const { _id } = await asked('fr-CA');
    await staffAnswer(_id);
    teams.posts({ status });
    await aWorker()();
    expect(await states()).toEqual(['abandoned', 'accepted']);
    expect(teams.logged.map(({ event }) => event)).toEqual(['news.refused']);
  },
);
