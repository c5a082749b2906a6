import { quiet } from '../support/bot';
import { aServer, type TestServer } from '../support/server';
import { aChatter } from './aChatter';
import { inBrowser } from './support';

jest.setTimeout(120_000);

/** Ends the turns that are kept waiting. */
let goOn: () => void = () => undefined;
let slow = false;

/** A server whose store keeps the end of a turn waiting while a test wants it to. */
const aSlowServer = (): Promise<TestServer> =>
  aServer({}, quiet, {
    through: (store) => ({
      ...store,
      conversations: {
        ...store.conversations,
        change: async (filter, update) => {
          if (slow) {
            await new Promise<void>((resolve) => {
              goOn = resolve;
            });
          }
          return store.conversations.change(filter, update);
        },
      },
    }),
  });

inBrowser('an answer that takes a while', aSlowServer, (stage) => {
  test('shows that the assistant is at work, until it comes', async () => {
    const { chat, leave } = await aChatter(stage.browser, { url: stage.server.url });
    await chat.open();
    const indicator = chat.panel.locator('.webchat__typingIndicator, [class*=typing-indicator]');
    expect(await indicator.count()).toBe(0);
    slow = true;
    await chat.say('commencer');
    await indicator.first().waitFor();
    slow = false;
    goOn();
    await chat.card('Vos renseignements');
    await indicator.first().waitFor({ state: 'detached' });
    expect(await chat.history()).not.toContain('');
    await leave();
  });
});
