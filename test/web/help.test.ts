import { aSite, type TestSite } from '../support/site';

let site: TestSite;
beforeEach(async () => {
  site = await aSite();
});
afterEach(() => site.stop());

const asked = { description: 'Je ne trouve pas la machine.', email: 'camille@example.org' };

test('takes a help request without an account and gives its number', async () => {
  const visitor = site.visitor();
  const page = await visitor.submit(await visitor.get('/help'), asked);
  expect(page.text).toContain('Votre demande D-482913 est enregistrée');
  const [request] = await site.store.helpRequests.find({ _id: 'D-482913' });
  expect(request).toMatchObject({ ...asked, channel: 'form', locale: 'fr', status: 'open' });
  expect(request?.draft).toBeUndefined();
});

test('has one effect when it is sent twice at once', async () => {
  const visitor = site.visitor();
  const form = await visitor.get('/help');
  const pages = await Promise.all([visitor.submit(form, asked), visitor.submit(form, asked)]);
  expect(pages.map(({ at }) => at)).toEqual(['/help?sent=D-482913', '/help?sent=D-482913']);
  expect(await site.store.helpRequests.count({})).toBe(1);
});

test('takes what was changed after going back for another request', async () => {
  const visitor = site.visitor();
  const form = await visitor.get('/help');
  await visitor.submit(form, asked);
  const page = await visitor.submit(form, { ...asked, description: 'Autre chose.' });
  expect(page.text).toContain('D-482914');
  expect(await site.store.helpRequests.count({})).toBe(2);
});

test.each([
  {
    what: 'nothing',
    fields: {},
    fr: ['Décrivez votre demande', "Donnez l'adresse e-mail"],
    en: ['Describe your request', 'Give the e-mail address'],
  },
  {
    what: 'two letters and half an address',
    fields: { description: '??', email: 'camille@' },
    fr: ['Décrivez votre demande', 'il manque une partie'],
    en: ['Describe your request', 'is missing'],
  },
  {
    what: '2,001 characters',
    fields: { ...asked, description: 'x'.repeat(2_001) },
    fr: ['la limite est de 2000'],
    en: ['the limit is 2000'],
  },
  {
    what: 'markup as an address',
    fields: { description: '</textarea><script>alert(1)</script>', email: '"><img src=x>' },
    fr: ['compris'],
    en: ['understood'],
  },
])('refuses $what with everything that is wrong, and keeps it', async ({ fields, ...says }) => {
  for (const lang of ['fr', 'en'] as const) {
    const page = await site.visitor().post('/help', fields, { 'accept-language': lang });
    expect(page.status).toBe(422);
    for (const part of says[lang]) expect(page.text).toContain(part);
    expect(page.html.match(/ autofocus/g)).toHaveLength(1);
    expect(page.html).not.toMatch(/<script>alert|<img/);
    expect(page.text).toContain('description' in fields ? fields.description.slice(0, 30) : '');
  }
  expect(await site.store.helpRequests.count({})).toBe(0);
});

test('tells when to try again after many requests, and keeps what was written', async () => {
  const visitor = site.visitor();
  for (let request = 0; request < 5; request += 1) {
    await visitor.submit(await visitor.get('/help'), asked);
  }
  const page = await visitor.submit(await visitor.get('/help'), asked);
  expect(page.status).toBe(429);
  expect(page.text).toMatch(/Attendez jusqu'à \d/);
  expect(page.text).toContain(asked.description);
});

test('sends the answers of a registration along only when the box is ticked', async () => {
  const visitor = site.visitor();
  await visitor.submit(await visitor.get('/register'), { givenName: 'Camille' });
  const form = await visitor.get('/help');
  expect(form.html).toContain('name="includeDraft"');
  await visitor.submit(form, asked);
  await visitor.submit(await visitor.get('/help'), { ...asked, includeDraft: 'true' });
  const requests = await site.store.helpRequests.find({}, { sort: { _id: 1 } });
  expect(requests.map(({ draft }) => draft?.givenName)).toEqual([undefined, 'Camille']);
});

test.each(['D-12', 'D-482913<b>', 'x', ''])('shows the form for the number "%s"', async (sent) => {
  const page = await site.visitor().get(`/help?sent=${encodeURIComponent(sent)}`);
  expect(page.html).toContain('name="description"');
});

test.each(['D-111111', 'Fe26.2*1*forged', ''])(
  'takes no number "%s" of the sender',
  async (number) => {
    const visitor = site.visitor();
    const page = await visitor.submit(await visitor.get('/help'), { ...asked, number });
    expect(page.text).toContain('Votre demande D-482914 est enregistrée');
    expect(await site.store.helpRequests.count({ _id: 'D-111111' })).toBe(0);
  },
);

test('keeps the number when something was wrong at first', async () => {
  const visitor = site.visitor();
  const wrong = await visitor.submit(await visitor.get('/help'), { ...asked, email: '' });
  expect((await visitor.submit(wrong, asked)).text).toContain('D-482913');
});

test('keeps what is typed in the other language, and sends nothing', async () => {
  const visitor = site.visitor();
  const form = await visitor.get('/help');
  const [, to = ''] = /formaction="([^"]*)"/.exec(form.html) ?? [];
  const page = await visitor.post(to, { switch: 'en', description: 'Je', email: 'camille@' });
  expect(page.status).toBe(200);
  expect(page.text).toContain('Raise a help request');
  expect(page.html).toContain('>Je</textarea>');
  expect(page.html).toContain('value="camille@"');
  expect(page.html).not.toMatch(/aria-invalid|role="alert"/);
  expect(await site.store.helpRequests.count({})).toBe(0);
  expect((await visitor.get('/login')).html).toContain('<html lang="en">');
});

test('sends along the answers that the form offered, not those of another window', async () => {
  const visitor = site.visitor();
  await visitor.submit(await visitor.get('/register'), { givenName: 'Camille' });
  const form = await visitor.get('/help');
  await visitor.submit(await visitor.get('/register?step=new'), { givenName: 'Zoé' });
  await visitor.submit(form, { ...asked, includeDraft: 'true' });
  const [request] = await site.store.helpRequests.find({});
  expect(request?.draft?.givenName).toBe('Camille');
});
