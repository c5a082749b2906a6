import { sign } from 'jsonwebtoken';
import { aChat, aKey, type ChatStage } from '../support/chat';

const minutes = 60_000;
const hours = 60 * minutes;

let stage: ChatStage;
beforeEach(async () => {
  stage = await aChat();
});
afterEach(() => stage.stop());

const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

const mint = (cookie?: string, body: unknown = {}) =>
  stage.call('POST', '/api/webchat/token', { body, ...(cookie === undefined ? {} : { cookie }) });

const read = (path: string, token: string) => stage.call('GET', `${path}/activities`, { token });

describe('minting', () => {
  test('gives a token that names its conversation and its user and lives 30 to 60 minutes', async () => {
    const { status, body } = await mint();
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['token']);
    const { conv, user, iat, exp } = claimsOf(body.token);
    expect(conv).toEqual(expect.any(String));
    expect(user).toMatch(/^dl_/);
    expect(Number(exp) - Number(iat)).toBe(45 * 60);
  });

  test('gives every browser a conversation of its own', async () => {
    const [one, other] = [await mint(), await mint()];
    expect(claimsOf(one.body.token).conv).not.toBe(claimsOf(other.body.token).conv);
    expect(claimsOf(one.body.token).user).not.toBe(claimsOf(other.body.token).user);
  });

  test('keeps the conversation in a cookie that no script and no other site can use', async () => {
    const { headers } = await mint();
    expect(headers.get('set-cookie')).toMatch(
      /^webchat=[\w.-]+; Path=\/; Max-Age=172800; HttpOnly; SameSite=Strict$/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    { what: 'nothing', body: undefined, status: 200 },
    { what: 'an empty object', body: {}, status: 200 },
    { what: 'more than is known', body: { startOver: false, more: 1 }, status: 200 },
    { what: 'a list', body: [], status: 400 },
    { what: 'a word for a truth value', body: { startOver: 'yes' }, status: 400 },
    { what: 'half of it', body: '{"startOver":', status: 400 },
    { what: 'a very deep list', body: '['.repeat(5_000) + ']'.repeat(5_000), status: 400 },
    { what: 'two megabytes', body: 'x'.repeat(2_000_000), status: 413 },
  ])('answers $what with $status', async ({ body, status }) => {
    const answer = await stage.call('POST', '/api/webchat/token', { body });
    expect(answer.status).toBe(status);
  });

  test('is refused to a page of another site', async () => {
    const headers = { origin: 'https://elsewhere.example.org' };
    const { status } = await stage.call('POST', '/api/webchat/token', { body: {}, headers });
    expect(status).toBe(403);
  });
});

describe('finding back', () => {
  test('gives the same conversation, and its id once it has begun', async () => {
    const first = await mint();
    const again = await mint(first.cookie);
    expect(claimsOf(again.body.token).conv).toBe(claimsOf(first.body.token).conv);
    expect(again.body.conversationId).toBeUndefined();
  });

  test('names the conversation that has been spoken in', async () => {
    const { path, token, cookie, conversationId } = await stage.begin();
    await stage.call('POST', `${path}/activities`, { token, body: { type: 'message', text: 'a' } });
    const { body } = await mint(cookie);
    expect(body.conversationId).toBe(conversationId);
    expect((await read(path, body.token)).body.activities).toHaveLength(2);
  });

  test('works a day after the last word, and for two days from each return', async () => {
    const { path, token, cookie, conversationId } = await stage.begin();
    await stage.call('POST', `${path}/activities`, { token, body: { type: 'message', text: 'a' } });
    stage.pass(25 * hours);
    const { body, cookie: renewed } = await mint(cookie);
    expect(body.conversationId).toBe(conversationId);
    stage.pass(30 * hours);
    expect((await mint(cookie)).body.conversationId).toBeUndefined();
    expect((await mint(renewed)).body.conversationId).toBe(conversationId);
  });

  test('begins anew when nothing is left of a conversation of the day before', async () => {
    const { cookie, conversationId } = await stage.begin();
    stage.pass(25 * hours);
    const { body } = await mint(cookie);
    expect(claimsOf(body.token).conv).not.toBe(conversationId);
  });

  test('begins anew when asked to', async () => {
    const { cookie, conversationId } = await stage.begin();
    const over = await mint(cookie, { startOver: true });
    expect(claimsOf(over.body.token).conv).not.toBe(conversationId);
    const again = await mint(over.cookie);
    expect(claimsOf(again.body.token).conv).toBe(claimsOf(over.body.token).conv);
  });

  test.each([
    ['an empty cookie', () => 'webchat='],
    ['a made-up cookie', () => 'webchat=abc.def.ghi'],
    ['a token for calls in its place', (token: string) => `webchat=${token}`],
    ['cookies of others', () => 'session=abc; lang=fr'],
  ])('takes %s for a newcomer', async (_, cookieOf) => {
    const { token, conversationId } = await stage.begin();
    const { status, body } = await mint(cookieOf(token));
    expect(status).toBe(200);
    expect(claimsOf(body.token).conv).not.toBe(conversationId);
  });
});

describe('the limit of newcomers', () => {
  test('lets 60 a minute in from one address and says when to come again', async () => {
    for (let count = 0; count < 60; count += 1) expect((await mint()).status).toBe(200);
    const refused = await mint();
    expect(refused.status).toBe(429);
    expect(refused.body.error).toBe('tooMany');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    stage.pass(minutes);
    expect((await mint()).status).toBe(200);
  });

  test('counts neither who comes back nor who refreshes', async () => {
    const { cookie, token } = await stage.begin();
    for (let count = 0; count < 100; count += 1) {
      expect((await mint(cookie)).status).toBe(200);
      const refreshed = await stage.call('POST', '/v3/directline/tokens/refresh', { token });
      expect(refreshed.status).toBe(200);
    }
    expect((await mint()).status).toBe(200);
  });
});

describe('a token', () => {
  test('is refreshed for the same conversation and user', async () => {
    const { token, path } = await stage.begin();
    stage.pass(44 * minutes);
    const { body, cookie } = await stage.call('POST', '/v3/directline/tokens/refresh', { token });
    expect(claimsOf(body.token)).toMatchObject({
      conv: claimsOf(token).conv,
      user: claimsOf(token).user,
    });
    expect(cookie).toMatch(/^webchat=./);
    stage.pass(44 * minutes);
    expect((await read(path, token)).status).toBe(403);
    expect((await read(path, body.token)).status).toBe(200);
  });

  const altered = (token: string) => {
    const [head, , proof] = token.split('.');
    const claims = { ...claimsOf(token), user: 'dl_somebody' };
    return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), proof].join('.');
  };
  const unsigned = (token: string) => {
    const head = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    return `${head}.${token.split('.')[1]}.`;
  };

  test.each([
    ['altered', altered, 'tokenInvalid'],
    ['unsigned', unsigned, 'tokenInvalid'],
    ['cut', (token: string) => token.slice(0, -3), 'tokenInvalid'],
    ['made-up', () => 'abc', 'tokenInvalid'],
    ['signed with the bare key', (t: string) => sign(claimsOf(t), aKey), 'tokenInvalid'],
  ])('that is %s is refused', async (_, change, error) => {
    const { token, path } = await stage.begin();
    const { status, body } = await read(path, change(token));
    expect({ status, error: body.error }).toEqual({ status: 403, error });
  });

  test('that has expired is refused with the answer that makes the client ask for another', async () => {
    const { token, path } = await stage.begin();
    stage.pass(46 * minutes);
    for (const call of [
      () => read(path, token),
      () => stage.call('GET', path, { token }),
      () => stage.call('POST', '/v3/directline/tokens/refresh', { token }),
      () => stage.call('POST', '/v3/directline/conversations', { token, body: {} }),
      () => stage.call('POST', `${path}/activities`, { token, body: { type: 'message' } }),
    ]) {
      const { status, body } = await call();
      expect({ status, error: body.error }).toEqual({ status: 403, error: 'tokenExpired' });
    }
  });

  test('that is missing is asked for', async () => {
    const { path } = await stage.begin();
    expect((await stage.call('GET', path)).status).toBe(401);
    const basic = await stage.call('GET', path, { headers: { authorization: 'Basic abc' } });
    expect(basic.status).toBe(401);
  });

  test('of another conversation opens none', async () => {
    const [mine, other] = [await stage.begin(), await stage.begin()];
    for (const call of [
      () => read(other.path, mine.token),
      () => stage.call('GET', other.path, { token: mine.token }),
      () => stage.call('POST', `${other.path}/activities`, { token: mine.token, body: {} }),
      () => read('/v3/directline/conversations/nothing', mine.token),
    ]) {
      const { status, body } = await call();
      expect({ status, error: body.error }).toEqual({ status: 403, error: 'otherConversation' });
    }
  });

  test('from the address of a stream, which proxies write down, is good for nothing else', async () => {
    const { streamUrl, path, cookie } = await stage.begin();
    const token = new URL(streamUrl).searchParams.get('t') ?? '';
    expect((await read(path, token)).status).toBe(403);
    const value = cookie.slice('webchat='.length);
    expect((await read(path, value)).status).toBe(403);
  });

  test('needs nothing stored: a conversation whose log is gone goes on', async () => {
    const { token, path } = await stage.begin();
    await stage.store.transcript.remove({});
    const body = { type: 'message', text: 'still here' };
    expect((await stage.call('POST', `${path}/activities`, { token, body })).status).toBe(200);
    expect((await read(path, token)).body.activities).toHaveLength(2);
  });
});

test('keys are changed without ending conversations', async () => {
  const { token, path } = await stage.begin();
  const newKey = 'a newer key'.padEnd(32, '.');
  const rotated = await aChat({ secretKeys: [newKey, aKey] });
  const changed = await aChat({ secretKeys: [newKey] });
  expect((await rotated.call('GET', path, { token })).status).toBe(200);
  expect((await changed.call('GET', path, { token })).status).toBe(403);
  const { body } = await rotated.call('GET', path, { token });
  expect((await changed.call('GET', path, { token: body.token })).status).toBe(200);
  await rotated.stop();
  await changed.stop();
});

test('on https the cookie is of this host alone', async () => {
  const secure = await aChat({ publicUrl: 'https://portal.example.org' });
  const { headers } = await secure.call('POST', '/api/webchat/token', { body: {} });
  expect(headers.get('set-cookie')).toMatch(
    /^__Host-webchat=[\w.-]+; Path=\/; Max-Age=172800; HttpOnly; SameSite=Strict; Secure$/,
  );
  await secure.stop();
});
