import { hour } from '../support/accountServices';
import { aSite, type TestSite } from '../support/site';
import type { Seen, Visitor } from '../support/visitor';

let site: TestSite;
beforeEach(async () => {
  site = await aSite();
});
afterEach(() => site.stop());

const camille = {
  givenName: 'Camille',
  familyName: 'Roy',
  street: '12 rue des Érables',
  unit: 'app. 4',
  city: 'Laval',
  region: 'QC',
  postalCode: 'h7a1a1',
  country: 'CA',
  email: 'camille@example.org',
  phone: '514 555-0142',
  extension: '12',
};

/** As far as the machine. */
const withTerms = async (visitor: Visitor, fields: Partial<typeof camille> = {}) => {
  const terms = await visitor.submit(await visitor.get('/register'), { ...camille, ...fields });
  return visitor.submit(terms, { termsAccepted: 'true' });
};

/** As far as the review. */
const filled = async (visitor: Visitor, fields: Partial<typeof camille> = {}): Promise<Seen> => {
  const contact = await visitor.submit(await withTerms(visitor, fields), { serial: 'GNX130001' });
  return visitor.submit(contact, { meterContact: 'true' });
};

const accountOf = async (email: string) => {
  const [account] = await site.store.accounts.find({ emailKey: email });
  return account;
};

test.each([
  {
    lang: 'fr',
    says: [
      'Vos renseignements',
      'Modalités de gestion des comptes',
      'Une machine de votre organisation',
      'personne-ressource',
      'Vérifiez vos réponses',
      'Votre inscription est enregistrée',
    ],
  },
  {
    lang: 'en',
    says: [
      'Your information',
      'Account management terms',
      "One of your organization's machines",
      'contact for meter readings',
      'Check your answers',
      'Your registration is recorded',
    ],
  },
])('registers in $lang, one question after the other', async ({ lang, says }) => {
  const visitor = site.visitor({ 'accept-language': lang });
  const details = await visitor.get('/register');
  const terms = await visitor.submit(details, camille);
  const machine = await visitor.submit(terms, { termsAccepted: 'true' });
  const contact = await visitor.submit(machine, { serial: 'gnx-130001' });
  const review = await visitor.submit(contact, { meterContact: 'true' });
  const done = await visitor.submit(review, { confirm: 'true' });
  const pages = [details, terms, machine, contact, review, done];
  expect(pages.map(({ html }) => /<h1>(.*?)<\/h1>/.exec(html)?.[1])).toEqual(
    says.map((part) => expect.stringContaining(part)),
  );
  expect(pages.map(({ at }) => at.replace(/&r=[\w-]{8}$/, ''))).toEqual([
    '/register',
    '/register?step=terms',
    '/register?step=machine',
    '/register?step=meterContact',
    '/register?step=review',
    '/register?step=done',
  ]);
  for (const page of pages) expect(page.headers.get('cache-control')).toBe('no-store');
  expect(review.text).toContain('Camille');
  expect(review.text).toContain('H7A 1A1');
  expect(done.text).toContain('camille@example.org');
  expect(await accountOf('camille@example.org')).toMatchObject({
    givenName: 'Camille',
    familyName: 'Roy',
    address: {
      street: '12 rue des Érables',
      unit: '4',
      city: 'Laval',
      region: 'QC',
      postalCode: 'H7A 1A1',
      country: 'CA',
    },
    phone: '+15145550142',
    extension: '12',
    locale: lang,
    status: 'invited',
    machines: ['GNX130001'],
    meterContactWanted: ['GNX130001'],
    consents: [{ locale: lang, channel: 'form', version: '2026-11' }],
    mails: { 'activation-1': { kind: 'activation', to: 'camille@example.org' } },
  });
});

test('says everything that is wrong at once, with the focus on the first box', async () => {
  const page = await site.visitor().post('/register', {});
  expect(page.status).toBe(422);
  const invalid = [...page.html.matchAll(/<(?:input|select)[^>]* id="(\w+)"[^>]*>/g)].filter(
    ([box]) => box.includes('aria-invalid'),
  );
  expect(invalid.map(([, name]) => name)).toEqual([
    'givenName',
    'familyName',
    'street',
    'city',
    'region',
    'postalCode',
    'email',
    'phone',
  ]);
  expect(page.html.match(/<(?:input|select)[^>]* autofocus/g)).toHaveLength(1);
  expect(page.html).toMatch(/id="givenName"[^>]*autofocus/);
  expect(page.html).toMatch(/role="alert".*8\u00a0zones sont à corriger/s);
});

test.each([
  { field: 'givenName', typed: 'J4ne', fr: 'un nom ne contient pas de chiffres', en: 'no digits' },
  { field: 'familyName', typed: '', fr: 'Il manque votre nom de famille', en: 'your last name' },
  {
    field: 'street',
    typed: 'rue des Érables',
    fr: "il manque le numéro de l'immeuble",
    en: '“rue',
  },
  { field: 'unit', typed: 'x'.repeat(60), fr: 'trop long', en: 'too long' },
  { field: 'city', typed: 'Laval 12', fr: 'une ville', en: 'city' },
  { field: 'region', typed: 'XX', fr: 'province', en: 'province' },
  { field: 'postalCode', typed: '75001', fr: 'code postal', en: 'postal code' },
  { field: 'country', typed: 'Atlantis', fr: 'je ne connais pas ce pays', en: 'country' },
  { field: 'email', typed: 'camille@', fr: 'il manque une partie', en: 'is missing' },
  { field: 'email', typed: 'a@example.org, b@example.org', fr: 'une seule', en: 'one' },
  { field: 'phone', typed: '555-0142', fr: "il manque l'indicatif", en: 'area code' },
  { field: 'phone', typed: '<b>514</b>', fr: 'compris', en: 'understood' },
  { field: 'extension', typed: 'douze', fr: 'un poste téléphonique', en: 'extension' },
  { field: 'familyName', typed: '"><script>alert(1)</script>', fr: 'compris', en: 'understood' },
  { field: 'street', typed: 'x'.repeat(5_000), fr: 'compris', en: 'understood' },
])('refuses "$typed" as $field, keeps it and everything else', async (row) => {
  const { field, typed, fr, en } = row;
  for (const [lang, says] of [
    ['fr', fr],
    ['en', en],
  ] as const) {
    const visitor = site.visitor({ 'accept-language': lang });
    const page = await visitor.post('/register', { ...camille, [field]: typed });
    expect(page.status).toBe(422);
    const problem = new RegExp(`id="${field}-problem">(.*?)</p>`, 's').exec(page.html)?.[1];
    expect(problem).toContain(says);
    expect(page.html.match(/aria-invalid/g)).toHaveLength(1);
    expect(page.html).not.toContain('<script>alert');
    const again = await visitor.submit(page, { ...camille });
    expect(again.at).toContain('/register?step=terms');
    const details = await visitor.get('/register?step=details');
    expect(details.html).toContain('value="12 rue des Érables"');
    expect(details.html).toMatch(/value="514.555-0142"/);
  }
});

test('shows again what was typed and could not be used', async () => {
  const page = await site.visitor().post('/register', { ...camille, phone: '555-01', city: '12' });
  expect(page.html).toMatch(/value="555-01"/);
  expect(page.html).toMatch(/value="12"/);
  expect(page.html).toMatch(/value="camille@example.org"/);
});

test('asks neither province nor Canadian postal code of an address in France', async () => {
  const visitor = site.visitor();
  const page = await visitor.post('/register', {
    ...camille,
    street: '5 rue de Rivoli',
    city: 'Paris',
    region: '',
    postalCode: '75001',
    country: 'FR',
    phone: '01 99 00 12 34',
  });
  expect(page.text).toContain('Modalités');
});

test('finds the province by the postal code and the extension in the number', async () => {
  const visitor = site.visitor();
  const page = await visitor.submit(await visitor.get('/register'), {
    ...camille,
    region: '',
    phone: '514 555-0142 poste 7',
    extension: '',
  });
  expect(page.at).toContain('/register?step=terms');
  const details = await visitor.get('/register?step=details');
  expect(details.html).toMatch(/<option selected value="QC"|<option value="QC" selected/);
  expect(details.html).toMatch(/id="extension"[^>]*value="7"|value="7"[^>]*id="extension"/);
});

test.each([
  { answer: 'yes', email: 'camille@gmail.com' },
  { answer: 'no', email: 'camille@gmial.com' },
])('asks about an address that looks misspelt, and takes $answer', async ({ answer, email }) => {
  const visitor = site.visitor();
  const asked = await visitor.submit(await visitor.get('/register'), {
    ...camille,
    email: 'camille@gmial.com',
  });
  expect(asked.at).toContain('/register?step=emailSuggestion');
  expect(asked.text).toContain('camille@gmail.com');
  const terms = await visitor.submit(asked, { suggestion: answer });
  expect(terms.at).toContain('/register?step=terms');
  const details = await visitor.get('/register?step=details');
  expect(details.html).toContain(`value="${email}"`);
  expect((await visitor.submit(details, { ...camille, email })).at).toContain(
    '/register?step=terms',
  );
});

test('does not go on before the terms are ticked', async () => {
  const visitor = site.visitor();
  const terms = await visitor.submit(await visitor.get('/register'), camille);
  const page = await visitor.submit(terms, {});
  expect(page.status).toBe(422);
  expect(page.html).toMatch(/role="alert".*Cochez la case pour continuer/s);
  expect((await visitor.get('/register?step=review')).at).toContain('/register?step=review');
  expect((await visitor.get('/register?step=review')).html).toContain('name="termsAccepted"');
});

test('records the text that was shown, and when', async () => {
  const visitor = site.visitor();
  const terms = await visitor.submit(await visitor.get('/register'), camille);
  site.pass(90_000);
  const machine = await visitor.submit(terms, { termsAccepted: 'true' });
  const contact = await visitor.submit(machine, { serial: 'GNX130001' });
  const review = await visitor.submit(contact, { meterContact: 'false' });
  await visitor.submit(review, { confirm: 'true' });
  const account = await accountOf('camille@example.org');
  const [consent] = account?.consents ?? [];
  expect(consent?.hash).toMatch(/^[0-9a-f]{64}$/);
  const readFor = Number(consent?.acceptedAt) - Number(consent?.shownAt);
  expect(Math.floor(readFor / 1000)).toBe(90);
  expect(account?.meterContactWanted).toEqual([]);
});

test('forgets everything when the terms are refused', async () => {
  const visitor = site.visitor();
  const terms = await visitor.submit(await visitor.get('/register'), camille);
  const page = await visitor.submit(terms, { decline: 'true' });
  expect(page.text).toContain("rien de ce que vous avez écrit n'est conservé");
  expect(visitor.cookies.has('registration')).toBe(false);
  expect((await visitor.get('/register')).html).not.toContain('value="Camille"');
});

test.each([
  { serial: '', says: 'Écrivez le numéro de série' },
  { serial: 'é!', says: 'lettres sans accent' },
  { serial: 'GN1', says: 'au moins cinq caractères' },
  { serial: 'ABC999999', says: 'Aucune machine ne porte le numéro ABC999999' },
  { serial: 'GNX130001 et RPC453072', says: 'Aucune machine ne porte le numéro' },
  { serial: '<script>alert(1)</script>', says: 'compris' },
])('refuses "$serial" as a serial number and keeps it', async ({ serial, says }) => {
  const visitor = site.visitor();
  const page = await visitor.submit(await withTerms(visitor), { serial });
  expect(page.status).toBe(422);
  expect(page.text).toContain(says);
  expect(page.html).toMatch(/id="serial"[^>]*aria-invalid|aria-invalid[^>]*id="serial"/);
  expect(page.html).not.toContain('<script>alert');
});

test('offers help when a serial number is unknown, with what was filled in', async () => {
  const visitor = site.visitor();
  const page = await visitor.submit(await withTerms(visitor), { serial: 'ABC999999' });
  expect(page.html).toMatch(/href="\/help\?about=serial&amp;r=[\w-]{8}"/);
  const help = await visitor.get('/help?about=serial');
  expect(help.text).toContain("Numéro de série introuvable pendant l'inscription\u00a0: ABC999999");
  expect(help.html).toContain('value="camille@example.org"');
  expect(help.html).toMatch(/name="includeDraft"[^>]*checked|checked[^>]*name="includeDraft"/);
});

test.each([
  { answer: 'yes', at: '/register?step=meterContact', says: 'AltaLink C8155' },
  { answer: 'no', at: '/register', says: 'Aucune machine ne porte le numéro GNX13OOO1' },
])('asks about a look-alike serial number, and takes $answer', async ({ answer, at, says }) => {
  const visitor = site.visitor();
  const asked = await visitor.submit(await withTerms(visitor), { serial: 'GNX13OOO1' });
  expect(asked.at).toContain('/register?step=machineSuggestion');
  expect(asked.text).toContain('GNX130001');
  const page = await visitor.submit(asked, { suggestion: answer });
  expect(page.at).toContain(at);
  expect(page.text).toContain(says);
});

test('tells until when to wait after sixty serial numbers, and keeps the answers', async () => {
  const visitor = site.visitor();
  let page = await withTerms(visitor);
  for (let tried = 0; tried < 60; tried += 1) {
    page = await visitor.submit(page, { serial: `ABC9${String(tried).padStart(5, '0')}` });
  }
  page = await visitor.submit(page, { serial: 'GNX130001' });
  expect(page.status).toBe(429);
  expect(page.headers.get('retry-after')).toBe('3600');
  expect(page.text).toMatch(/attendez jusqu'à \d/);
  site.pass(hour);
  expect((await visitor.submit(page, { serial: 'GNX130001' })).at).toContain(
    '/register?step=meterContact',
  );
});

test('says of a partner who supplied the machine, before the answer and in the review', async () => {
  const visitor = site.visitor();
  const [partners] = await site.store.machines.find({ partner: { $exists: true } }, { limit: 1 });
  const contact = await visitor.submit(await withTerms(visitor), { serial: partners?._id ?? '' });
  expect(contact.text).toContain('fournie par un partenaire');
  expect(contact.text).not.toContain(partners?.partner);
  const unanswered = await visitor.submit(contact, {});
  expect(unanswered.text).toContain('Choisissez Oui ou Non');
  const review = await visitor.submit(unanswered, { meterContact: 'true' });
  expect(review.text).toContain('fournie par un partenaire');
});

test('changes one answer from the review and comes back to it', async () => {
  const visitor = site.visitor();
  await filled(visitor);
  const details = await visitor.get('/register?step=details');
  expect(details.html).toContain('value="Camille"');
  const review = await visitor.submit(details, { ...camille, givenName: 'Zoé', extension: '' });
  expect(review.at).toContain('/register?step=review');
  expect(review.text).toContain('Zoé');
  expect(review.text).not.toContain('poste');
});

test('keeps the machine that was found when another one is unknown', async () => {
  const visitor = site.visitor();
  await filled(visitor);
  const machine = await visitor.get('/register?step=machine');
  const page = await visitor.submit(machine, { serial: 'ABC999999' });
  expect(page.status).toBe(422);
  expect(page.text).toContain('ABC999999');
  expect((await visitor.get('/register')).text).toContain('GNX130001');
});

test('has one effect when it is confirmed five times at once', async () => {
  const visitor = site.visitor();
  const review = await filled(visitor);
  const pages = await Promise.all(
    Array.from({ length: 5 }, () => visitor.submit(review, { confirm: 'true' })),
  );
  expect(new Set(pages.map(({ at }) => at))).toEqual(
    new Set([expect.stringContaining('/register?step=done')]),
  );
  expect(await site.store.accounts.count({})).toBe(2);
  const account = await accountOf('camille@example.org');
  expect(Object.keys(account?.mails ?? {})).toEqual(['activation-1']);
});

test('answers for an address that has an account as for one that has none', async () => {
  const before = await site.account();
  const known = site.visitor();
  const unknown = site.visitor();
  const afterKnown = await known.submit(await filled(known, { email: 'jane@example.org' }), {});
  const afterUnknown = await unknown.submit(
    await filled(unknown, { email: 'june@example.org' }),
    {},
  );
  const bare = ({ html }: Seen) =>
    html
      .replace(/name="draft" value="[^"]*"/, '')
      .replace(/&amp;r=[\w-]{8}/g, '')
      .replaceAll('june@', 'jane@');
  expect(bare(afterKnown)).toBe(bare(afterUnknown));
  const { mails, mailDueAt, ...facts } = await site.account();
  expect(before).toMatchObject(facts);
  expect(Object.values(mails).map(({ kind }) => kind)).toEqual(['activation', 'alreadyRegistered']);
  expect(mailDueAt).toBeDefined();
});

test('shows the true state of the mail when it is looked at later', async () => {
  const visitor = site.visitor();
  await visitor.submit(await filled(visitor), { confirm: 'true' });
  await site.store.accounts.change(
    { emailKey: 'camille@example.org' },
    { $set: { 'mails.activation-1.state': 'abandoned' } },
  );
  site.pass(11_000);
  expect((await visitor.get('/register')).text).toContain("n'a pas pu être envoyé");
});

test('says of a mail that came back that the address may be wrong', async () => {
  const visitor = site.visitor();
  await visitor.submit(await filled(visitor), { confirm: 'true' });
  await site.store.accounts.change(
    { emailKey: 'camille@example.org' },
    { $set: { 'mails.activation-1.state': 'bounced' } },
  );
  site.pass(11_000);
  const { text } = await visitor.get('/register');
  expect(text).toContain("la boîte camille@example.org l'a refusé");
  expect(text).toContain('un nouvel e-mail y sera envoyé');
});

test('sends the mail again, not at once', async () => {
  const visitor = site.visitor();
  const done = await visitor.submit(await filled(visitor), { confirm: 'true' });
  site.pass(60_000);
  const sent = await visitor.submit(done, { resend: 'true' });
  expect(sent.text).toContain("Un nouvel e-mail est en file d'envoi");
  const again = await visitor.submit(sent, { resend: 'true' });
  expect(again.status).toBe(429);
  expect(again.text).toContain('Un e-mail vient déjà de partir');
  const account = await accountOf('camille@example.org');
  expect(Object.keys(account?.mails ?? {})).toEqual(['activation-1', 'activation-2']);
});

test('corrects the address after confirming, and the older link is dead', async () => {
  const visitor = site.visitor();
  await visitor.submit(await filled(visitor, { email: 'camile@example.org' }), {});
  const review = await visitor.submit(await visitor.get('/register?step=details'), camille);
  await visitor.submit(review, { confirm: 'true' });
  expect(await site.store.accounts.count({})).toBe(2);
  expect(await accountOf('camille@example.org')).toMatchObject({ generation: 2 });
});

test('registers another person after the first', async () => {
  const visitor = site.visitor();
  await visitor.submit(await filled(visitor), { confirm: 'true' });
  const blank = await visitor.get('/register?step=new');
  expect(blank.html).not.toContain('value="Camille"');
  await visitor.submit(blank, { ...camille, email: 'zoe@example.org' });
  expect((await visitor.get('/register')).html).toContain('termsAccepted');
});

test('keeps two windows apart', async () => {
  const visitor = site.visitor();
  const [one, other] = [await visitor.get('/register'), await visitor.get('/register?step=new')];
  const oneTerms = await visitor.submit(one, camille);
  const otherTerms = await visitor.submit(other, { ...camille, givenName: 'Zoé' });
  const accepted = { termsAccepted: 'true' };
  await visitor.submit(otherTerms, accepted);
  const oneMachine = await visitor.submit(oneTerms, accepted);
  const contact = await visitor.submit(oneMachine, { serial: 'GNX130001' });
  const review = await visitor.submit(contact, { meterContact: 'false' });
  expect(review.text).toContain('Camille');
  expect(review.text).not.toContain('Zoé');
});

test('does all of it without cookies', async () => {
  const visitor = site.visitor();
  let page = await visitor.get('/register');
  for (const fields of [
    camille,
    { termsAccepted: 'true' },
    { serial: 'GNX130001' },
    { meterContact: 'true' },
    { confirm: 'true' },
  ]) {
    visitor.cookies.clear();
    page = await visitor.submit(page, fields);
  }
  expect(page.text).toContain('Votre inscription est enregistrée');
});

test('comes back to where the person was, in the other language too', async () => {
  const visitor = site.visitor();
  await withTerms(visitor);
  expect((await visitor.get('/register')).html).toContain('id="serial"');
  const english = await visitor.get('/register?lang=en');
  expect(english.text).toContain("One of your organization's machines");
  expect((await visitor.get('/register?step=details')).text).toContain('Your information');
});

test.each([
  { what: 'a forged state', draft: 'Fe26.2*1*forged' },
  { what: 'nonsense', draft: 'x'.repeat(20_000) },
])('begins anew with $what', async ({ draft }) => {
  const page = await site.visitor().post('/register', { step: 'review', draft, confirm: 'true' });
  expect(page.status).toBe(422);
  expect(page.text).toContain('il faut la recommencer');
  expect(await site.store.accounts.count({})).toBe(1);
});

test('begins anew after twelve hours', async () => {
  const visitor = site.visitor();
  const review = await filled(visitor);
  site.pass(12 * hour);
  const page = await visitor.submit(review, { confirm: 'true' });
  expect(page.text).toContain('il faut la recommencer');
  expect(await accountOf('camille@example.org')).toBeUndefined();
});

test.each(['review', 'done', 'emailSuggestion', 'nowhere', '__proto__'])(
  'asks for the details when the step is %s and nothing was answered',
  async (step) => {
    const visitor = site.visitor();
    expect((await visitor.get(`/register?step=${step}`)).html).toContain('id="givenName"');
    const page = await visitor.submit(await visitor.get('/register'), { step, confirm: 'true' });
    expect(page.html).toContain('id="givenName"');
  },
);

test('changes nothing by being looked at', async () => {
  const visitor = site.visitor();
  await filled(visitor);
  const kept = visitor.cookies.get('registration');
  for (const step of ['details', 'terms', 'machine', 'meterContact', 'review', 'done']) {
    await visitor.get(`/register?step=${step}`);
  }
  expect(visitor.cookies.get('registration')).toBe(kept);
  expect(await site.store.accounts.count({})).toBe(1);
});

test('holds what was typed in longest boxes, cookie or not', async () => {
  const visitor = site.visitor();
  const long = 'é'.repeat(290);
  const page = await visitor.submit(await visitor.get('/register'), {
    ...camille,
    givenName: long,
    familyName: long,
    city: long,
    street: long,
  });
  expect(page.status).toBe(422);
  expect((await visitor.submit(page, camille)).text).toContain('Modalités');
});

const activate = (email: string) =>
  site.store.accounts.change({ emailKey: email }, { $set: { status: 'active' } });

test.each([
  { lang: 'fr', active: 'Votre compte est déjà activé', says: "n'a pas été repris" },
  { lang: 'en', active: 'Your account is already active', says: 'was not taken' },
])('says in $lang that a change after activation is not taken', async (row) => {
  const { lang, active, says } = row;
  const visitor = site.visitor({ 'accept-language': lang });
  await visitor.submit(await filled(visitor), { confirm: 'true' });
  await activate('camille@example.org');
  const before = await accountOf('camille@example.org');
  const review = await visitor.submit(await visitor.get('/register?step=details'), {
    ...camille,
    email: 'zoe@example.org',
    phone: '514 555-0199',
  });
  const page = await visitor.submit(review, { confirm: 'true' });
  expect(page.text).toContain(active);
  expect(page.text).toContain(says);
  expect(page.text).toContain('camille@example.org');
  expect(page.text).not.toContain('zoe@example.org');
  expect(page.html).toContain('class="button" href="/login"');
  expect(await accountOf('camille@example.org')).toEqual(before);
  expect(await accountOf('zoe@example.org')).toBeUndefined();
});

test('says when the account is active, and offers no other mail', async () => {
  const visitor = site.visitor();
  const done = await visitor.submit(await filled(visitor), { confirm: 'true' });
  await activate('camille@example.org');
  for (const page of [
    await visitor.get('/register'),
    await visitor.submit(done, { resend: 'true' }),
  ]) {
    expect(page.text).toContain('Votre compte est déjà activé');
    expect(page.text).not.toContain('Il reste à activer');
    expect(page.text).not.toContain("n'a pas été repris");
    expect(page.html).not.toContain('name="resend"');
  }
});

test('tells nothing of an active account whose address is registered by somebody else', async () => {
  await activate('jane@example.org');
  const visitor = site.visitor();
  const page = await visitor.submit(await filled(visitor, { email: 'jane@example.org' }), {});
  expect(page.text).toContain('Votre inscription est enregistrée');
  site.pass(60_000);
  expect((await visitor.get('/register')).text).toContain('Il reste à activer');
});

const person = (html: string) =>
  /id="givenName"[^>]*value="(\w*)"|value="(\w*)"[^>]*id="givenName"/.exec(html)?.slice(1).join('');

test('lets each of two windows reload and correct its own person', async () => {
  const visitor = site.visitor();
  const [one, other] = [await visitor.get('/register'), await visitor.get('/register')];
  const oneTerms = await visitor.submit(one, camille);
  const otherTerms = await visitor.submit(other, {
    ...camille,
    givenName: 'Zoé',
    email: 'zoe@example.org',
  });
  expect(otherTerms.at).not.toBe(oneTerms.at);
  for (const { at, name } of [
    { at: oneTerms.at, name: 'Camille' },
    { at: otherTerms.at, name: 'Zoé' },
  ]) {
    const reloaded = await visitor.get(at);
    const [, back = ''] = /href="(\/register\?step=details[^"]*)"/.exec(reloaded.html) ?? [];
    const details = await visitor.get(back.replaceAll('&amp;', '&'));
    expect(details.html).toContain(`value="${name}"`);
  }
  const machine = await visitor.submit(oneTerms, { termsAccepted: 'true' });
  expect((await visitor.get(machine.at)).html).toContain('id="serial"');
  expect((await visitor.get(otherTerms.at)).html).toContain('id="termsAccepted"');
});

test('asks which registration to go on with when its own is no longer kept', async () => {
  const visitor = site.visitor();
  const first = await visitor.submit(await visitor.get('/register'), camille);
  for (const givenName of ['Zoé', 'Noé']) {
    await visitor.submit(await visitor.get('/register?step=new'), { ...camille, givenName });
  }
  const page = await visitor.get(first.at);
  expect(page.text).toContain("D'autres inscriptions ont été commencées");
  expect(page.text).toContain('Poursuivre\u00a0: Noé Roy');
  expect(page.text).toContain('Poursuivre\u00a0: Zoé Roy');
  expect(page.text).not.toContain('Camille');
  const [, go = ''] = /href="(\/register\?r=[^"]*)"/.exec(page.html) ?? [];
  expect((await visitor.get(go)).html).toContain('id="termsAccepted"');
  expect((await visitor.submit(first, { termsAccepted: 'true' })).html).toContain('id="serial"');
});

test('forgets only the registration whose terms are refused', async () => {
  const visitor = site.visitor();
  const one = await visitor.submit(await visitor.get('/register'), camille);
  const other = await visitor.submit(await visitor.get('/register?step=new'), {
    ...camille,
    givenName: 'Zoé',
  });
  await visitor.submit(one, { decline: 'true' });
  expect((await visitor.get(one.at)).text).toContain("D'autres inscriptions");
  expect((await visitor.get(other.at)).html).toContain('id="termsAccepted"');
});

/** Presses the other language, as a browser without scripts would. */
const inEnglish = (visitor: Visitor, page: Seen, typed: Readonly<Record<string, string>>) => {
  const [, form = '', draft = ''] =
    /formaction="([^"]*)".*name="draft" value="([^"]*)"/s.exec(page.html) ?? [];
  const [, step = ''] = /name="step" value="(\w+)"/.exec(page.html) ?? [];
  return visitor.post(form, { step, draft, switch: 'en', ...typed });
};

test('keeps a half-filled form in the other language, and complains of nothing', async () => {
  const visitor = site.visitor();
  const page = await inEnglish(visitor, await visitor.get('/register'), {
    givenName: 'Camille',
    city: '12',
    email: 'camille@',
    country: 'FR',
  });
  expect(page.status).toBe(200);
  expect(page.html).toContain('<html lang="en">');
  expect(page.html).not.toMatch(/aria-invalid|role="alert"| autofocus/);
  expect(person(page.html)).toBe('Camille');
  for (const typed of ['12', 'camille@']) expect(page.html).toContain(`value="${typed}"`);
  expect(page.html).toMatch(/selected value="FR"|value="FR" selected/);
  expect(visitor.cookies.get('language')).toBe('en');
  expect((await visitor.get('/register')).html).toContain('value="camille@"');
  expect((await visitor.submit(page, camille)).text).toContain('Account management terms');
});

test('keeps what is wrong said in the other language', async () => {
  const visitor = site.visitor();
  const wrong = await visitor.submit(await visitor.get('/register'), { ...camille, city: '12' });
  const page = await inEnglish(visitor, wrong, { ...camille, city: '12' });
  expect(page.html.match(/aria-invalid/g)).toHaveLength(1);
  expect(page.text).toContain('One field needs correcting');
});

test('keeps the tick and the serial number in the other language, and takes neither', async () => {
  const visitor = site.visitor();
  const terms = await visitor.submit(await visitor.get('/register'), camille);
  const ticked = await inEnglish(visitor, terms, { termsAccepted: 'true' });
  expect(ticked.html).toMatch(/id="termsAccepted"[^>]* checked/);
  expect((await visitor.get('/register')).html).not.toMatch(/id="termsAccepted"[^>]* checked/);
  const machine = await visitor.submit(ticked, { termsAccepted: 'true' });
  const typed = await inEnglish(visitor, machine, { serial: 'GNX13' });
  expect(typed.html).toContain('value="GNX13"');
  expect(typed.html).not.toContain('aria-invalid');
});

test('changes the language by a link where nothing is typed', async () => {
  const visitor = site.visitor();
  const review = await filled(visitor);
  expect(review.html).not.toContain('formaction');
  expect((await visitor.get(`${review.at}&lang=en`)).text).toContain('Check your answers');
});
