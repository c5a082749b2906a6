import type { Page } from 'playwright-core';
import { aServer } from '../support/server';
import { aChatter } from './aChatter';
import type { ChatDriver } from './chatDriver';
import { eventually } from './eventually';
import { aVisitor, inBrowser } from './support';

jest.setTimeout(120_000);

inBrowser('with the keyboard alone', aServer, (stage) => {
  test('a person registers in the chat with its cards', async () => {
    const { page, chat, leave } = await aChatter(stage.browser, { url: stage.server.url });
    const { keyboard } = page;
    const enter = () => enterNewestCard(page, chat);
    await chat.launcher.focus();
    await keyboard.press('Enter');
    await chat.card(/Inscription/);
    await enter();
    await keyboard.press('Enter');

    await chat.card('Vos renseignements');
    await enter();
    for (const text of details) {
      await keyboard.type(text);
      await keyboard.press('Tab');
    }
    await keyboard.press('Enter');

    await chat.card(/Modalités/);
    await enter();
    await tabTo(page, 'input[type=checkbox]');
    await keyboard.press('Space');
    await tabTo(page, 'button');
    await keyboard.press('Enter');

    await chat.card(/machine/);
    await enter();
    await keyboard.type('GNX130001');
    await tabTo(page, 'button');
    await keyboard.press('Enter');

    await chat.card(/personne-ressource/);
    await enter();
    await keyboard.press('Enter');

    const review = await chat.card('Vérifiez vos réponses');
    for (const answer of [
      'Zoé',
      '12 rue des Érables',
      'Laval QC H7A 1A1',
      'zoe.touches@example.org',
    ]) {
      expect(await review.innerText()).toContain(answer);
    }
    await enter();
    await tabTo(page, 'button:has-text("Confirmer")');
    await keyboard.press('Enter');
    await chat.card(/enregistrée/);
    expect(await eventually(chat.focus, 'sendBox')).toBe('sendBox');
    await leave();
  });

  test('a person registers in the forms', async () => {
    const { page, leave } = await aVisitor(stage.browser, {
      url: stage.server.url,
      locale: 'en',
    });
    const { keyboard } = page;
    const tab = async (text?: string) => {
      await keyboard.press('Tab');
      if (text !== undefined) await keyboard.type(text);
    };
    const press = async (name: string) => {
      for (let tabs = 0; tabs < 40; tabs += 1) {
        await keyboard.press('Tab');
        if ((await page.locator(':focus').innerText()) === name) break;
      }
      await Promise.all([page.waitForNavigation(), keyboard.press('Enter')]);
    };
    await page.goto('/register');
    await page.locator('#givenName').focus();
    await keyboard.type('Camille');
    for (const text of ['Roy', '12 Maple Street', '', 'Toronto', 'Ontario', 'M5V 2T6', 'Canada']) {
      await tab(text);
    }
    for (const text of ['camille.keys@example.org', '416 555-0142', '']) await tab(text);
    await Promise.all([page.waitForNavigation(), keyboard.press('Enter')]);
    await page.locator('#termsAccepted').focus();
    await keyboard.press('Space');
    await press('Continue');
    await page.locator('#serial').focus();
    await keyboard.type('GNX130001');
    await Promise.all([page.waitForNavigation(), keyboard.press('Enter')]);
    await press('No');
    await press('Confirm registration');
    expect(await page.locator('h1').innerText()).toBe('Your registration is recorded');
    await leave();
  });
});

/** Box after box, two letters choosing in the list; an empty one is passed over, and so is the country, which is chosen already. */
const details = [
  ...['Zoé', 'Tremblay', '12 rue des Érables', '', 'Laval', 'Qu', 'H7A 1A1', ''],
  ...['zoe.touches@example.org', '514 555-0142', ''],
];

/** From the send box to the history, and into its last message. */
const enterNewestCard = async (page: Page, chat: ChatDriver): Promise<void> => {
  await eventually(chat.focus, 'sendBox');
  for (const key of ['Shift+Tab', 'Shift+Tab', 'Enter']) await page.keyboard.press(key);
  await chat.cards.last().locator(':focus').waitFor();
};

const tabTo = async (page: Page, what: string): Promise<void> => {
  const focused = page.locator(':focus').and(page.locator(what));
  for (let tabs = 0; tabs < 20 && (await focused.count()) === 0; tabs += 1) {
    await page.keyboard.press('Tab');
  }
};
