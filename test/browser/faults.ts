import { source } from 'axe-core';
import type { Page } from 'playwright-core';

/** What is wrong with how a page looks, or the part of it that a selector names: in light, in dark, and 320 pixels wide. */
export const faults = async (page: Page, part?: string): Promise<readonly string[]> => {
  const light = await axe(page, { type: 'tag', values: wcag }, part);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await axe(page, { type: 'rule', values: ['color-contrast'] }, part);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 320, height: 640 });
  const narrow = await page.evaluate<readonly string[]>(sidewaysAndSmall);
  await page.setViewportSize({ width: 1280, height: 800 });
  return [...light, ...dark.map((fault) => `dark: ${fault}`), ...narrow];
};

/** WCAG 2.0 to 2.2, A and AA. */
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Rule and place of each violation. */
const axe = async (page: Page, runOnly: object, part: string | undefined) => {
  const there = await page.evaluate<boolean>("typeof axe === 'object'");
  if (!there) await bringAxe(page);
  const [where, how] = [part, { runOnly, resultTypes: ['violations'] }].map((one) =>
    JSON.stringify(one),
  );
  return page.evaluate<readonly string[]>(`axe
    .run(${where ?? 'document'}, ${how})
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(
      ({ target, failureSummary }) => id + ' ' + target.join(' ') + ': ' + failureSummary)))`);
};

/** It is half a megabyte: as a script of its own it is compiled once for all documents of a page's process. */
const bringAxe = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: source });
  await session.detach();
};

/** Boxes that scroll sideways, the page itself among them; text boxes under 16 pixels, into which a telephone zooms. */
const sidewaysAndSmall = `[
  ...[...document.querySelectorAll('*')]
    .filter((box) => box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0)
    .filter((box) => box === document.documentElement || /auto|scroll/.test(getComputedStyle(box).overflowX))
    .map((box) => 'scrolls sideways: ' + box.tagName + '.' + box.className),
  ...[...document.querySelectorAll('input:not([type=hidden], [type=checkbox]), select, textarea')]
    .filter((box) => box.offsetParent !== null && parseFloat(getComputedStyle(box).fontSize) < 16)
    .map((box) => 'small text: ' + box.outerHTML.slice(0, 80)),
]`;
