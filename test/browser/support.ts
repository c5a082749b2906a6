import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type ConsoleMessage,
  chromium,
  type Page,
  type Request,
  type WebError,
} from 'playwright-core';
import { enterRoom, leaveRoom } from './rooms';

const executable = ['chromium', 'chromium-browser', 'google-chrome']
  .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
  .find(isExecutable);

interface Stage<S> {
  readonly server: S;
  readonly browser: Browser;
}

/**
 * Tests with a server of theirs and a browser, both there while a test runs. Where there is no Chromium they are skipped by
 * name, but never in CI: there they fail.
 */
export const inBrowser = <S extends { readonly stop: () => Promise<void> }>(
  name: string,
  begin: () => Promise<S>,
  tests: (stage: Stage<S>) => void,
): void => {
  const group = () => {
    let begun: Stage<S> | undefined;
    const now = (): Stage<S> => {
      if (begun === undefined) throw new Error('only while a test runs');
      return begun;
    };
    beforeAll(async () => {
      const [server, browser] = await Promise.all([begin(), startBrowser()]);
      begun = { server, browser };
    });
    afterAll(async () => {
      await now().browser.close();
      await now().server.stop();
    });
    tests({
      get server() {
        return now().server;
      },
      get browser() {
        return now().browser;
      },
    });
  };
  const run = executable !== undefined || process.env.CI !== undefined;
  if (run) describe(name, group);
  else describe.skip(`${name} (needs Chromium on the PATH)`, group);
};

export const startBrowser = (): Promise<Browser> => {
  if (executable === undefined)
    throw new Error('Chromium is missing: install it and put it on the PATH');
  return chromium.launch({
    executablePath: executable,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
};

export interface Visit {
  readonly url: string;
  readonly locale?: 'fr' | 'en';
  readonly width?: number;
  readonly dark?: boolean;
  readonly javaScript?: boolean;
}

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong on any page: errors of scripts and of the console, requests to elsewhere. */
  readonly troubles: readonly string[];
  /** The visit is over, and what it left in the browser is gone. Whoever closes the context instead leaves nothing to clean. */
  readonly leave: () => Promise<void>;
}

/** A person with a browser of their own, who has not been here before. */
export const aVisitor = async (browser: Browser, visit: Visit): Promise<Visitor> => {
  const { url, locale = 'fr', width = 1280, dark = false, javaScript = true } = visit;
  const kind = { url, locale, javaScript };
  const room = await enterRoom(browser, kind);
  const { context, page } = room;
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  const troubles: string[] = [];
  const hear = (message: ConsoleMessage) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  };
  const fail = (thrown: WebError) => {
    troubles.push(`script: ${thrown.error().message}`);
  };
  const ask = (request: Request) => {
    const { protocol, host } = new URL(request.url());
    const own = host === new URL(url).host || protocol === 'data:' || protocol === 'blob:';
    if (!own) troubles.push(`request: ${request.url()}`);
  };
  context.on('console', hear).on('weberror', fail).on('request', ask);
  const leave = () => {
    context.off('console', hear).off('weberror', fail).off('request', ask);
    return leaveRoom(browser, kind, room);
  };
  return { context, page, troubles, leave };
};

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
