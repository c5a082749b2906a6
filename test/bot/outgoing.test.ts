import { makeBot } from '../../src/bot/makeBot';
import { aBotStage, type BotStage, quiet } from '../support/bot';
import { aDirectory } from '../support/directory';
import { httpStandIn } from '../support/httpStandIn';
import { anIssuer, aSigner, aToken } from '../support/issuer';

const id = '6f5ca0e1-0d7a-4c8c-9c8b-2a4b8f6f0c12';
const tenantId = '0a6e1b6c-4f0b-4c49-8f1e-9d0c8a7e5f22';
const signer = aSigner('current');

type StandIn = Awaited<ReturnType<typeof httpStandIn>>;

let stage: BotStage;
let teams: StandIn;
let directory: StandIn;
let issuer: Awaited<ReturnType<typeof anIssuer>>;

beforeEach(async () => {
  stage = await aBotStage();
  teams = await httpStandIn({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: '{"id":"made"}',
  });
  issuer = await anIssuer([signer]);
  directory = await aDirectory(tenantId);
});

afterEach(async () => {
  await directory.stop();
  await issuer.stop();
  await teams.stop();
  await stage.store.close();
});

test('replies and news go to the address that the token names, each with a token of our own', async () => {
  const bot = makeBot({
    services: stage.services,
    conversations: stage.store.conversations,
    identity: { type: 'SingleTenant', id, tenantId, password: 'p' },
    production: true,
    cloud: issuer.cloud,
    log: quiet,
  });
  const activity = {
    type: 'message',
    id: '1',
    text: 'bonjour',
    channelId: 'msteams',
    serviceUrl: teams.url,
    conversation: { id: 'talk', conversationType: 'personal', tenantId },
    from: { id: 'person' },
    recipient: { id: 'bot' },
  };
  const nbf = stage.clock().getTime() / 1_000;
  const token = aToken(signer, { aud: id, serviceurl: teams.url, nbf, exp: nbf + 3_600 });
  const answer = await bot.messages({
    body: activity,
    authorization: `Bearer ${token}`,
    local: false,
  });
  expect(answer.status).toBe(200);
  const replied = teams.asked.length;
  expect(replied).toBeGreaterThan(0);

  const { channelId, serviceUrl, conversation, from, recipient } = activity;
  const reference = { channelId, serviceUrl, conversation, user: from, bot: recipient };
  await bot.notify({ conversation: 'msteams|talk', reference }, { kind: 'activated', id: 'a' });
  expect(teams.asked.length).toBe(replied + 1);

  expect(new Set(teams.asked.map(({ headers }) => headers.authorization))).toEqual(
    new Set(['Bearer our token']),
  );
  // One token serves both.
  expect(directory.asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
});
