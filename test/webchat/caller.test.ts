import { setTimeout as pause } from 'node:timers/promises';
import { callerOf } from '../../dialogs/caller';
import { aChat, type Begun, type ChatStage } from '../support/chat';

let stage: ChatStage;
beforeEach(async () => {
  stage = await aChat({
    logic: async (context) => {
      await pause(1);
      if (context.activity.type === 'message') {
        await context.sendActivity(`from ${callerOf(context).from}`);
      }
    },
  });
});
afterEach(() => stage.stop());

const saidFrom = async ({ path, token }: Begun, address: string) => {
  const headers = { 'X-Forwarded-For': address };
  const body = { type: 'message', text: 'hello' };
  await stage.call('POST', `${path}/activities`, { token, body, headers });
  const { body: answered } = await stage.call('GET', `${path}/activities`, { token });
  return answered.activities.at(-1)?.text;
};

test('what a person says in the chat brings the network address that it came from', async () => {
  const begun = await Promise.all([stage.begin(), stage.begin()]);
  const addresses = ['203.0.113.7', '203.0.113.8'];
  const heard = await Promise.all(begun.map((one, at) => saidFrom(one, addresses[at] ?? '')));
  expect(heard).toEqual(['from 203.0.113.7', 'from 203.0.113.8']);
});
