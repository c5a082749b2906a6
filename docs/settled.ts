import type { Page } from 'playwright-core';

/** Once nothing is loading or scrolling any more, and neither mouse nor focus marks anything. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await page.mouse.move(0, 0);
  await page.evaluate('document.activeElement.blur()');
  await page.waitForTimeout(1_000);
};
