import type { ToldIn } from '../../src/domain/toldIn';
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

const answers = [
  "I'm Anna Roy, 12 Maple Street, Toronto ON M5V 2T6, Anna.Roy@example.org, 416-555-0142, GNX130001",
  'I accept',
  'no',
  'I confirm',
];

interface Registered {
  readonly id: string;
  readonly toldIn: ToldIn;
}

/** Registers in a conversation that the channel can be reached in; the account with its news. */
const registered = async (say: ReturnType<BotStage['process']>['say']): Promise<Registered> => {
  for (const text of answers) {
    await say({ id: text, serviceUrl: channel.url, locale: 'en-CA', text });
  }
  const [account] = await stage.store.accounts.find({});
  if (account?.toldIn === undefined) throw new Error('not registered');
  return { id: account._id, toldIn: account.toldIn };
};

test('news of the mail and of the account come once each, in the language of the conversation', async () => {
  const { say, notify } = stage.process();
  const { id, toldIn } = await registered(say);
  const mail = { kind: 'mail', id: `${id}.activation-1`, to: 'anna.roy@example.org' } as const;
  await notify(toldIn, { ...mail, state: 'accepted' });
  await notify(toldIn, { ...mail, state: 'accepted' });
  await notify(toldIn, { kind: 'activated', id });
  await notify(toldIn, { kind: 'activated', id });
  expect(channel.heard.map(({ text }) => text)).toEqual([
    'An activation e-mail has been sent to Anna.Roy@example.org.',
    'Your account is activated. You can sign in to the portal.',
  ]);
});

test('a mail to an address that was corrected since is no news', async () => {
  const { say, notify } = stage.process();
  const { id, toldIn } = await registered(say);
  await notify(toldIn, { kind: 'mail', id, state: 'bounced', to: 'other@example.org' });
  expect(channel.heard).toEqual([]);
});

test('news leave what the conversation remembers as it is', async () => {
  const { say, notify } = stage.process();
  const { id, toldIn } = await registered(say);
  const before = await stage.stateOf('test|talk');
  await notify(toldIn, { kind: 'activated', id });
  expect(channel.heard).toHaveLength(1);
  expect(await stage.stateOf('test|talk')).toBe(before);
});

// News are tried for some seconds.
test('a channel that cannot be reached costs no more than the news', async () => {
  const { say, notify } = stage.process();
  const { id, toldIn } = await registered(say);
  await channel.stop();
  expect(await notify(toldIn, { kind: 'activated', id })).toBe('failed');
  expect(await say({ text: 'what about my mail?' })).not.toEqual([]);
}, 30_000);
