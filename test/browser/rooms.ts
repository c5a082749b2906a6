import type { Browser, BrowserContext, Page } from 'playwright-core';

/** What cannot be changed once a browser's context is there. */
export interface Kind {
  readonly url: string;
  readonly locale: 'fr' | 'en';
  readonly javaScript: boolean;
}

export interface Room {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** Clean ones, by their kind. */
const clean = new WeakMap<Browser, Map<string, Room[]>>();

/**
 * A context and a page that nobody is in. Those that were left are cleaned and used again: Web Chat, compiled anew for each
 * visit, was half of what a visit takes.
 */
export const enterRoom = async (browser: Browser, kind: Kind): Promise<Room> => {
  const left = cleanOf(browser, kind).pop();
  if (left !== undefined) return left;
  const context = await browser.newContext({
    baseURL: kind.url,
    locale: `${kind.locale}-CA`,
    javaScriptEnabled: kind.javaScript,
    reducedMotion: 'reduce',
  });
  return { context, page: await context.newPage() };
};

/** Nothing of a visit stays: routes, other tabs, cookies, storage, where the pointer was. */
export const leaveRoom = async (browser: Browser, kind: Kind, room: Room): Promise<void> => {
  const { context, page } = room;
  for (const other of context.pages()) if (other !== page) await other.close();
  await context.unrouteAll();
  await page.unrouteAll();
  await context.setOffline(false);
  await page.mouse.move(0, 0);
  // Of the same origin, and nothing runs there.
  await page.goto(`${kind.url}/healthz`);
  await page.evaluate('localStorage.clear(); sessionStorage.clear()');
  await context.clearCookies();
  await page.goto('about:blank');
  cleanOf(browser, kind).push(room);
};

const cleanOf = (browser: Browser, { url, locale, javaScript }: Kind): Room[] => {
  const rooms = clean.get(browser) ?? new Map<string, Room[]>();
  clean.set(browser, rooms);
  const key = [url, locale, javaScript].join(' ');
  const ofKind = rooms.get(key) ?? [];
  rooms.set(key, ofKind);
  return ofKind;
};
