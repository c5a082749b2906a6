import type { Browser } from 'playwright-core';

/** A drawing as a square PNG of so many pixels; what the drawing leaves out is transparent. */
export const drawn = async (browser: Browser, svg: string, size: number): Promise<Buffer> => {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>html, body { margin: 0; background: none } svg { display: block }</style>${svg}`,
  );
  const picture = await page.screenshot({ omitBackground: true });
  await page.close();
  return picture;
};
