import { linkOf } from '../support/accountServices';
import { aSite, type TestSite } from '../support/site';

let site: TestSite;
beforeAll(async () => {
  site = await aSite();
});
afterAll(() => site.stop());

const pages = [
  '/',
  '/login',
  '/register',
  '/help',
  '/forgot',
  '/forgot?mail=sent',
  '/help?sent=D-482913',
  '/register?step=declined',
  '/terms',
  `/activate/${linkOf(1)}`,
  '/activate/unknown',
];

test.each(pages)(
  'gives %s one heading, its language, safe links and the way to the other',
  async (path) => {
    for (const lang of ['fr', 'en']) {
      const page = await site.visitor({ 'accept-language': lang }).get(path);
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(page.html.match(/<h1/g)).toHaveLength(1);
      expect(page.html).toContain(`<html lang="${lang}">`);
      expect(page.html).not.toMatch(/href="(?:|#|javascript:[^"]*)"/);
      expect(page.html).not.toMatch(/ style="|<style/);
      expect(page.html).toMatch(
        lang === 'fr' ? /lang=en"[^>]*>English</ : /lang=fr"[^>]*>Français</,
      );
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("form-action 'self'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).not.toContain('unsafe');
    }
  },
);

test.each(pages)('answers HEAD for %s as GET', async (path) => {
  const got = await fetch(site.url + path);
  const head = await fetch(site.url + path, { method: 'HEAD' });
  expect(head.status).toBe(got.status);
  expect(await head.text()).toBe('');
});

test('remembers the language that was chosen, and a script may read it', async () => {
  const visitor = site.visitor();
  await visitor.get('/login?lang=en');
  expect(visitor.cookies.get('language')).toBe('en');
  expect((await visitor.get('/help')).text).toContain('Raise a help request');
  expect((await visitor.get('/help?lang=fr')).text).toContain('Soulever');
  const response = await fetch(`${site.url}/login?lang=en`);
  expect(response.headers.getSetCookie().at(0)).toBe(
    'language=en; Path=/; SameSite=Lax; Max-Age=31536000',
  );
});

test.each(['klingon', 'FR<script>', ''])('keeps no language "%s"', async (lang) => {
  const visitor = site.visitor();
  await visitor.get(`/login?lang=${encodeURIComponent(lang)}`);
  expect(visitor.cookies.has('language')).toBe(false);
});

test('keeps what else the address says when the language is changed', async () => {
  const page = await site.visitor().get('/terms?about=%22serial&x=1');
  expect(page.html).toContain('href="?about=%22serial&amp;x=1&amp;lang=en"');
});

const forms = ['/login', '/sign-out', '/password', '/forgot', '/register', '/help', '/activate/x'];

test.each(forms)('refuses a post to %s from a page of another site', async (path) => {
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ]) {
    const page = await site.visitor().post(path, {}, { ...headers, accept: 'text/html' });
    expect(page.status).toBe(403);
    expect(page.text).toContain('Cette demande est refusée');
  }
  const told = await fetch(site.url + path, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
  });
  expect(await told.json()).toEqual({ error: 'foreignOrigin' });
});

test('takes a post without a body as a form without inputs', async () => {
  const answer = await fetch(`${site.url}/activate/x`, { method: 'POST' });
  expect(answer.status).toBe(404);
});

test.each(['http://portal.test'])('takes a post from a page of %s', async (origin) => {
  expect((await site.visitor().post('/forgot', {}, { origin })).status).toBe(422);
});

test.each([
  { what: '70 KB', body: `email=${'x'.repeat(70_000)}`, status: 413, error: 'tooLarge' },
  { what: '2 MB', body: 'x'.repeat(2_000_000), status: 413, error: 'tooLarge' },
  { what: 'JSON', body: '{}', type: 'application/json', status: 415, error: 'notForm' },
  {
    what: 'parts',
    body: '--x--',
    type: 'multipart/form-data; boundary=x',
    status: 415,
    error: 'notForm',
  },
  { what: 'a packed form', body: 'x', encoding: 'gzip', status: 415, error: 'notForm' },
])('refuses $what with a word', async ({ body, type, encoding, status, error }) => {
  for (const path of forms) {
    const response = await fetch(site.url + path, {
      method: 'POST',
      body,
      headers: {
        'content-type': type ?? 'application/x-www-form-urlencoded',
        ...(encoding !== undefined && { 'content-encoding': encoding }),
      },
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error });
  }
});

test.each(['email=%ZZ%', 'email', '=', '&&&&', 'email=a&email=b', '%00=%00', '__proto__=x'])(
  'answers the odd form "%s" like any other',
  async (body) => {
    for (const path of ['/login', '/forgot', '/register', '/help']) {
      const response = await fetch(site.url + path, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      expect(response.status).toBe(422);
    }
  },
);

test('shows nothing of an exception, and logs nothing that was typed', async () => {
  const broken = await aSite();
  await broken.store.close();
  broken.store.accounts.find = () => Promise.reject(new Error('jane@example.org: secret'));
  const page = await broken
    .visitor()
    .post('/login', { username: 'jane@example.org', password: 'x' }, { accept: 'text/html' });
  expect(page.status).toBe(500);
  expect(page.text).toContain('Un problème est survenu de notre côté');
  expect(page.html).not.toMatch(/secret|jane@/);
  expect(JSON.stringify(broken.events)).not.toMatch(/secret|jane@/);
  await broken.stop();
});

test('takes a slash at the end', async () => {
  expect((await site.visitor().get('/login/')).status).toBe(200);
});

test.each(['/machines', '/faq'])('does not know %s yet', async (path) => {
  expect((await site.visitor().get(path)).status).toBe(404);
});
