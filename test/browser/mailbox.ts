import type { FrameLocator, Page } from 'playwright-core';
import { eventually } from './eventually';

export interface ReadMail {
  /** The mail as its reader sees it. */
  readonly html: FrameLocator;
  readonly link: string;
  readonly temporaryPassword: string;
}

/** The newest mail to an address in the local outbox, opened in a page, once there are as many as said. */
export const readMail = async (page: Page, to: string, many = 1): Promise<ReadMail> => {
  const mails = page.locator('details.mail').filter({ has: page.getByText(to, { exact: true }) });
  const there = await eventually(async () => {
    await page.goto('/dev/outbox');
    return mails.count();
  }, many);
  if (there !== many) throw new Error(`${there} mails to ${to} instead of ${many}`);
  const newest = mails.first();
  if ((await newest.getAttribute('open')) === null) await newest.locator('summary').click();
  const html = newest.frameLocator('iframe');
  const text = await html.locator('body').innerText();
  const [link] = /http\S+\/activate\/\S+/.exec(text) ?? [];
  const [temporaryPassword] = /\b[a-z0-9]{4}(?:-[a-z0-9]{4}){3}\b/.exec(text) ?? [];
  if (link === undefined || temporaryPassword === undefined)
    throw new Error(`no link or no temporary password in the mail to ${to}`);
  return { html, link, temporaryPassword };
};
