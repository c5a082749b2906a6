import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { aServer, type TestServer } from '../support/server';
import { type ChatDriver, chatOn, fillDetails } from './chatDriver';
import { aRestartable, type Restartable } from './restartable';
import {
  aVisitor,
  axeViolations,
  inBrowser,
  lowContrasts,
  sidewaysScrolls,
  startBrowser,
} from './support';

jest.setTimeout(90_000);

inBrowser('the chat on the login page', () => {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([aServer(), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const visit = async (options: Omit<Parameters<typeof aVisitor>[1], 'url'> = {}) => {
    const visitor = await aVisitor(browser, { url: server.url, ...options });
    await visitor.page.goto('/');
    return { ...visitor, chat: chatOn(visitor.page) };
  };

  test('loads Web Chat only when it is opened, from this server, without an error', async () => {
    const { page, chat, troubles, context } = await visit();
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await page.reload();
    await page.waitForLoadState('networkidle');
    expect(loaded.filter((path) => path.includes('/vendor/'))).toEqual([]);
    await chat.open();
    expect(loaded.filter((path) => path.includes('/vendor/'))).toHaveLength(1);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test.each(['fr', 'en'] as const)(
    'is accessible with every card in light and dark, and fits 320 pixels (%s)',
    async (locale) => {
      const { page, chat, troubles, context } = await visit({ locale });
      const found: string[] = [];
      const note = (card: string, what: readonly string[]) =>
        found.push(...what.map((one) => `${card}: ${one}`));
      await chat.open();
      for await (const card of everyCard(chat, locale, `zoe.${locale}`)) {
        await markNewest(page);
        note(card, await axeViolations(page, newest));
        await page.emulateMedia({ colorScheme: 'dark' });
        note(`${card}, dark`, await lowContrasts(page, newest));
        await page.emulateMedia({ colorScheme: 'light' });
        await page.setViewportSize({ width: 320, height: 640 });
        note(`${card}, narrow`, await sidewaysScrolls(page));
        note(`${card}, narrow`, await smallBoxes(page));
        await page.setViewportSize({ width: 1280, height: 800 });
      }
      note('all', await axeViolations(page));
      await page.emulateMedia({ colorScheme: 'dark' });
      note('all, dark', await lowContrasts(page));
      expect(found).toEqual([]);
      expect(troubles).toEqual([]);
      await context.close();
    },
  );

  test('moves the focus in, and Escape gives it back', async () => {
    const { page, chat, context } = await visit();
    await chat.launcher.focus();
    await page.keyboard.press('Enter');
    await chat.cards.first().waitFor();
    expect(await chat.focus()).toBe('sendBox');
    await page.keyboard.press('Escape');
    expect(await chat.panel.isVisible()).toBe(false);
    expect(await chat.focus()).toBe('launcher');
    expect(await chat.launcher.getAttribute('aria-expanded')).toBe('false');
    await context.close();
  });

  test('stays open when Escape leads out of a message', async () => {
    const { page, chat, context } = await visit();
    await chat.open();
    await chat.cards.first().getByRole('button').first().focus();
    await page.keyboard.press('Escape');
    expect(await chat.panel.isVisible()).toBe(true);
    await context.close();
  });

  test('registers with the keyboard alone, as far as the details', async () => {
    const { page, chat, context } = await visit();
    await chat.launcher.focus();
    await page.keyboard.press('Enter');
    await chat.cards.first().waitFor();
    // To the history, into its last message, and on its first button.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await chat.card('Vos renseignements');
    expect(await eventually(chat.focus, 'sendBox')).toBe('sendBox');
    await context.close();
  });

  test('covers a narrow page without letting the focus behind it, and never by itself', async () => {
    const { page, chat, context } = await visit({ width: 360 });
    await chat.open();
    expect(await page.locator('main').getAttribute('inert')).toBe('');
    await page.reload();
    expect(await chat.panel.isVisible()).toBe(false);
    expect(await page.locator('main').getAttribute('inert')).toBeNull();
    await context.close();
  });

  test('shows the same conversation after a reload, with the answers that were given', async () => {
    const { page, chat, context } = await visit();
    await chat.open();
    await (await chat.card(/Inscription/)).getByRole('button', { name: /Commencer/ }).click();
    const card = await chat.card('Vos renseignements');
    await card.getByLabel('Prénom').fill('Zoé');
    await card.getByRole('button', { name: 'Continuer' }).click();
    await page.getByText("C'est noté").first().waitFor();
    const before = await chat.history();
    await page.reload();
    await chat.cards.nth(2).waitFor();
    expect(await chat.history()).toEqual(before);
    const answered = chat.cards.nth(1);
    expect(await answered.getByLabel('Prénom').inputValue()).toBe('Zoé');
    const pressed = answered.getByRole('button', { name: '✓ Continuer' });
    expect(await pressed.getAttribute('aria-disabled')).toBe('true');
    await context.close();
  });

  test('names what the boxes of a card are for', async () => {
    const { chat, context } = await visit();
    await chat.open();
    await chat.say('commencer');
    const card = await chat.card('Vos renseignements');
    const purpose = () => card.getByLabel('Prénom').getAttribute('autocomplete');
    expect(await eventually(purpose, 'given-name')).toBe('given-name');
    expect(await card.locator('input[type=email]').getAttribute('autocomplete')).toBe('email');
    await context.close();
  });

  test('starts over after asking, with a new conversation', async () => {
    const { page, chat, context } = await visit();
    await chat.open();
    await chat.say('commencer');
    await chat.card('Vos renseignements');
    await page.getByRole('button', { name: 'Recommencer' }).click();
    await page.getByRole('button', { name: 'Non, la garder' }).click();
    await chat.card('Vos renseignements');
    await page.getByRole('button', { name: 'Recommencer' }).click();
    await page.getByRole('button', { name: 'Oui, recommencer' }).click();
    await chat.card(/Inscription/);
    expect(await eventually(() => chat.cards.count(), 1)).toBe(1);
    expect(await chat.history()).not.toContain('commencer');
    await context.close();
  });

  test.each([
    { link: 'begin', locale: 'fr', card: 'Vos renseignements' },
    { link: 'begin', locale: 'en', card: 'Your information' },
    { link: 'help', locale: 'fr', card: /aide/ },
    { link: 'help', locale: 'en', card: /help/i },
  ] as const)('the link "$link" opens it on "$card"', async ({ link, locale, card }) => {
    const { page, chat, context } = await visit({ locale });
    await page.locator(`a[data-chat=${link}]`).click();
    await chat.cards.nth(1).waitFor();
    await chat.card(card);
    expect(new URL(page.url()).pathname).toBe('/');
    await context.close();
  });

  test('says so when Web Chat cannot be loaded, and loads it when asked again', async () => {
    const { page, chat, context } = await visit();
    await page.route('**/vendor/*', (route) => route.abort(), { times: 1 });
    await chat.launcher.click();
    await page.getByRole('alert').getByText("n'a pas pu s'ouvrir").waitFor();
    expect(await axeViolations(page)).toEqual([]);
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
    await eventually(async () => {
      await chat.sendBox.press('Enter');
      return chat.sendBox.inputValue();
    }, '');
    await chat.panel.getByText("C'est noté").first().waitFor();
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
    await eventually(async () => {
      await chat.say('Je suis Zoé Tremblay');
      return chat.sendBox.inputValue();
    }, '');
    await chat.panel.getByText("C'est noté").first().waitFor();
    expect(await chat.history()).toEqual([
      ...before,
      'Je suis Zoé Tremblay',
      expect.anything(),
      'Vos renseignements',
    ]);
    await context.close();
  });
});

inBrowser('the chat of a server that is started again', () => {
  let server: Restartable;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([aRestartable(), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  test('goes on where it was', async () => {
    const { page, context } = await aVisitor(browser, { url: server.url, locale: 'en' });
    const chat = chatOn(page);
    await page.goto('/');
    await chat.open();
    await chat.say('My name is Zoé Tremblay');
    await chat.card('Your information');
    await server.restart();
    await eventually(async () => {
      await chat.say('my e-mail is zoe@example.org');
      return chat.sendBox.inputValue();
    }, '');
    await chat.panel.getByText('Noted: zoe@example.org').first().waitFor();
    const said = (await chat.history()).filter((bubble) => bubble === 'My name is Zoé Tremblay');
    expect(said).toHaveLength(1);
    await context.close();
  });
});

/** From the welcome to the done card, stopping at each, and at what answers leave behind. */
async function* everyCard(
  chat: ChatDriver,
  locale: 'fr' | 'en',
  person: string,
): AsyncGenerator<string> {
  const fr = locale === 'fr';
  const press = async (heading: RegExp, button: RegExp) =>
    (await chat.card(heading)).getByRole('button', { name: button }).click();
  yield 'welcome';
  await press(fr ? /Inscription/ : /Register/, fr ? /aide/ : /help/);
  await chat.card(fr ? /aide/ : /help/i);
  yield 'help';
  await chat.say(fr ? 'annuler' : 'cancel');
  await chat.say(fr ? 'commencer' : 'start');
  const details = fr ? /Vos renseignements/ : /Your information/;
  const card = await chat.card(details);
  yield 'details';
  await fillDetails(card, locale, `${person}@gmial.com`);
  await press(details, /Contin/);
  const suggestion = fr ? /Vouliez-vous/ : /Did you mean/;
  await chat.card(suggestion);
  yield 'suggestion';
  await press(suggestion, fr ? /Oui/ : /Yes/);
  const terms = await chat.card(fr ? /Modalités/ : /terms/i);
  yield 'terms';
  await terms.getByRole('checkbox').check();
  await terms.getByRole('button', { name: /Contin/ }).click();
  const machine = await chat.card(/machine/);
  yield 'machine';
  await machine.getByRole('textbox').fill('GNX13O001');
  await machine.getByRole('button', { name: /Contin/ }).click();
  await chat.card(fr ? /Est-ce cette machine/ : /Is this your machine/);
  yield 'machine suggestion';
  await chat.say(fr ? 'oui' : 'yes');
  const meter = fr ? /personne-ressource/ : /meter/i;
  await chat.card(meter);
  yield 'meter contact';
  await press(meter, fr ? /^Oui/ : /^Yes/);
  const review = fr ? /Vérifiez/ : /Check/;
  await chat.card(review);
  yield 'review';
  await press(review, fr ? /^Confirmer/ : /^Confirm/);
  await chat.card(fr ? /enregistrée/ : /registered|registration/i);
  yield 'done';
}

/** Cards that were answered are looked at once, at the end. */
const newest = '#chat .ac-adaptiveCard[data-newest]';

const markNewest = (page: Page): Promise<void> =>
  page.evaluate(`[...document.querySelectorAll('#chat .ac-adaptiveCard')].forEach(
    (card, at, { length }) => card.toggleAttribute('data-newest', at === length - 1))`);

/** Text boxes whose text is under 16 pixels: phones zoom in on those. */
const smallBoxes = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`[...document.querySelectorAll('input, textarea, select')]
    .filter((box) => box.offsetParent !== null && parseFloat(getComputedStyle(box).fontSize) < 16)
    .map((box) => 'small ' + box.outerHTML.slice(0, 80))`);

/** What it becomes within ten seconds. */
const eventually = async <T>(look: () => Promise<T>, wanted: T): Promise<T> => {
  const end = Date.now() + 10_000;
  for (;;) {
    const seen = await look();
    if (seen === wanted || Date.now() > end) return seen;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
};
