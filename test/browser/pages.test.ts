import { aServer } from '../support/server';
import { faults } from './faults';
import { aVisitor, inBrowser } from './support';
import { theWholeWay } from './theWholeWay';

jest.setTimeout(120_000);

inBrowser('the pages in a browser', aServer, (stage) => {
  test.each([
    { locale: 'fr', home: 'home: Bonjour Camille' },
    { locale: 'en', home: 'home: Hello Camille' },
  ] as const)('everything works without JavaScript ($locale)', async ({ locale, home }) => {
    const { url } = stage.server;
    const { page, leave } = await aVisitor(stage.browser, { url, locale, javaScript: false });
    const titles: string[] = [];
    const email = `camille.${locale}.off@gmail.com`;
    for await (const stop of theWholeWay({ page, url, email })) {
      titles.push(`${stop}: ${await page.locator('h1').innerText()}`);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('[data-launcher]:visible').count()).toBe(0);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    }
    expect(titles).toContain(home);
    expect(titles).toHaveLength(33);
    await leave();
  });

  test.each(['fr', 'en'] as const)(
    'every page is accessible in light and dark, and fits 320 pixels (%s)',
    async (locale) => {
      const { url } = stage.server;
      const { page, leave, troubles } = await aVisitor(stage.browser, { url, locale });
      const found: string[] = [];
      const email = `camille.${locale}.on@gmail.com`;
      for await (const stop of theWholeWay({ page, url, email })) {
        found.push(...(await faults(page)).map((fault) => `${stop}: ${fault}`));
      }
      expect(found).toEqual([]);
      // Chromium tells of the pages for an unknown link and an unknown address, whose status is 404.
      expect(troubles.filter((trouble) => !trouble.includes('404'))).toEqual([]);
      await leave();
    },
  );

  test('looking for faults finds them', async () => {
    const { page, leave } = await aVisitor(stage.browser, { url: stage.server.url });
    await page.setContent(badPage);
    expect(await faults(page)).toEqual([
      expect.stringContaining('label input'),
      expect.stringContaining('dark: color-contrast p'),
      'scrolls sideways: HTML.',
      expect.stringContaining('small text: <input'),
    ]);
    await leave();
  });

  test('the first wrong box has the focus, and its message is read with it', async () => {
    const { page, leave } = await aVisitor(stage.browser, { url: stage.server.url });
    await page.goto('/register');
    await page.fill('#givenName', 'Camille');
    await page.locator('main button[type=submit]').click();
    const focused = page.locator(':focus');
    expect(await focused.getAttribute('id')).toBe('familyName');
    const ids = (await focused.getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`#${ids.split(' ')[0]}`).innerText()).toContain('Il manque');
    await leave();
  });

  test('the other language keeps what is typed, and the Enter key never presses it', async () => {
    const { url } = stage.server;
    const { page, leave } = await aVisitor(stage.browser, {
      url,
      locale: 'fr',
      javaScript: false,
    });
    await page.goto('/register');
    await page.fill('#givenName', 'Camille');
    await page.fill('#email', 'camille@');
    await page.click('header button[name=switch]');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.inputValue('#givenName')).toBe('Camille');
    expect(await page.inputValue('#email')).toBe('camille@');
    expect(await page.locator('[aria-invalid]').count()).toBe(0);
    await page.press('#email', 'Enter');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('#familyName[aria-invalid]').count()).toBe(1);
    await leave();
  });

  test('the other language keeps the user name that is typed on the login page, and never a password', async () => {
    const { url } = stage.server;
    const { page, leave } = await aVisitor(stage.browser, { url, javaScript: false });
    await page.goto('/');
    await page.fill('[name=username]', 'camille@example.org');
    await page.fill('[name=password]', 'half typed');
    await page.click('header button[name=switch]');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.inputValue('[name=username]')).toBe('camille@example.org');
    expect(await page.inputValue('[name=password]')).toBe('');
    expect(await page.locator('[aria-invalid], [role=alert]').count()).toBe(0);
    await page.press('[name=username]', 'Enter');
    expect(await page.locator('[aria-invalid]').count()).toBe(1);
    await leave();
  });

  test('going back and reloading keep what was typed and repeat nothing', async () => {
    const { page, leave } = await aVisitor(stage.browser, { url: stage.server.url });
    const url = stage.server.url;
    const email = 'camille.back@gmail.com';
    for await (const stop of theWholeWay({ page, url, email })) {
      if (stop === 'review') break;
    }
    await page.locator('button[name=confirm]').waitFor();
    await page.waitForLoadState();
    await page.goBack();
    await page.locator('button[name=meterContact]').first().waitFor();
    expect(await page.locator('button[name=meterContact]').count()).toBe(2);
    await page.goForward();
    await page.reload();
    expect(await page.locator('.review').innerText()).toContain('Camille');
    await page.click('button[name=confirm]');
    await page.waitForURL(/step=done/);
    await page.reload();
    expect(page.url()).toContain('step=done');
    expect(await page.locator('main').innerText()).toContain(email);
    await leave();
  });
});

const badPage = `<html lang="fr"><title>Bonjour</title>
  <style>@media (prefers-color-scheme: dark) { p { color: #ddd } }</style>
  <main><h1>Bonjour</h1><p style="width: 40rem">Bonjour</p><input style="font-size: 12px"></main></html>`;
