import type { Page } from 'playwright-core';

interface Way {
  readonly page: Page;
  readonly url: string;
  /** Of the person who registers: another one each time. */
  readonly email: string;
}

/** From the login page to the signed-in home and out again, by forms alone, with a mistake at every turn. Stops on each page, named. */
export async function* theWholeWay({ page, url, email }: Way): AsyncGenerator<string> {
  const press = () => page.locator('main form[method=post] button[type=submit]').first().click();
  const fill = async (fields: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(fields)) await page.fill(`#${name}`, value);
  };

  await page.goto('/');
  yield 'login';
  await press();
  yield 'login, nothing typed';
  await fill({ username: email, password: 'wrong' });
  await press();
  yield 'login, refused';
  await page.click('a[href="/forgot"]');
  yield 'forgotten password';
  await press();
  yield 'forgotten password, no address';
  await fill({ email });
  await press();
  yield 'forgotten password, sent';

  await page.goto('/');
  await page.locator('a[href="/register"]').last().click();
  yield 'details';
  await fill({ givenName: 'C4mille', phone: '12', email: 'camille@' });
  await press();
  yield 'details, wrong';
  await fill({
    givenName: 'Camille',
    familyName: 'Roy',
    street: '12 rue des Érables',
    city: 'Laval',
    postalCode: 'H7A 1A1',
    phone: '514 555-0142',
    email: email.replace('gmail', 'gmial'),
  });
  await press();
  yield 'e-mail suggestion';
  await press();
  yield 'terms';
  await press();
  yield 'terms, not ticked';
  await page.check('#termsAccepted');
  await press();
  yield 'machine';
  await fill({ serial: 'ABC999999' });
  await press();
  yield 'machine, unknown';
  await page.goto('/help?about=serial');
  yield 'help';
  await fill({ description: '', email: '' });
  await press();
  yield 'help, wrong';
  await fill({ description: 'Je ne trouve pas le numéro.', email });
  await press();
  yield 'help, sent';
  await page.goto('/register');
  await fill({ serial: 'GNX13OOO1' });
  await press();
  yield 'machine suggestion';
  await press();
  yield 'meter contact';
  await press();
  yield 'review';
  await press();
  yield 'registered';

  const { link, temporary } = await activationMail(url, email);
  await page.goto('/activate/nonsense');
  yield 'activation, unknown';
  await page.goto(link);
  yield 'activation';
  await press();
  yield 'activated';
  await page.goto(link);
  yield 'active already';
  await page.click('main a[href="/login"]');
  await fill({ username: email, password: temporary });
  await press();
  yield 'new password';
  await fill({ password: 'camille', confirmation: 'roy' });
  await press();
  yield 'new password, refused';
  await fill({ password: 'une mouette grise!', confirmation: 'une mouette grise!' });
  await press();
  yield 'home';
  await page.click('a[href="/password"]');
  yield 'another password';
  await page.click('form[action="/sign-out"] button');
  yield 'signed out';
  await page.goto('/register?step=declined');
  yield 'declined';
  await page.goto('/terms');
  yield 'the terms by themselves';
  await page.goto('/nowhere');
  yield 'no such page';
  await page.goto('/dev/outbox');
  yield 'outbox';
}

/** Path and temporary password of the mail in the local outbox, once the worker has sent it. */
const activationMail = async (url: string, email: string) => {
  for (let tries = 0; tries < 100; tries += 1) {
    const mails: readonly { to: string; text: string }[] = await (
      await fetch(`${url}/dev/outbox.json`)
    ).json();
    const text = mails.find((mail) => mail.to === email && mail.text.includes('/activate/'))?.text;
    const [link] = /\/activate\/\S+/.exec(text ?? '') ?? [];
    const [, temporary] = /^\s*([a-z0-9]{4}(?:-[a-z0-9]{4}){3})\s*$/m.exec(text ?? '') ?? [];
    if (link !== undefined && temporary !== undefined) return { link, temporary };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no activation mail came');
};
