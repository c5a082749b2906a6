import { join } from 'node:path';
import { packTeamsJs } from '../../build/packTeamsJs';
import { root } from '../../src/root';
import { aServer } from '../support/server';
import { eventually } from './eventually';
import { faults } from './faults';
import { aVisitor, inBrowser } from './support';
import { aTeamsHost } from './teamsHost';

jest.setTimeout(60_000);

const botId = '11111111-2222-3333-4444-555555555555';
const conversation = `https://teams.microsoft.com/l/chat/0/0?users=28:${botId}`;

/** What Chromium shows in the place of a page that may not be framed. */
const refused = 'chrome-error://chromewebdata/';

/** A server with the library built for the browser, as `npm run build` does. */
const begin = async () => {
  await packTeamsJs({ to: join(root, 'public/vendor') });
  return aServer({ bot: { type: 'UserAssignedMSI', id: botId, tenantId: 't' }, teams: true });
};

inBrowser('the tab in Teams', begin, (stage) => {
  const inTeams = (settings: Omit<Parameters<typeof aTeamsHost>[1], 'url'>) =>
    aTeamsHost(stage.browser, { url: stage.server.url, ...settings });

  test('takes theme and language of Teams, and follows when the theme changes', async () => {
    const host = await inTeams({ theme: 'dark', locale: 'en-us' });
    const html = host.tab.locator('html[data-in-teams][lang=en]');
    await html.waitFor();
    expect(await html.getAttribute('data-theme')).toBe('dark');
    for (const [told, worn] of [
      ['contrast', 'contrast'],
      ['default', 'light'],
      ['glass', 'light'],
    ] as const) {
      await host.changeTheme(told);
      await host.tab.locator(`html[data-theme=${worn}]`).waitFor();
    }
    expect(await host.asked()).toContainEqual(['appInitialization.success', expect.anything()]);
    expect(host.troubles).toEqual([]);
    await host.page.context().close();
  });

  test('keeps the language that was chosen in it', async () => {
    const host = await inTeams({ theme: 'default', locale: 'en-us', query: '?lang=fr-fr' });
    await host.tab.locator('html[data-in-teams]').waitFor();
    expect(await host.tab.locator('html').getAttribute('lang')).toBe('fr');
    await host.tab.getByRole('link', { name: 'English' }).click();
    await host.tab.locator('html[lang=en][data-in-teams]').waitFor();
    expect(host.troubles).toEqual([]);
    await host.page.context().close();
  });

  test('lets Teams open the conversation, and the browser every other page', async () => {
    const host = await inTeams({ theme: 'default', locale: 'fr-ca', query: '?lang=fr' });
    await host.tab.locator('html[data-in-teams]').waitFor();
    await host.tab.getByRole('link', { name: 'Commencer la conversation' }).click();
    const told = async () => (await host.asked()).find(([what]) => what === 'executeDeepLink')?.[1];
    expect(await eventually(told, conversation)).toBe(conversation);
    const opened = host.page.context().waitForEvent('page');
    await host.tab.getByRole('link', { name: "Soulever une demande d'aide" }).click();
    const help = await opened;
    await help.waitForLoadState();
    expect(new URL(help.url()).pathname).toBe('/help');
    expect(await help.locator('h1').innerText()).toBe("Soulever une demande d'aide");
    expect(new URL(host.tab.url()).pathname).toBe('/teams');
    expect(host.troubles).toEqual([]);
    await host.page.context().close();
  });

  test('stays as it is where Teams does not answer', async () => {
    const host = await inTeams({ theme: 'dark', locale: 'en-us', query: '?lang=fr', silent: true });
    await host.tab.getByRole('heading', { level: 1 }).waitFor();
    await host.page.waitForTimeout(4_500);
    expect(await host.tab.locator('html').getAttribute('data-in-teams')).toBeNull();
    expect(await host.tab.locator('a.button').getAttribute('href')).toBe(conversation);
    expect(host.troubles).toEqual([]);
    await host.page.context().close();
  });

  test('is shown in no frame but that of Teams, and no other page in any', async () => {
    const elsewhere = await inTeams({
      theme: 'dark',
      locale: 'fr',
      origin: 'https://evil.example',
    });
    expect(await eventually(async () => elsewhere.tab.url(), refused)).toBe(refused);
    expect(elsewhere.troubles.join()).toContain('frame-ancestors');
    await elsewhere.page.context().close();
    const login = await inTeams({ theme: 'dark', locale: 'fr', query: '/../login' });
    expect(await eventually(async () => login.tab.url(), refused)).toBe(refused);
    expect(login.troubles.join()).toContain("frame-ancestors 'none'");
    await login.page.context().close();
  });

  test.each(['fr', 'en'] as const)('is a page like others outside Teams (%s)', async (locale) => {
    const { url } = stage.server;
    for (const theme of [undefined, 'default', 'dark', 'contrast']) {
      const { page, leave, troubles } = await aVisitor(stage.browser, { url, locale });
      await page.goto(theme === undefined ? '/teams' : `/teams?theme=${theme}`);
      expect(await faults(page)).toEqual([]);
      expect(await page.locator('a.button').getAttribute('href')).toBe(conversation);
      expect(troubles).toEqual([]);
      await leave();
    }
  });

  test('works without JavaScript', async () => {
    const { url } = stage.server;
    const { page, context, leave } = await aVisitor(stage.browser, { url, javaScript: false });
    await page.goto('/teams');
    const opened = context.waitForEvent('page');
    await page.getByRole('link', { name: "M'inscrire par formulaire" }).click();
    const form = await opened;
    await form.waitForLoadState();
    expect(await form.locator('h1').innerText()).toBe('Vos renseignements');
    await leave();
  });
});
