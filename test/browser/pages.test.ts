import type { Browser, Page } from 'playwright-core';
import { aServer, type TestServer } from '../support/server';
import {
  aVisitor,
  axeViolations,
  inBrowser,
  lowContrasts,
  sidewaysScrolls,
  startBrowser,
} from './support';
import { theWholeWay } from './theWholeWay';

jest.setTimeout(120_000);

inBrowser('the pages in a browser', () => {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([aServer(), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  test.each([
    { locale: 'fr', home: 'home: Bonjour Camille' },
    { locale: 'en', home: 'home: Hello Camille' },
  ] as const)('everything works without JavaScript ($locale)', async ({ locale, home }) => {
    const { url } = server;
    const { page, context } = await aVisitor(browser, { url, locale, javaScript: false });
    const titles: string[] = [];
    const email = `camille.${locale}.off@gmail.com`;
    for await (const stop of theWholeWay({ page, url, email })) {
      titles.push(`${stop}: ${await page.locator('h1').innerText()}`);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('[data-launcher]:visible').count()).toBe(0);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    }
    expect(titles).toContain(home);
    expect(titles).toHaveLength(31);
    await context.close();
  });

  test.each(['fr', 'en'] as const)(
    'every page is accessible in light and dark, and fits 320 pixels (%s)',
    async (locale) => {
      const { url } = server;
      const { page, context, troubles } = await aVisitor(browser, { url, locale });
      const found: string[] = [];
      const note = (stop: string, what: readonly string[]) =>
        found.push(...what.map((one) => `${stop}: ${one}`));
      const email = `camille.${locale}.on@gmail.com`;
      for await (const stop of theWholeWay({ page, url, email })) {
        note(stop, await axeViolations(page));
        await page.emulateMedia({ colorScheme: 'dark' });
        note(`${stop}, dark`, await lowContrasts(page));
        await page.emulateMedia({ colorScheme: 'light' });
        await page.setViewportSize({ width: 320, height: 640 });
        note(`${stop}, narrow`, await sidewaysScrolls(page));
        note(`${stop}, narrow`, await smallBoxes(page));
        await page.setViewportSize({ width: 1280, height: 800 });
      }
      expect(found).toEqual([]);
      // Chromium tells of the page for an unknown link, whose status is 404.
      expect(troubles.filter((trouble) => !trouble.includes('404'))).toEqual([]);
      await context.close();
    },
  );

  test('the first wrong box has the focus, and its message is read with it', async () => {
    const { page, context } = await aVisitor(browser, { url: server.url });
    await page.goto('/register');
    await page.fill('#givenName', 'Camille');
    await page.locator('main button[type=submit]').click();
    const focused = page.locator(':focus');
    expect(await focused.getAttribute('id')).toBe('familyName');
    const ids = (await focused.getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`#${ids.split(' ')[0]}`).innerText()).toContain('Il manque');
    await context.close();
  });

  test('a person registers with nothing but the keyboard', async () => {
    const { page, context } = await aVisitor(browser, { url: server.url, locale: 'en' });
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
    await context.close();
  });

  test('going back and reloading keep what was typed and repeat nothing', async () => {
    const { page, context } = await aVisitor(browser, { url: server.url });
    const url = server.url;
    const email = 'camille.back@gmail.com';
    for await (const stop of theWholeWay({ page, url, email })) {
      if (stop === 'review') break;
    }
    await page.goBack();
    expect(await page.locator('button[name=meterContact]').count()).toBe(2);
    await page.goForward();
    await page.reload();
    expect(await page.locator('.review').innerText()).toContain('Camille');
    await page.click('button[name=confirm]');
    await page.waitForURL(/step=done/);
    await page.reload();
    expect(page.url()).toContain('step=done');
    expect(await page.locator('main').innerText()).toContain(email);
    await context.close();
  });
});

/** Below 16 pixels a telephone zooms into the box. */
const smallBoxes = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`[...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
    .filter((box) => parseFloat(getComputedStyle(box).fontSize) < 16)
    .map((box) => 'small text in ' + box.name)`);
