import { temporaryOf } from '../support/accountServices';
import { aSite, type TestSite } from '../support/site';

const good = 'une mouette grise!';

let site: TestSite;
beforeEach(async () => {
  site = await aSite();
});
afterEach(() => site.stop());

const withTemporary = async () => {
  const visitor = site.visitor();
  const page = await visitor.post('/login', {
    username: 'jane@example.org',
    password: temporaryOf(1),
  });
  return { visitor, page };
};

test('asks for a new password twice, and for nothing else', async () => {
  const { page } = await withTemporary();
  expect(page.html.match(/<input[^>]*autocomplete="new-password"/g)).toHaveLength(2);
  expect(page.html).not.toContain('autocomplete="current-password"');
  expect(page.text).toContain('au moins 12 caractères');
});

test('takes a good password, ends on the home and says so', async () => {
  const { visitor, page } = await withTemporary();
  const home = await visitor.submit(page, { password: good, confirmation: good });
  expect(home.at).toBe('/home?password=changed');
  expect(home.text).toContain('Votre nouveau mot de passe est enregistré');
  expect((await visitor.get('/home')).text).toContain('Bonjour Jane');
});

test.each([
  {
    what: 'several rules at once',
    password: 'jane',
    confirmation: 'june',
    fr: ['au moins 12 caractères', 'caractère spécial', 'contient votre nom', 'confirmation'],
    en: ['at least 12 characters', 'special character', 'contains your name', 'confirmation'],
  },
  {
    what: 'the temporary password',
    password: temporaryOf(1),
    confirmation: temporaryOf(1),
    fr: ['temporaire'],
    en: ['temporary'],
  },
  {
    what: 'a common password',
    password: 'password1234!',
    confirmation: 'password1234!',
    fr: ['trop courant'],
    en: ['too common'],
  },
  {
    what: 'nothing',
    password: '',
    confirmation: '',
    fr: ['trop court'],
    en: ['too short'],
  },
  {
    what: 'a password of 400 characters',
    password: `${good}${'x'.repeat(382)}`,
    confirmation: `${good}${'x'.repeat(382)}`,
    fr: ['la limite est de 128'],
    en: ['128'],
  },
])('refuses $what in both languages, with every broken rule', async (row) => {
  const { visitor } = await withTemporary();
  const { password, confirmation } = row;
  for (const lang of ['fr', 'en'] as const) {
    const page = await visitor.post(
      '/password',
      { password, confirmation },
      { 'accept-language': lang },
    );
    expect(page.status).toBe(422);
    const alert = /role="alert".*?<\/ul>/s.exec(page.html)?.[0] ?? '';
    for (const part of row[lang]) expect(alert).toContain(part);
    expect(page.html).toContain('aria-invalid');
    expect(page.html).not.toMatch(/type="password"[^>]*value=/);
  }
  expect((await visitor.get('/home')).at).toBe('/password');
});

test('ends every other session', async () => {
  const other = await withTemporary();
  const mine = await withTemporary();
  await mine.visitor.post('/password', { password: good, confirmation: good });
  expect((await mine.visitor.get('/home')).at).toBe('/home');
  expect((await other.visitor.get('/password')).at).toBe('/login?signed=over');
});

test('changes it later only for who knows the current one', async () => {
  const { visitor } = await withTemporary();
  await visitor.post('/password', { password: good, confirmation: good });
  const page = await visitor.get('/password');
  expect(page.html.match(/autocomplete="new-password"/g)).toHaveLength(2);
  const better = 'deux mouettes grises!';
  const without = await visitor.submit(page, { password: better, confirmation: better });
  expect(without.text).toContain('Saisissez votre mot de passe actuel');
  const wrong = await visitor.submit(page, {
    current: 'wrong',
    password: better,
    confirmation: better,
  });
  expect(wrong.text).toContain("Ce n'est pas votre mot de passe actuel");
  const right = await visitor.submit(page, {
    current: good,
    password: better,
    confirmation: better,
  });
  expect(right.at).toBe('/home?password=changed');
});

test.each([
  {
    current: 'wrong',
    fr: "Ce n'est pas votre mot de passe actuel",
    en: 'not your current password',
  },
  { current: '', fr: 'Saisissez votre mot de passe actuel', en: 'Enter your current password' },
])('names every broken rule together with the current password "$current"', async (row) => {
  const { visitor } = await withTemporary();
  await visitor.post('/password', { password: good, confirmation: good });
  const says = {
    fr: [
      row.fr,
      'au moins 12 caractères',
      'caractère spécial',
      'contient votre nom',
      'confirmation',
    ],
    en: [
      row.en,
      'at least 12 characters',
      'special character',
      'contains your name',
      'confirmation',
    ],
  };
  for (const lang of ['fr', 'en'] as const) {
    const page = await visitor.post(
      '/password',
      { current: row.current, password: 'jane', confirmation: 'june' },
      { 'accept-language': lang },
    );
    expect(page.status).toBe(422);
    const alert = /role="alert".*?<\/ul>/s.exec(page.html)?.[0] ?? '';
    for (const part of says[lang]) expect(alert).toContain(part);
    expect(page.html.match(/ autofocus/g)).toHaveLength(1);
    expect(page.html).toMatch(/id="current"[^>]* autofocus/);
  }
});

test('stops guesses of the current password', async () => {
  const { visitor } = await withTemporary();
  await visitor.post('/password', { password: good, confirmation: good });
  for (let guess = 0; guess < 10; guess += 1) {
    await visitor.post('/password', { current: `guess ${guess}` });
  }
  expect((await visitor.post('/password', { current: good })).status).toBe(429);
});
