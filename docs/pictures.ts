import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aVisitor, startBrowser } from '../test/browser/support';
import { aServer } from '../test/support/server';
import { loginWithChat } from './loginWithChat';
import { registrationSteps, type Step } from './registrationSteps';
import { sheetWidth, stepsSheet } from './stepsSheet';
import { webp } from './webp';

const folder = join(__dirname, 'pictures');

/** `npm run pictures`: the README's pictures, of the running product on embedded defaults. */
const main = async (): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const browser = await startBrowser();
  // The links in mails as a newcomer sees them.
  const { url, stop } = await aServer({ publicUrl: 'http://localhost:3978' });
  try {
    const desk = await aVisitor(browser, { url });
    await write('login.webp', await loginWithChat(desk.page));

    const phone = await aVisitor(browser, { url, width: 380 });
    const steps: Step[] = [];
    for await (const step of registrationSteps(phone.page)) steps.push(step);
    const sheet = await browser.newPage();
    await sheet.setContent(stepsSheet(steps));
    const height = await sheet.evaluate<number>('document.body.offsetHeight');
    await sheet.setViewportSize({ width: sheetWidth, height });
    await write('registration.webp', await webp(sheet));
  } finally {
    await browser.close();
    await stop();
  }
};

const write = async (name: string, picture: Buffer): Promise<void> => {
  const file = join(folder, name);
  await writeFile(file, picture);
  console.log(`${file}: ${Math.ceil(picture.length / 1000)} KB`);
};

void main();
