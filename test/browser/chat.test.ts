import { aServer } from '../support/server';
import { aChatter } from './aChatter';
import { eventually } from './eventually';
import { inBrowser, type Visit } from './support';

jest.setTimeout(120_000);

inBrowser('the chat on the login page', aServer, (stage) => {
  const visit = (options: Omit<Visit, 'url'> = {}) =>
    aChatter(stage.browser, { url: stage.server.url, ...options });

  test('loads Web Chat only when it is opened, from this server, without an error', async () => {
    const { page, chat, troubles, leave } = await visit();
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await page.reload();
    await chat.launcher.waitFor();
    expect(loaded.filter((path) => path.includes('/vendor/'))).toEqual([]);
    await chat.open();
    expect(loaded.filter((path) => path.includes('/vendor/'))).toHaveLength(1);
    expect(troubles).toEqual([]);
    await leave();
  });

  test('moves the focus in, and Escape gives it back', async () => {
    const { page, chat, leave } = await visit();
    await chat.launcher.focus();
    await page.keyboard.press('Enter');
    await chat.cards.first().waitFor();
    expect(await eventually(chat.focus, 'sendBox')).toBe('sendBox');
    await page.keyboard.press('Escape');
    expect(await chat.panel.isVisible()).toBe(false);
    expect(await eventually(chat.focus, 'launcher')).toBe('launcher');
    expect(await chat.launcher.getAttribute('aria-expanded')).toBe('false');
    await leave();
  });

  test('stays open when Escape leads out of a message', async () => {
    const { page, chat, leave } = await visit();
    await chat.open();
    await chat.cards.first().getByRole('button').first().focus();
    await page.keyboard.press('Escape');
    expect(await chat.panel.isVisible()).toBe(true);
    await leave();
  });

  test('covers a narrow page without letting the focus behind it, and never by itself', async () => {
    const { page, chat, leave } = await visit({ width: 360 });
    await chat.open();
    expect(await page.locator('main').getAttribute('inert')).toBe('');
    await page.reload();
    expect(await chat.panel.isVisible()).toBe(false);
    expect(await page.locator('main').getAttribute('inert')).toBeNull();
    await leave();
  });

  test('on a desk is open again after a reload, beside the sign-in form', async () => {
    const { page, chat, leave } = await visit({ width: 1280 });
    await chat.open();
    await page.reload();
    await chat.cards.first().waitFor();
    const panel = await chat.panel.boundingBox();
    const form = await page.locator('form[action="/login"]').boundingBox();
    expect((form?.x ?? 0) + (form?.width ?? 0)).toBeLessThan(panel?.x ?? 0);
    await page.fill('[name=username]', 'zoe@example.org');
    expect(await page.inputValue('[name=username]')).toBe('zoe@example.org');
    await leave();
  });

  test.each([1280, 360])('shows the button to begin without scrolling at %d', async (width) => {
    const { chat, leave } = await visit({ width });
    await chat.open();
    const begin = chat.cards.first().getByRole('button', { name: /^Commencer/ });
    const sendBox = await chat.sendBox.boundingBox();
    const bottom = async () => {
      const box = await begin.boundingBox();
      return box !== null && box.y + box.height < (sendBox?.y ?? 0);
    };
    expect(await eventually(bottom, true)).toBe(true);
    await leave();
  });

  test.each([360, 320])(
    'tears no number, address or code apart at %d, and changes none',
    async (width) => {
      const { page, chat, leave } = await visit({ width });
      await chat.open();
      const said = 'Jane Roy, jane-marie.roy@example.org, 514-555-0142, GNX-130001';
      await chat.say(said);
      await chat.hears(/514-555-0142/);
      await chat.hears(/C'est noté/);
      const own = page.locator('.webchat__bubble--from-user .webchat__bubble__content').last();
      expect(await eventually(() => own.innerText(), said)).toBe(said);
      const lines: readonly [string, number][] = await page.evaluate(
        `[...document.querySelectorAll('.webchat__bubble__content .chat-whole')].map(
        (piece) => [piece.textContent, piece.getClientRects().length])`,
      );
      const texts = lines.map(([text]) => text);
      expect(texts).toEqual(
        expect.arrayContaining(['jane-marie.roy@example.org', '514-555-0142', '514 555-0142']),
      );
      expect(lines.filter(([, count]) => count !== 1)).toEqual([]);
      const sideways: boolean = await page.evaluate(
        `[...document.querySelectorAll('.webchat__bubble__content')].some((one) => one.scrollWidth > one.clientWidth + 1)`,
      );
      expect(sideways).toBe(false);
      await leave();
    },
  );

  test('shows the same conversation after a reload, with the answers that were given', async () => {
    const { page, chat, leave } = await visit();
    await chat.open();
    await chat.press(await chat.card(/Inscription/), /^Commencer/);
    const card = await chat.card('Vos renseignements');
    await card.getByLabel('Prénom').fill('Zoé');
    await chat.press(card, /^Continuer/);
    await chat.hears(/C'est noté/);
    await chat.cards.nth(2).waitFor();
    const answered = chat.cards.nth(1);
    const answer = await answered.innerText();
    expect(answer).toMatch(/✓ Réponses notées\s+Nom\s.*Zoé/);
    const before = await chat.history();
    await page.reload();
    await chat.cards.nth(2).waitFor();
    expect(await chat.history()).toEqual(before);
    expect(await answered.innerText()).toBe(answer);
    expect(await answered.locator('input, select, button').count()).toBe(0);
    await leave();
  });

  test.each([
    { locale: 'fr', time: /^Message du \d+ \S+ à \d{1,2}\sh\s\d\d/ },
    { locale: 'en', time: /^Sent on \S+ \d+ at \d{1,2}:\d\d\s[AP]M/ },
  ] as const)('tells when something was said as one does ($locale)', async ({ locale, time }) => {
    const { chat, leave } = await visit({ locale });
    await chat.open();
    const told = async () =>
      time.test((await chat.panel.locator('.webchat__activity-status').last().textContent()) ?? '');
    expect(await eventually(told, true)).toBe(true);
    await leave();
  });

  test.each([1000, 1100, 1280, 1500])(
    'leaves the way to the other language free on a page of %i pixels, and opens by itself only beside the sign-in form',
    async (width) => {
      const { page, chat, leave } = await visit({ width });
      await chat.open();
      await page.locator('header.band nav button[name=switch]').click({ trial: true });
      await page.reload();
      const form = await page.locator('form[action="/login"]').boundingBox();
      const room = (form?.x ?? 0) + (form?.width ?? 0) <= width - 30 * 16;
      expect(await eventually(() => chat.panel.isVisible(), room)).toBe(room);
      await leave();
    },
  );

  test('opened by itself, leaves the launcher, which leads into it', async () => {
    const { page, chat, leave } = await visit({ width: 1280 });
    await chat.open();
    await page.reload();
    await chat.cards.first().waitFor();
    await chat.launcher.click();
    expect(await eventually(() => chat.focus(), 'sendBox')).toBe('sendBox');
    await page.keyboard.press('Escape');
    expect(await chat.panel.isVisible()).toBe(false);
    expect(await chat.focus()).toBe('launcher');
    await leave();
  });

  test('takes a press of the launcher that is quicker than itself as a way in', async () => {
    const { page, chat, leave } = await visit({ width: 2560 });
    await chat.open();
    await page.reload();
    await chat.launcher.click();
    await chat.cards.first().waitFor();
    expect(await chat.panel.isVisible()).toBe(true);
    await leave();
  });

  test('names what the boxes of a card are for', async () => {
    const { chat, leave } = await visit();
    await chat.open();
    await chat.say('commencer');
    const card = await chat.card('Vos renseignements');
    const purpose = () => card.getByLabel('Prénom').getAttribute('autocomplete');
    expect(await eventually(purpose, 'given-name')).toBe('given-name');
    expect(await card.locator('input[type=email]').getAttribute('autocomplete')).toBe('email');
    await leave();
  });

  test('starts over after asking, with a new conversation', async () => {
    const { page, chat, leave } = await visit();
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
    await leave();
  });

  test.each([
    { link: 'begin', locale: 'fr', card: 'Vos renseignements' },
    { link: 'begin', locale: 'en', card: 'Your information' },
    { link: 'help', locale: 'fr', card: /aide/ },
    { link: 'help', locale: 'en', card: /help/i },
  ] as const)('the link "$link" opens it on "$card"', async ({ link, locale, card }) => {
    const { page, chat, leave } = await visit({ locale });
    await page.locator(`a[data-chat=${link}]`).click();
    await chat.cards.nth(1).waitFor();
    await chat.card(card);
    expect(new URL(page.url()).pathname).toBe('/');
    await leave();
  });
});
