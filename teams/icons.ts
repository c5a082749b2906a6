import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startBrowser } from '../test/browser/support';
import { drawn } from './drawn';

/** `npm run teams:icons`: the icons as Teams wants them, drawn from the SVG files beside them. */
const main = async (): Promise<void> => {
  const browser = await startBrowser();
  try {
    for (const [name, size] of [
      ['color', 192],
      ['outline', 32],
    ] as const) {
      const svg = await readFile(join(__dirname, `${name}.svg`), 'utf8');
      const file = join(__dirname, `${name}.png`);
      await writeFile(file, await drawn(browser, svg, size));
      console.log(file);
    }
  } finally {
    await browser.close();
  }
};

void main();
