import type { Browser, Frame, Page } from 'playwright-core';

export interface HostSettings {
  /** Of the server whose tab is shown. */
  readonly url: string;
  readonly theme: 'default' | 'dark' | 'contrast';
  readonly locale: string;
  /** What follows `/teams` in the tab's address. */
  readonly query?: string;
  /** Teams that never says a word. */
  readonly silent?: boolean;
  /** Where the tab is framed; Teams' own address when absent. */
  readonly origin?: string;
}

export interface TeamsHost {
  readonly page: Page;
  readonly tab: Frame;
  readonly changeTheme: (theme: string) => Promise<void>;
  /** What the tab has asked of Teams, with its arguments. */
  readonly asked: () => Promise<readonly (readonly [string, ...unknown[]])[]>;
  readonly troubles: readonly string[];
}

/** The page of Teams around a tab, as far as Microsoft's library talks to it, at Teams' own address: nothing leaves the machine. */
export const aTeamsHost = async (browser: Browser, settings: HostSettings): Promise<TeamsHost> => {
  const { url, origin = 'https://teams.microsoft.com', query = '' } = settings;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  // Chromium asks people before a page of the internet may show one of this machine; in the field both are of the internet.
  await context.grantPermissions(['local-network-access'], { origin }).catch(() => undefined);
  const troubles: string[] = [];
  await context.route(
    (address) => address.origin !== url,
    async (route) => {
      const address = route.request().url();
      if (address === `${origin}/`) {
        return route.fulfill({ contentType: 'text/html', body: hostPage(settings, query) });
      }
      if (address.startsWith('https://res.cdn.office.net/')) {
        return route.fulfill({
          json: { validOrigins: ['teams.microsoft.com'] },
          headers: { 'access-control-allow-origin': '*' },
        });
      }
      troubles.push(`request: ${address}`);
      return route.abort();
    },
  );
  context.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  context.on('weberror', (thrown) => troubles.push(`script: ${thrown.error().message}`));
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  const frame = page.frames().find((one) => one !== page.mainFrame());
  if (frame === undefined) throw new Error('there is no frame');
  return {
    page,
    tab: frame,
    changeTheme: (theme) => page.evaluate(`changeTheme(${JSON.stringify(theme)})`),
    asked: () => page.evaluate('asked'),
    troubles,
  };
};

/** Answers a request by its id, as Teams does; a question that it does not know it leaves open. */
const hostPage = ({ url, theme, locale, silent = false }: HostSettings, query: string): string =>
  `<!doctype html><title>Teams</title><style>body { margin: 0 }</style>
<iframe src="${url}/teams${query}" width="1280" height="780" style="border: 0"></iframe>
<script>
  const asked = [];
  const tab = document.querySelector('iframe').contentWindow;
  const answers = {
    initialize: ['content', 'web', JSON.stringify({ apiVersion: 4, isLegacyTeams: false, supports: {} }), '2.58.0'],
    getContext: [{ theme: ${JSON.stringify(theme)}, locale: ${JSON.stringify(locale)} }],
    executeDeepLink: [true],
  };
  const changeTheme = (theme) => tab.postMessage({ func: 'themeChange', args: [theme] }, '*');
  addEventListener('message', ({ data, source }) => {
    if (source !== tab || ${silent}) return;
    const { id, uuidAsString, func, args = [] } = data;
    asked.push([func, ...args]);
    if (func in answers) tab.postMessage({ id, uuidAsString, args: answers[func] }, '*');
  });
</script>`;
