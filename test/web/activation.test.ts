import { hour, linkOf } from '../support/accountServices';
import { aSite, type TestSite } from '../support/site';

let site: TestSite;
beforeEach(async () => {
  site = await aSite();
});
afterEach(() => site.stop());

const link = `/activate/${linkOf(1)}`;

test('has one button and asks for nothing', async () => {
  const page = await site.visitor().get(link);
  const [form = ''] = /<form.*?<\/form>/s.exec(page.html) ?? [];
  expect(form).toContain('method="post"');
  expect(form.match(/<button/g)).toHaveLength(1);
  expect(form).toContain('Activer mon compte');
  expect(form).not.toMatch(/<input|name=/);
  expect(page.text).not.toContain('jane@example.org');
});

test('activates after scanners opened the link ten times', async () => {
  const before = await site.account();
  for (let time = 0; time < 5; time += 1) {
    const head = await fetch(site.url + link, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.headers.get('cache-control')).toBe('no-store');
    expect((await site.visitor().get(link)).status).toBe(200);
  }
  expect(await site.account()).toEqual(before);
  const visitor = site.visitor();
  const page = await visitor.submit(await visitor.get(link));
  expect(page.text).toContain('Votre compte est activé');
  expect((await site.account()).status).toBe('active');
});

test('says to the person that the account is active when a scanner pressed the button', async () => {
  const scanner = site.visitor();
  await scanner.submit(await scanner.get(link));
  const page = await site.visitor().get(link);
  expect(page.status).toBe(200);
  expect(page.text).toContain('déjà activé');
  expect(page.html).toContain('href="/login"');
});

test.each([
  { lang: 'fr', first: 'Votre compte est activé', second: 'déjà activé' },
  { lang: 'en', first: 'Your account is activated', second: 'already active' },
])('may be pressed twice and ten times at once ($lang)', async ({ lang, first, second }) => {
  const visitor = site.visitor({ 'accept-language': lang });
  const page = await visitor.get(link);
  const pressed = await Promise.all(Array.from({ length: 10 }, () => visitor.submit(page)));
  expect(pressed.filter(({ text }) => text.includes(first))).toHaveLength(1);
  expect(pressed.filter(({ text }) => text.includes(second))).toHaveLength(9);
  expect(site.activated).toEqual(['registration-1']);
});

test('sends a new mail by one press when the link is too old', async () => {
  site.pass(25 * hour);
  const visitor = site.visitor();
  const page = await visitor.get(link);
  expect(page.text).toContain("Ce lien n'est plus valide");
  expect((await site.account()).generation).toBe(1);
  const resent = await visitor.submit(page, { again: 'true' });
  expect(resent.text).toContain('Un nouvel e-mail est en route');
  expect((await site.account()).mails['activation-2']).toMatchObject({ state: 'queued' });
  expect((await visitor.get(link)).text).toContain('Un e-mail plus récent');
  expect((await visitor.get(`/activate/${linkOf(2)}`)).text).toContain('Activer mon compte');
});

test('sends one mail when the press comes twice', async () => {
  site.pass(25 * hour);
  const visitor = site.visitor();
  const page = await visitor.get(link);
  await Promise.all([
    visitor.submit(page, { again: 'true' }),
    visitor.submit(page, { again: 'true' }),
  ]);
  expect(Object.keys((await site.account()).mails)).toEqual(['activation-1', 'activation-2']);
});

test('does not activate by a link that is too old', async () => {
  site.pass(25 * hour);
  const page = await site.visitor().post(link, {});
  expect(page.text).toContain("Ce lien n'est plus valide");
  expect((await site.account()).status).toBe('invited');
});

test.each([
  ['nonsense', '/activate/nonsense'],
  ['an altered token', `/activate/${linkOf(1).replace(/.$/, (end) => (end === '0' ? '1' : '0'))}`],
  ['the token of nobody', `/activate/${linkOf(1, 'nobody')}`],
  ['markup', '/activate/%3Cscript%3Ealert(1)%3C%2Fscript%3E'],
  ['900 characters', `/activate/${'a'.repeat(900)}`],
])('says what to do about %s', async (_, path) => {
  for (const page of [await site.visitor().get(path), await site.visitor().post(path, {})]) {
    expect(page.status).toBe(404);
    expect(page.text).toContain("n'est pas reconnu");
    expect(page.html).toContain('href="/forgot"');
    expect(page.html).not.toContain('<script>alert');
    expect(page.headers.get('cache-control')).toBe('no-store');
  }
});

test('stops who tries many links, and nobody else', async () => {
  const visitor = site.visitor();
  for (let tried = 0; tried < 30; tried += 1) await visitor.get(`/activate/wrong-${tried}`);
  const page = await visitor.get('/activate/wrong-30');
  expect(page.status).toBe(429);
  expect(page.text).toContain("Attendez jusqu'à");
  expect((await visitor.get(link)).text).toContain('Activer mon compte');
});

test('says when to try again after ten new mails in ten minutes from one network address', async () => {
  site.pass(25 * hour);
  const visitor = site.visitor();
  const page = await visitor.get(link);
  for (let n = 0; n < 10; n += 1) {
    await site.allow({ key: 'mailFrom:127.0.0.1', cause: `${n}`, most: 10, withinMs: 600_000 });
  }
  const refused = await visitor.submit(page, { again: 'true' });
  expect(refused.status).toBe(429);
  expect((await site.account()).generation).toBe(1);
});
