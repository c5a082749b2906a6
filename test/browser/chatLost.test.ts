import type { WebSocketRoute } from 'playwright-core';
import { aChatter } from './aChatter';
import { eventually } from './eventually';
import { faults } from './faults';
import { aRestartable } from './restartable';
import { inBrowser } from './support';

jest.setTimeout(120_000);

inBrowser('the chat when something fails', aRestartable, (stage) => {
  const visit = () => aChatter(stage.browser, { url: stage.server.url });

  test('says so when Web Chat cannot be loaded, and loads it when asked again', async () => {
    const { page, chat, leave } = await visit();
    await page.route('**/vendor/*', (route) => route.abort(), { times: 1 });
    await chat.launcher.click();
    await page.getByRole('alert').getByText("n'a pas pu s'ouvrir").waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await chat.cards.first().waitFor();
    expect(await eventually(chat.focus, 'sendBox')).toBe('sendBox');
    await leave();
  });

  test('says so when the server lets nobody in, and tries again by itself', async () => {
    const { page, chat, leave } = await visit();
    await page.route('**/api/webchat/token', (route) => route.fulfill({ status: 503 }), {
      times: 2,
    });
    await chat.launcher.click();
    await page.getByRole('alert').getByText("n'a pas pu s'ouvrir").waitFor();
    await chat.cards.first().waitFor();
    await leave();
  });

  test('keeps what is typed while the network is away, and takes it after', async () => {
    const { chat, context, leave } = await visit();
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
    await leave();
  });

  test('says that the server is away, keeps what is typed, and takes it when it is back', async () => {
    const { chat, leave } = await visit();
    const notice = chat.panel.locator('.webchat__toast').getByText('Nouvel essai en cours');
    await chat.open();
    await stage.server.leave();
    await notice.waitFor({ timeout: 5_000 });
    await chat.say('Je suis Zoé Tremblay');
    expect(await chat.sendBox.inputValue()).toBe('Je suis Zoé Tremblay');
    await stage.server.comeBack();
    const back = Date.now();
    await chat.sayUntilTaken('Je suis Zoé Tremblay');
    await chat.hears(/C'est noté/);
    expect(Date.now() - back).toBeLessThan(15_000);
    await notice.waitFor({ state: 'detached' });
    const said = (await chat.history()).filter((bubble) => bubble === 'Je suis Zoé Tremblay');
    expect(said).toHaveLength(1);
    await leave();
  });

  test.each([
    { what: 'did not hear', heard: false },
    { what: 'heard without answering', heard: true },
  ])('posts by itself, and once, what a server $what', async ({ heard }) => {
    const { page, chat, leave } = await visit();
    await chat.open();
    await page.route(
      '**/activities',
      async (route) => {
        if (heard) await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    const again = page.waitForResponse('**/activities');
    await chat.say('Je suis Zoé Tremblay');
    expect((await again).status()).toBe(200);
    await chat.hears(/C'est noté/);
    expect(await chat.sendBox.inputValue()).toBe('');
    const said = (await chat.history()).filter((bubble) => bubble === 'Je suis Zoé Tremblay');
    expect(said).toHaveLength(1);
    await leave();
  });

  test('has what never arrived in the send box after a reload, until it is sent or all is begun anew', async () => {
    const { page, chat, leave } = await visit();
    const inBox = () => chat.sendBox.inputValue();
    await chat.open();
    await page.route('**/activities', (route) => route.abort());
    await chat.say('Je suis Zoé Tremblay');
    expect(await eventually(inBox, '')).toBe('');
    await page.reload();
    await chat.open();
    expect(await eventually(inBox, 'Je suis Zoé Tremblay')).toBe('Je suis Zoé Tremblay');
    await page.unroute('**/activities');
    await chat.sendBox.press('Enter');
    await chat.hears(/C'est noté/);
    await chat.sendBox.fill('jamais envoyé');
    await page.getByRole('button', { name: 'Recommencer' }).click();
    await page.getByRole('button', { name: 'Oui, recommencer' }).click();
    await chat.card(/Inscription/);
    await page.reload();
    await chat.open();
    expect(await inBox()).toBe('');
    await leave();
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
    const { chat, leave } = await aChatter(stage.browser, {
      url: stage.server.url,
      locale: 'en',
    });
    await chat.open();
    await chat.say('My name is Zoé Tremblay');
    await chat.card('Your information');
    await stage.server.restart();
    await chat.sayUntilTaken('my e-mail is zoe@example.org');
    await chat.hears(/Noted: zoe@example.org/);
    const said = (await chat.history()).filter((bubble) => bubble === 'My name is Zoé Tremblay');
    expect(said).toHaveLength(1);
    await leave();
  });
});
