import { type Activity, TurnContext } from 'botbuilder';
import type { Logic } from '../../src/bot/adapter';
import { ConversationBusy } from '../../src/bot/hold';
import { aChat, aSocket, type Begun, type ChatStage } from '../support/chat';

const heard: Activity[] = [];
const logic: Logic = async (context) => {
  const { activity } = context;
  heard.push({ ...activity });
  if (activity.type !== 'message') return;
  const { text } = activity;
  if (text === 'busy') throw new ConversationBusy('another process has it');
  if (text === 'fail') throw new Error('jane@example.org said a secret');
  if (text === 'quiet') return;
  if (text === 'two') {
    await context.sendActivities([{ type: 'typing' }, { type: 'message', text: 'one' }]);
    await context.sendActivities([{ type: 'trace' }, { type: 'message', text: 'two' }]);
    return;
  }
  const sent = await context.sendActivity({ type: 'message', text: `heard ${text}` });
  if (text === 'change') {
    await context.updateActivity({ id: sent?.id ?? '', type: 'message', text: 'changed' });
  }
  if (text === 'delete') await context.deleteActivity(sent?.id ?? '');
};

let stage: ChatStage;
let talk: Begun;
beforeEach(async () => {
  heard.length = 0;
  stage = await aChat({ logic });
  talk = await stage.begin();
});
afterEach(() => stage.stop());

const say = (body: unknown, headers = {}) =>
  stage.call('POST', `${talk.path}/activities`, { token: talk.token, body, headers });
const message = (text: string, more = {}) => say({ type: 'message', text, ...more });
const readFrom = async (watermark: string) => {
  const path = `${talk.path}/activities?watermark=${watermark}`;
  const { status, body } = await stage.call('GET', path, { token: talk.token });
  expect(status).toBe(200);
  return body;
};
const texts = async (watermark = '') => {
  const { activities } = await readFrom(watermark);
  return activities.map(({ text }) => text);
};

describe('beginning', () => {
  test('tells the bot who has come, once, and in which language', async () => {
    const again = await stage.call('POST', '/v3/directline/conversations', { token: talk.token });
    expect(again.status).toBe(201);
    expect(heard[0]).toMatchObject({
      type: 'conversationUpdate',
      channelId: 'webchat',
      locale: 'fr-CA',
      conversation: { id: talk.conversationId },
      membersAdded: [{ id: expect.stringMatching(/^dl_/) }],
    });
    await message('hello');
    heard.length = 0;
    const later = await stage.call('POST', '/v3/directline/conversations', { token: talk.token });
    expect(later.status).toBe(200);
    expect(heard).toEqual([]);
  });

  test.each([
    ['no body', undefined],
    ['a body that says nothing', []],
    ['a strange locale', { locale: 12 }],
    ['the user the client wants to be', { user: { id: 'somebody' }, locale: 'en' }],
  ])('works with %s', async (_, body) => {
    const { status, body: opened } = await stage.call('POST', '/v3/directline/conversations', {
      token: talk.token,
      body,
    });
    expect(status).toBe(201);
    expect(opened).toMatchObject({ conversationId: talk.conversationId, expires_in: 2700 });
    expect(heard.at(-1)?.from.id).toMatch(/^dl_/);
  });

  test('gives a stream on the host that the caller came to', () => {
    const { protocol, host, pathname } = new URL(talk.streamUrl);
    expect(protocol).toBe('ws:');
    expect(host).toBe(new URL(stage.url).host);
    expect(pathname).toBe(`${talk.path}/stream`);
  });

  test('gives a caller from elsewhere a stream on the public host', async () => {
    const secure = await aChat({ publicUrl: 'https://portal.example.org' });
    const { body } = await secure.call('POST', '/api/webchat/token', { body: {} });
    const opened = await secure.call('POST', '/v3/directline/conversations', {
      token: body.token,
      headers: { 'x-forwarded-for': '203.0.113.7' },
    });
    expect(opened.body.streamUrl).toMatch(/^wss:\/\/portal\.example\.org\/v3\/directline\//);
    await secure.stop();
  });
});

describe('saying something', () => {
  test('shows it with its client id and then the answer', async () => {
    const { status, body } = await message('hello', { channelData: { clientActivityID: 'c1' } });
    expect(status).toBe(200);
    const { activities, watermark } = await readFrom('');
    expect(watermark).toBe('2');
    expect(activities).toEqual([
      {
        id: body.id,
        type: 'message',
        text: 'hello',
        textFormat: 'plain',
        channelId: 'webchat',
        conversation: { id: talk.conversationId },
        from: { id: expect.stringMatching(/^dl_/), role: 'user' },
        channelData: { clientActivityID: 'c1' },
        timestamp: expect.stringMatching(/^2026-11-24T12:/),
      },
      expect.objectContaining({
        id: expect.any(String),
        text: 'heard hello',
        from: { id: 'assistant', role: 'bot' },
        replyToId: body.id,
      }),
    ]);
    expect(JSON.stringify(activities)).not.toContain('webchat.invalid');
  });

  test('lets nobody speak for somebody else, to somebody else or about delivery', async () => {
    const { body } = await message('hello', {
      id: 'mine',
      from: { id: 'assistant', role: 'bot', name: 'Bot' },
      recipient: { id: 'dl_other' },
      conversation: { id: 'other' },
      channelId: 'msteams',
      serviceUrl: 'https://elsewhere.example.org',
      deliveryMode: 'expectReplies',
      callerId: 'urn:botframework:azure',
      relatesTo: { conversation: { id: 'other' } },
      replyToId: 'x',
      timestamp: '1999-01-01T00:00:00Z',
      channelData: { clientActivityID: 'c', 'webchat:sequence-id': 1, eventType: 'x' },
      attachments: [{ contentType: 'text/html', contentUrl: 'javascript:alert(1)', name: 'a' }],
    });
    const seen = heard.at(-1);
    expect(seen).toMatchObject({
      id: body.id,
      from: { id: expect.stringMatching(/^dl_/), role: 'user' },
      recipient: { id: 'assistant' },
      conversation: { id: talk.conversationId },
      channelId: 'webchat',
      serviceUrl: 'https://webchat.invalid/',
      channelData: { clientActivityID: 'c' },
      attachments: [{ contentType: 'text/html', name: 'a' }],
    });
    for (const forged of ['deliveryMode', 'relatesTo', 'replyToId']) {
      expect(seen).not.toHaveProperty(forged);
    }
    const { activities } = await readFrom('');
    expect(activities).toHaveLength(2);
    expect(JSON.stringify(activities)).not.toMatch(/javascript|msteams|1999|sequence/);
  });

  test('shows a pressed button after a reload the way it was shown before', async () => {
    const value = { action: 'start', 'a.b': { $set: 1 } };
    await say({
      type: 'message',
      value,
      channelData: { clientActivityID: 'c', postBack: true, messageBack: { displayText: 'x' } },
    });
    expect(heard.at(-1)?.value).toEqual(value);
    expect((await readFrom('')).activities[0]).toMatchObject({
      value,
      channelData: { postBack: true, messageBack: { displayText: 'x' } },
    });
  });

  test('has one effect when the same is posted twice', async () => {
    const body = { type: 'message', text: 'once', channelData: { clientActivityID: 'c' } };
    const [one, other] = await Promise.all([say(body), say(body)]);
    expect(one.body.id).toBe(other.body.id);
    expect(heard.filter(({ text }) => text === 'once')).toHaveLength(1);
    expect(await texts()).toEqual(['once', 'heard once']);
  });

  test('is new each time without a client id', async () => {
    await message('again');
    await message('again');
    expect(await texts()).toEqual(['again', 'heard again', 'again', 'heard again']);
  });

  test('keeps the order of what is said at once', async () => {
    const words = ['a', 'b', 'c', 'd', 'e', 'f'];
    await Promise.all(words.map((word) => message(word)));
    const said = await texts();
    expect(said.filter((_, index) => index % 2 === 1)).toEqual(
      said.filter((_, index) => index % 2 === 0).map((word) => `heard ${word}`),
    );
    expect(said).toHaveLength(12);
  });

  test('that the bot does not answer is shown all the same', async () => {
    await message('quiet');
    expect(await texts()).toEqual(['quiet']);
  });

  test('shows several answers in order, without what is not said to people', async () => {
    await message('two');
    expect(await texts()).toEqual(['two', 'one', 'two']);
  });

  test.each([
    { text: 'busy', status: 503, error: 'busy' },
    { text: 'fail', status: 500, error: 'internal' },
  ])('leaves nothing behind when the bot answers $text', async ({ text, status, error }) => {
    const answer = await message(text);
    expect({ status: answer.status, error: answer.body.error }).toEqual({ status, error });
    expect(await texts()).toEqual([]);
    expect(JSON.stringify(stage.events)).not.toContain('jane');
  });

  test('is put off when too much of it waits already', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => message('many')));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(20);
    expect(statuses.every((status) => status === 200 || status === 503)).toBe(true);
    expect((await message('later')).status).toBe(200);
  });

  test.each([
    { what: 'nothing', body: undefined, status: 400 },
    { what: 'null', body: null, status: 400 },
    { what: 'a list', body: [], status: 400 },
    { what: 'an object without a type', body: { text: 'a' }, status: 400 },
    { what: 'a type of the channel alone', body: { type: 'conversationUpdate' }, status: 400 },
    { what: 'an invoke', body: { type: 'invoke', name: 'x' }, status: 400 },
    { what: 'a text that is none', body: { type: 'message', text: { a: 1 } }, status: 400 },
    { what: 'half of an object', body: '{"type":"message"', status: 400 },
    { what: 'deep JSON', body: `{"type":"message","value":${deep(5_000)}}`, status: 400 },
    { what: 'two megabytes', body: { type: 'message', text: 'x'.repeat(2e6) }, status: 413 },
    { what: 'an event', body: { type: 'event', name: 'x', value: 1 }, status: 200 },
    { what: 'typing', body: { type: 'typing' }, status: 200 },
    { what: 'a text of 15 KB', body: { type: 'message', text: 'x'.repeat(15e3) }, status: 200 },
    {
      what: 'broken channel data',
      body: { type: 'message', text: 'a', channelData: 7 },
      status: 200,
    },
    {
      what: 'a broken client id',
      body: { type: 'message', text: 'a', channelData: { clientActivityID: {} } },
      status: 200,
    },
    { what: 'nulls', body: { type: 'message', text: 'a', value: null, locale: null }, status: 200 },
  ])('answers $what with $status', async ({ body, status }) => {
    expect((await say(body)).status).toBe(status);
  });

  test.each([
    { what: 'another content type', headers: { 'content-type': 'text/plain' }, status: 415 },
    { what: 'a packed body', headers: { 'content-encoding': 'gzip' }, status: 415 },
    { what: 'a foreign page', headers: { origin: 'https://elsewhere.example.org' }, status: 403 },
  ])('answers $what with $status', async ({ headers, status }) => {
    expect((await say({ type: 'message', text: 'a' }, headers)).status).toBe(status);
  });

  test('is not done by sending files', async () => {
    const { status } = await stage.call('POST', `${talk.path}/upload?userId=x`, {
      token: talk.token,
      body: {},
    });
    expect(status).toBe(404);
  });
});

describe('reading', () => {
  test.each([
    { watermark: '', shown: 4, next: '4' },
    { watermark: '0', shown: 4, next: '4' },
    { watermark: '1', shown: 3, next: '4' },
    { watermark: '4', shown: 0, next: '4' },
    { watermark: '5', shown: 4, next: '4' },
    { watermark: '999999999999', shown: 4, next: '4' },
    { watermark: '-1', shown: 4, next: '4' },
    { watermark: 'abc', shown: 4, next: '4' },
    { watermark: '1e0', shown: 4, next: '4' },
    { watermark: '%00', shown: 4, next: '4' },
  ])('after watermark "$watermark" shows $shown of 4', async ({ watermark, shown, next }) => {
    await message('a');
    await message('b');
    const body = await readFrom(watermark);
    expect({ shown: body.activities.length, next: body.watermark }).toEqual({ shown, next });
  });

  test('of an empty conversation shows nothing', async () => {
    expect(await readFrom('')).toEqual({ activities: [], watermark: '0' });
    expect(await readFrom('7')).toEqual({ activities: [], watermark: '0' });
  });

  test('shows times that never go back, whatever the clock does', async () => {
    await message('a');
    stage.pass(-60_000);
    await message('b');
    const times = (await readFrom('')).activities.map(({ timestamp }) => timestamp);
    expect(times).toEqual([...times].sort());
  });

  test('shows nothing of what was said two days ago', async () => {
    await message('a');
    stage.pass(49 * 3_600_000);
    await stage.store.transcript.remove({ expiresAt: { $lte: stage.clock() } });
    const renewed = await stage.begin();
    const { body } = await stage.call('GET', `${renewed.path}/activities`, {
      token: renewed.token,
    });
    expect(body.activities).toEqual([]);
  });

  test('keeps the activity of one conversation out of another whose id begins alike', async () => {
    await stage.chat.post('id', [{ type: 'message', text: 'short' }]);
    await stage.chat.post('id-0', [{ type: 'message', text: 'longer' }]);
    expect(await stage.store.transcript.find({ conversation: 'id' })).toHaveLength(1);
    expect(await texts()).toEqual([]);
  });
});

describe('what changes after it was said', () => {
  test('is shown changed to those who have read it, in its place', async () => {
    await message('change');
    const { activities, watermark } = await readFrom('2');
    expect(watermark).toBe('3');
    expect(activities).toMatchObject([{ text: 'changed', from: { role: 'bot' } }]);
    const all = (await readFrom('')).activities;
    expect(all.map(({ text }) => text)).toEqual(['change', 'changed']);
    expect(all[1]).toEqual(activities[0]);
  });

  test('is gone, for those who come later as well', async () => {
    await message('delete');
    const { activities } = await readFrom('');
    expect(activities.map(({ type }) => type)).toEqual(['message', 'messageDelete']);
    expect(JSON.stringify(await stage.store.transcript.find({}))).not.toContain('heard');
  });
});

describe('what nobody asked for', () => {
  test('is shown at once to those who are there, and later to the others', async () => {
    const viewer = await aSocket(talk.streamUrl);
    await stage.chat.post(talk.conversationId, [
      { type: 'message', text: 'news', replyToId: 'nobody knows' },
    ]);
    const [shown] = await viewer.shown(1);
    expect(shown).toMatchObject({ text: 'news', from: { id: 'assistant', role: 'bot' } });
    expect(shown).not.toHaveProperty('replyToId');
    expect(await texts()).toEqual(['news']);
  });

  test('is said by the adapter too, with the reference that was kept', async () => {
    await message('hello');
    const reference = JSON.parse(
      JSON.stringify(TurnContext.getConversationReference(heard.at(-1) ?? {})),
    );
    await stage.adapter.continueConversationAsync('', reference, async (context) => {
      await context.sendActivity('news');
    });
    const { activities } = await readFrom('2');
    expect(activities).toMatchObject([{ text: 'news', from: { id: 'assistant', role: 'bot' } }]);
    expect(activities[0]).not.toHaveProperty('replyToId');
  });

  test('may be said in a conversation whose log is gone', async () => {
    await stage.store.transcript.remove({});
    await stage.chat.post(talk.conversationId, [{ type: 'message', text: 'news' }]);
    expect(await texts()).toEqual(['news']);
  });
});

function deep(levels: number): string {
  return '['.repeat(levels) + ']'.repeat(levels);
}
