import { hour, temporaryOf } from '../support/accountServices';
import { aSite, type TestSite } from '../support/site';

const active = {
  status: 'active',
  passwordHash: 'hash of vieux mouton bleu!',
  spentGeneration: 1,
} as const;
const right = { username: 'jane@example.org', password: 'vieux mouton bleu!' };

let site: TestSite;
beforeEach(async () => {
  site = await aSite({ account: active });
});
afterEach(() => site.stop());

/** Everything but the nonces. */
const bare = (html: string) => html.replace(/nonce="[^"]*"/g, '');

test.each(['/', '/login'])('offers every way in at %s', async (path) => {
  const page = await site.visitor().get(path);
  expect(page.status).toBe(200);
  expect(page.html).toMatch(/<input[^>]*autocomplete="username"[^>]*name="username"/);
  expect(page.html).toMatch(/<input[^>]*autocomplete="current-password"[^>]*name="password"/);
  expect(page.html).toContain('action="/login"');
  expect(page.html).toContain('href="/forgot"');
  expect(page.html).toMatch(
    /href="\/register"[^>]*>\s*Inscription et assistance nouvel utilisateur</,
  );
  expect(page.html).toMatch(/href="\/help"[^>]*>\s*Soulever une demande d'aide</);
  expect(page.html).toMatch(/<button[^>]*data-launcher[^>]*hidden/);
  expect(page.text).toContain('GNX130001');
});

test('lets only the scripts of its own nonce run, another one each time', async () => {
  const visitor = site.visitor();
  const [one, other] = [await visitor.get('/'), await visitor.get('/')];
  const policy = one.headers.get('content-security-policy') ?? '';
  const [, nonce = ''] = /script-src 'nonce-([^']+)'/.exec(policy) ?? [];
  expect(one.html).toContain(`nonce="${nonce}"`);
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain("object-src 'none'");
  expect(policy).toContain("default-src 'none'");
  expect(other.headers.get('content-security-policy')).not.toContain(nonce);
});

test('signs in with the user name in any letter case and shows the home', async () => {
  const visitor = site.visitor();
  const page = await visitor.submit(await visitor.get('/login'), {
    ...right,
    username: ' Jane@EXAMPLE.org ',
  });
  expect(page.at).toBe('/home');
  expect(page.text).toContain('Bonjour Jane');
  expect(page.text).toContain('GNX130001');
  expect(page.headers.get('cache-control')).toBe('no-store');
});

test.each([
  {
    what: 'nothing',
    fields: {},
    fr: "Saisissez votre nom d'utilisateur",
    en: 'Enter your user name',
  },
  {
    what: 'no password',
    fields: { username: right.username },
    fr: 'Saisissez votre mot de passe',
    en: 'Enter your password',
  },
  {
    what: 'no user name',
    fields: { password: 'x' },
    fr: "Saisissez votre nom d'utilisateur",
    en: 'Enter your user name',
  },
  {
    what: 'a wrong password',
    fields: { ...right, password: 'wrong' },
    fr: 'ne vont pas ensemble',
    en: 'do not go together',
  },
  {
    what: 'an address that has no account',
    fields: { ...right, username: 'nobody@example.org' },
    fr: 'ne vont pas ensemble',
    en: 'do not go together',
  },
  {
    what: 'something that is no address',
    fields: { ...right, username: '"><script>alert(1)</script>' },
    fr: 'ne vont pas ensemble',
    en: 'do not go together',
  },
  {
    what: 'a password of 100,000 characters',
    fields: { ...right, password: 'x'.repeat(60_000) },
    fr: 'ne vont pas ensemble',
    en: 'do not go together',
  },
])('refuses $what in both languages and keeps the user name only', async ({ fields, fr, en }) => {
  const visitor = site.visitor();
  for (const [lang, says] of [
    ['fr', fr],
    ['en', en],
  ] as const) {
    const page = await visitor.post('/login', fields, { 'accept-language': lang });
    expect(page.status).toBe(422);
    expect(page.text).toContain(says);
    expect(page.html).toMatch(/role="alert"|aria-invalid/);
    expect(page.html).not.toMatch(/type="password"[^>]*value=/);
    expect(page.html).not.toContain('<script>alert');
    expect(page.html.match(/ autofocus/g)).toHaveLength(1);
  }
  expect(visitor.cookies.has('session')).toBe(false);
});

test('keeps the user name that was typed', async () => {
  const page = await site.visitor().post('/login', { ...right, password: 'wrong' });
  expect(page.html).toContain('value="jane@example.org"');
});

test('says the same of an unknown address as of a wrong password', async () => {
  const wrong = await site.visitor().post('/login', { ...right, password: 'wrong' });
  const unknown = await site
    .visitor()
    .post('/login', { username: 'june@example.org', password: 'wrong' });
  expect(bare(unknown.html).replaceAll('june@', 'jane@')).toBe(bare(wrong.html));
  expect(site.calls.verify).toBe(2);
});

test('answers a form that is shown again with 200 to a browser, which would else complain', async () => {
  const page = await site.visitor().post('/login', {}, { accept: 'text/html' });
  expect(page.status).toBe(200);
  expect(page.text).toContain("Saisissez votre nom d'utilisateur");
});

test('stops guesses, says until when, and lets the owner in later', async () => {
  const visitor = site.visitor();
  for (let guess = 0; guess < 10; guess += 1) {
    await visitor.post('/login', { ...right, password: `guess ${guess}` });
  }
  const page = await visitor.post('/login', right);
  expect(page.status).toBe(429);
  expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(page.text).toMatch(/attendez jusqu'à \d/);
  site.pass(hour);
  expect((await visitor.post('/login', right)).at).toBe('/home');
});

test('leads from a temporary password to the new-password form, whatever is asked for', async () => {
  await site.stop();
  site = await aSite();
  const visitor = site.visitor();
  const page = await visitor.post('/login', { ...right, password: temporaryOf(1) });
  expect(page.at).toBe('/password');
  expect((await visitor.get('/home')).at).toBe('/password');
  expect((await site.account()).status).toBe('active');
});

test('signs out', async () => {
  const visitor = site.visitor();
  await visitor.post('/login', right);
  const page = await visitor.post('/sign-out', {});
  expect(page.text).toContain('Vous êtes déconnecté');
  expect(visitor.cookies.has('session')).toBe(false);
  expect((await visitor.get('/home')).at).toBe('/login?signed=none');
});

test('ends the session that it signs out of, copies of its cookie too, and no other one', async () => {
  const [visitor, other] = [site.visitor(), site.visitor()];
  await visitor.post('/login', right);
  await other.post('/login', right);
  const copy = visitor.cookies.get('session') ?? '';
  await visitor.post('/sign-out', {});
  visitor.cookies.set('session', copy);
  expect((await visitor.get('/home')).at).toBe('/login?signed=over');
  expect((await other.get('/home')).at).toBe('/home');
  await visitor.post('/sign-out', {});
  expect((await visitor.post('/login', right)).at).toBe('/home');
});

test('signs out whoever has no session or a forged one', async () => {
  const visitor = site.visitor();
  expect((await visitor.post('/sign-out', {})).text).toContain('Vous êtes déconnecté');
  visitor.cookies.set('session', 'forged');
  expect((await visitor.post('/sign-out', {})).text).toContain('Vous êtes déconnecté');
  expect(
    await site.store.limits.count({ _id: { $gt: 'endedSession', $lt: 'endedSessionZ' } }),
  ).toBe(0);
});

test('gives its cookie to no script and to no other site', async () => {
  const response = await fetch(`${site.url}/login`, {
    method: 'POST',
    body: new URLSearchParams(right),
    redirect: 'manual',
  });
  expect(response.headers.getSetCookie().at(0)).toMatch(
    /^session=[^;]{100,}; Path=\/; HttpOnly; SameSite=Lax$/,
  );
});

test('keeps its cookie to this very host on https', async () => {
  await site.stop();
  site = await aSite({ account: active, publicUrl: 'https://portal.test' });
  const response = await fetch(`${site.url}/login`, {
    method: 'POST',
    body: new URLSearchParams(right),
    redirect: 'manual',
  });
  expect(response.headers.getSetCookie().at(0)).toMatch(
    /^__Host-session=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
  );
});

test.each([
  { what: 'no session', make: () => undefined, to: '/login?signed=none' },
  { what: 'nonsense', make: () => 'nonsense', to: '/login?signed=over' },
  {
    what: 'an altered session',
    make: (sealed: string) => sealed.replace(/^(.{60})./, '$1~'),
    to: '/login?signed=over',
  },
  {
    what: 'half a session',
    make: (sealed: string) => sealed.slice(0, 120),
    to: '/login?signed=over',
  },
  {
    what: 'a session of 40,000 characters',
    make: () => 'a'.repeat(12_000),
    to: '/login?signed=over',
  },
])('takes $what for what it is', async ({ make, to }) => {
  const visitor = site.visitor();
  await visitor.post('/login', right);
  const forged = make(visitor.cookies.get('session') ?? '');
  visitor.cookies.clear();
  if (forged !== undefined) visitor.cookies.set('session', forged);
  expect((await visitor.get('/home')).at).toBe(to);
  expect((await visitor.get('/password')).at).toBe(to);
  expect((await visitor.post('/password', {})).at).toBe(to);
});

test('does not take a sealed registration for a session', async () => {
  const visitor = site.visitor();
  await visitor.get('/register');
  visitor.cookies.set('session', visitor.cookies.get('registration') ?? '');
  expect((await visitor.get('/home')).at).toBe('/login?signed=over');
});

test('ends a session after twelve hours', async () => {
  const visitor = site.visitor();
  await visitor.post('/login', right);
  site.pass(12 * hour - 1_000);
  expect((await visitor.get('/home')).at).toBe('/home');
  site.pass(1_000);
  const page = await visitor.get('/home');
  expect(page.at).toBe('/login?signed=over');
  expect(page.text).toContain('Votre session est terminée');
});
