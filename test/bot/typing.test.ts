import type { Store } from '../../src/services/store';
import { aBotStage, type BotStage } from '../support/bot';
import { aChannel, type Channel } from '../support/channel';

let stage: BotStage;
let channel: Channel;
beforeEach(async () => {
  [stage, channel] = await Promise.all([aBotStage(), aChannel()]);
});
afterEach(async () => {
  await channel.stop();
  await stage.store.close();
});

const message = { id: '1', text: 'bonjour', channelId: 'msteams' };
const inTeams = { ...message, deliveryMode: 'normal', from: { id: 'person' } };

const post = (conversations: Store['conversations']) =>
  stage.process({ conversations }).receive({
    authorization: '',
    local: true,
    body: {
      type: 'message',
      ...inTeams,
      conversation: { id: 'talk' },
      recipient: { id: 'bot' },
      serviceUrl: channel.url,
    },
  });

/** Keeps the end of a turn waiting. */
const slow = (wait: () => Promise<void>): Store['conversations'] => ({
  ...stage.store.conversations,
  change: async (filter, update) => {
    if (update.$set?.state !== undefined) await wait();
    return stage.store.conversations.change(filter, update);
  },
});

const types = () => channel.heard.map(({ type }) => type);

test('who waits sees that the assistant is at work, and nothing of it after the reply', async () => {
  const { status } = await post(slow(() => channel.hears(1)));
  expect(status).toBe(200);
  expect(types()).toEqual(['typing', 'message']);
});

test('an answer that comes at once is not announced', async () => {
  await post(stage.store.conversations);
  expect(types()).toEqual(['message']);
});

test('who takes the replies in the answer gets them alone', async () => {
  const aWhile = () => new Promise<void>((resolve) => setTimeout(resolve, 700));
  const { say } = stage.process({ conversations: slow(aWhile) });
  const replies = await say({ ...message, serviceUrl: channel.url });
  expect(replies.map(({ type }) => type)).toEqual(['message']);
  expect(types()).toEqual([]);
});
