import type { Page } from 'playwright-core';
import { texts } from '../../src/text/texts';

interface Person {
  readonly locale: 'fr' | 'en';
  readonly email: string;
  readonly temporaryPassword: string;
}

/** From an activation page whose account is active to the signed-in home. */
export const toHome = async (page: Page, person: Person): Promise<void> => {
  const { signIn, newPassword } = texts[person.locale].account;
  const main = page.locator('main');
  await main.getByRole('link', { name: signIn }).click();
  await page.locator('#username').fill(person.email);
  await page.locator('#password').fill(person.temporaryPassword);
  await main.getByRole('button', { name: signIn }).click();
  await page.getByRole('heading', { name: newPassword.title }).waitFor();
  for (const box of await page.locator('[autocomplete=new-password]').all()) {
    await box.fill('une mouette grise!');
  }
  await main.getByRole('button', { name: newPassword.submit }).click();
  await page.waitForURL(/\/home/);
};
