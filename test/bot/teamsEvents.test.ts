import { aTeams, type Teams } from '../support/teams';
import { deleted, invoke, message, other, reaction, undeleted } from '../support/teamsActivities';

let teams: Teams;
beforeEach(async () => {
  teams = await aTeams();
});
afterEach(() => teams.stop());

const document = () => teams.stage.store.conversations.find({});

test.each([
  ['a reaction', reaction()],
  ['typing', other('typing')],
  ['the end of a conversation', other('endOfConversation', { code: 'completedSuccessfully' })],
  ['an event', other('event', { name: 'application/vnd.microsoft.readReceipt', value: {} })],
  ['a token event', other('event', { name: 'tokens/response', value: { token: 'x' } })],
  ['a meeting event', other('event', { name: 'application/vnd.microsoft.meetingStart' })],
  ['a hand-off', other('handoff', { name: 'handoff.initiate' })],
  ['a command', other('command', { name: 'application/x' })],
  ['a trace', other('trace')],
  ['a suggestion', other('suggestion', { text: 'jane@example.org' })],
  ['a type that nobody knows yet', other('somethingNew', { text: 'je refuse' })],
  ['a renamed team', other('conversationUpdate', { channelData: { eventType: 'teamRenamed' } })],
  ['a conversation update about nobody', other('conversationUpdate', { membersAdded: [] })],
  ['an installation that does nothing', other('installationUpdate')],
  ['a deleted message', deleted('1')],
  ['a deleted message that comes back', undeleted('1', 'je refuse')],
  ['null members', other('conversationUpdate', { membersAdded: null, membersRemoved: null })],
])('%s is taken without an answer, a trace or a line in the log', async (_, activity) => {
  await teams.post(message('commencer', { id: '1' }));
  const [before, heard] = [await document(), teams.heard().length];
  expect(await teams.post(activity)).toEqual({ status: 200 });
  expect(teams.heard()).toHaveLength(heard);
  expect(await document()).toEqual(before);
  expect(teams.logged).toEqual([]);
});

const unsupported = { status: 501 };

test.each([
  [undefined, {}, unsupported],
  ['composeExtension/query', { commandId: 'x', parameters: [] }, unsupported],
  ['composeExtension/queryLink', { url: 'https://example.org' }, unsupported],
  ['task/fetch', null, unsupported],
  ['task/submit', { data: {} }, unsupported],
  ['tab/fetch', {}, unsupported],
  ['fileConsent/invoke', { action: 'accept' }, unsupported],
  ['signin/verifyState', { state: '1' }, unsupported],
  ['signin/tokenExchange', null, unsupported],
  ['application/search', undefined, unsupported],
  ['actionableMessage/executeAction', {}, unsupported],
  ['config/fetch', {}, unsupported],
  ['handoff/action', {}, unsupported],
  ['nobody/knows', [1, 'x'], unsupported],
  ['__proto__', {}, unsupported],
  ['message/submitAction', { actionName: 'feedback' }, { status: 200 }],
  ['adaptiveCard/action', undefined, { status: 200, body: { statusCode: 501 } }],
  ['adaptiveCard/action', { action: null }, { status: 200, body: { statusCode: 501 } }],
  [
    'adaptiveCard/action',
    { action: { type: 'Action.Execute', verb: 'x', data: { givenName: 'Jane' } } },
    { status: 200, body: { statusCode: 501 } },
  ],
])(
  'the invoke %s with %j is answered as Teams expects and leaves no trace',
  async (name, value, answer) => {
    expect(await teams.post(invoke(name, value))).toMatchObject(answer);
    expect(teams.heard()).toEqual([]);
    expect(await document()).toEqual([]);
    expect(teams.logged).toEqual([]);
  },
);
