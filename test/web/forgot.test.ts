import { aSite, type TestSite } from '../support/site';

let site: TestSite;
beforeEach(async () => {
  site = await aSite();
});
afterEach(() => site.stop());

test.each([
  { email: '', fr: "Donnez l'adresse e-mail", en: 'Give the e-mail address' },
  { email: 'jane', fr: "J'ai compris «\u00a0jane\u00a0»", en: 'I understood' },
  { email: 'jane@', fr: 'il manque une partie', en: 'part of the e-mail address is missing' },
  { email: '<script>alert(1)</script>', fr: 'script', en: 'script' },
  { email: `${'x'.repeat(3000)}@example.org`, fr: 'compris', en: 'understood' },
])('refuses "$email" and keeps it', async ({ email, fr, en }) => {
  const visitor = site.visitor();
  for (const [lang, says] of [
    ['fr', fr],
    ['en', en],
  ] as const) {
    const page = await visitor.post('/forgot', { email }, { 'accept-language': lang });
    expect(page.status).toBe(422);
    expect(page.text).toContain(says);
    expect(page.html).toContain('aria-describedby="email-problem"');
    expect(page.html).not.toContain('<script>alert');
  }
});

test('says the same whether or not the address has an account, and sends only to who has one', async () => {
  const known = await site.visitor().post('/forgot', { email: 'jane@example.org' });
  const unknown = await site.visitor().post('/forgot', { email: 'june@example.org' });
  expect(known.text).toContain('Regardez votre boîte de réception');
  expect(known.at).toBe(unknown.at);
  expect(unknown.html).toBe(known.html);
  expect((await site.account()).generation).toBe(2);
});

test('tells both alike to wait when asked again at once', async () => {
  const answers = await Promise.all(
    ['jane@example.org', 'june@example.org'].map(async (email) => {
      const visitor = site.visitor();
      await visitor.post('/forgot', { email });
      return visitor.post('/forgot', { email });
    }),
  );
  expect(answers.map(({ status }) => status)).toEqual([429, 429]);
  expect(answers[1]?.html.replaceAll('june@', 'jane@')).toBe(answers[0]?.html);
});

test.each([
  { lang: 'fr', example: 'Exemple\u00a0: camille@example.org' },
  { lang: 'en', example: 'Example: sam@example.org' },
])('gives an address as the example of one that is too long ($lang)', async ({ lang, example }) => {
  const page = await site
    .visitor({ 'accept-language': lang })
    .post('/forgot', { email: `${'x'.repeat(400)}@example.org` });
  expect(page.text).toContain(example);
});

test('keeps the address in the other language', async () => {
  const visitor = site.visitor();
  const page = await visitor.post('/forgot?lang=en', { switch: 'en', email: 'camille@' });
  expect(page.html).toContain('<html lang="en">');
  expect(page.html).toContain('value="camille@"');
  expect(page.html).not.toContain('aria-invalid');
});
