import type { Browser, WebSocketRoute } from 'playwright-core';
import { aChatter } from './aChatter';
import { eventually } from './eventually';
import { faults } from './faults';
import { aRestartable, type Restartable } from './restartable';
import { inBrowser, startBrowser } from './support';

jest.setTimeout(120_000);

inBrowser('the chat when something fails', () => {
  let server: Restartable;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([aRestartable(), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const visit = () => aChatter(browser, { url: server.url });

  test('says so when Web Chat cannot be loaded, and loads it when asked again', async () => {
    const { page, chat, context } = await visit();
    await page.route('**/vendor/*', (route) => route.abort(), { times: 1 });
    await chat.launcher.click();
    await page.getByRole('alert').getByText("n'a pas pu s'ouvrir").waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await chat.cards.first().waitFor();
    expect(await eventually(chat.focus, 'sendBox')).toBe('sendBox');
    await context.close();
  });

  test('says so when the server lets nobody in, and tries again by itself', async () => {
    const { page, chat, context } = await visit();
    await page.route('**/api/webchat/token', (route) => route.fulfill({ status: 503 }), {
      times: 2,
    });
    await chat.launcher.click();
    await page.getByRole('alert').getByText("n'a pas pu s'ouvrir").waitFor();
    await chat.cards.first().waitFor();
    await context.close();
  });

  test('keeps what is typed while the network is away, and takes it after', async () => {
    const { chat, context } = await visit();
    await chat.open();
    await context.setOffline(true);
    await chat.panel.getByText('La connexion est interrompue').first().waitFor();
    await chat.say('Je suis Zoé Tremblay');
    expect(await chat.sendBox.inputValue()).toBe('Je suis Zoé Tremblay');
    await context.setOffline(false);
    await chat.sayUntilTaken('Je suis Zoé Tremblay');
    await chat.hears(/C'est noté/);
    const said = (await chat.history()).filter((bubble) => bubble === 'Je suis Zoé Tremblay');
    expect(said).toHaveLength(1);
    await context.close();
  });

  test('goes on in the same conversation with a new token when the old one has expired', async () => {
    const { page, chat, context } = await visit();
    const sockets: WebSocketRoute[] = [];
    await page.routeWebSocket(/\/stream\?/, (socket) => {
      socket.connectToServer();
      sockets.push(socket);
    });
    await page.reload();
    await chat.open();
    await chat.say('commencer');
    await chat.card('Vos renseignements');
    const before = await chat.history();
    await page.route(
      /\/v3\/directline\/conversations\/[^/]+\?/,
      (route) => route.fulfill({ status: 403, json: { error: { code: 'TokenExpired' } } }),
      { times: 1 },
    );
    const renewed = page.waitForResponse('**/api/webchat/token');
    for (const socket of sockets) await socket.close();
    await renewed;
    await chat.sayUntilTaken('Je suis Zoé Tremblay');
    await chat.hears(/C'est noté/);
    expect(await chat.history()).toEqual([
      ...before,
      'Je suis Zoé Tremblay',
      expect.anything(),
      'Vos renseignements',
    ]);
    await context.close();
  });
  test('goes on where it was when the server is started again', async () => {
    const { chat, context } = await aChatter(browser, { url: server.url, locale: 'en' });
    await chat.open();
    await chat.say('My name is Zoé Tremblay');
    await chat.card('Your information');
    await server.restart();
    await chat.sayUntilTaken('my e-mail is zoe@example.org');
    await chat.hears(/Noted: zoe@example.org/);
    const said = (await chat.history()).filter((bubble) => bubble === 'My name is Zoé Tremblay');
    expect(said).toHaveLength(1);
    await context.close();
  });
});
