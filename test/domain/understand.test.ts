import fc from 'fast-check';
import type { Draft } from '../../src/domain/facts';
import { type Context, understand } from '../../src/domain/understand';

const jane = { givenName: 'Jane', familyName: 'Tremblay' };
const email = { email: 'jane@example.org' };
const phone = { phone: '+15145550123' };
const withExtension = { ...phone, extension: '12' };
const serial = { serial: 'GNX130001' };
const laval = {
  street: '12 rue des Érables',
  city: 'Laval',
  region: 'QC',
  postalCode: 'H7A 1A1',
  country: 'CA',
};
const toronto = {
  street: '1200 Main St',
  unit: '5',
  city: 'Toronto',
  region: 'ON',
  postalCode: 'M5V 2T6',
  country: 'CA',
};

const french: readonly (readonly [string, Draft])[] = [
  ['je m’appelle Jane Tremblay et mon courriel est jane@example.org', { ...jane, ...email }],
  ['Jane Tremblay, jane@example.org, 514 555-0123', { ...jane, ...email, ...phone }],
  [
    'Bonjour, voici mes infos : Jane Tremblay, jane@example.org, 514-555-0123 poste 12',
    { ...jane, ...email, ...withExtension },
  ],
  ['courriel : jane@example.org, tél. : 514.555.0123', { ...email, ...phone }],
  ['jane@example.org, 12 rue A, Laval QC H7A1A1', { ...email, ...laval, street: '12 rue A' }],
  ['1 rue A, Laval, QC, H7A1A1', { ...laval, street: '1 rue A' }],
  ['jane@example.org 514 555 0123', { ...email, ...phone }],
  ['machine GNX130001, courriel jane@example.org', { ...serial, ...email }],
  ['mon numéro de série est GNX130001 et mon téléphone (514) 555-0123', { ...serial, ...phone }],
  ['GNX130001 / jane@example.org', { ...serial, ...email }],
  ['prénom : Jane, nom : Tremblay, courriel : jane@example.org', { ...jane, ...email }],
  [
    'Nom : Jane Tremblay\nCourriel : jane@example.org\nTéléphone : 514 555-0123',
    { ...jane, ...email, ...phone },
  ],
  ['moi c’est Jane Tremblay, on me joint au 514 555-0123', { ...jane, ...phone }],
  ['jane@example.org, merci beaucoup', { ...email }],
  ['Bonjour, jane@example.org svp', { ...email }],
  ['Merci, mon poste est le 12 et mon numéro le 514 555-0123', { ...withExtension }],
  ['12 rue des Érables, Laval QC H7A 1A1, jane@example.org', { ...laval, ...email }],
  ['12 rue des Érables\nLaval (Québec) H7A 1A1\njane@example.org', { ...laval, ...email }],
  ['Jane Tremblay, 12 rue des Érables, Laval QC H7A 1A1', { ...jane, ...laval }],
  ['Jane\nTremblay\n12 rue des Érables\nLaval\nQuébec\nH7A 1A1', { ...jane, ...laval }],
  [
    'j’habite en France, 12 rue de Rivoli 75001 Paris',
    { street: '12 rue de Rivoli', postalCode: '75001', city: 'Paris', country: 'FR' },
  ],
  [
    'Jane Tremblay, 12 rue des Érables, Laval, Québec, H7A 1A1, jane@example.org, 514 555-0123 poste 12, GNX130001',
    { ...jane, ...laval, ...email, ...withExtension, ...serial },
  ],
  [
    'Bonjour, je m’appelle Jane Tremblay, j’habite au 12 rue des Érables, Laval QC H7A 1A1, mon courriel est jane@example.org et mon téléphone est 514 555-0123',
    { ...jane, ...laval, ...email, ...phone },
  ],
  ['mon adresse est 12 rue des Érables, Laval QC h7a1a1', laval],
  ['mon adresse est 12 rue des Érables app. 4, Laval QC H7A 1A1', { ...laval, unit: '4' }],
  [
    'mon code postal est H7A 1A1 et mon courriel jane@example.org',
    { postalCode: 'H7A 1A1', ...email },
  ],
  ['je veux m’inscrire, je suis Jane Tremblay, jane@example.org', { ...jane, ...email }],
  ['mon nom de famille est Tremblay et mon prénom est Jane', jane],
  ['c’est jane@example.org et 5145550123', { ...email, ...phone }],
  ['Téléphone 514 555-0123, série GNX 130 001', { ...phone, ...serial }],
];

const english: readonly (readonly [string, Draft])[] = [
  ['my name is Jane Tremblay and my email is jane@example.org', { ...jane, ...email }],
  ['Jane Tremblay, jane@example.org, 514-555-0123', { ...jane, ...email, ...phone }],
  [
    'Hi, here are my details: Jane Tremblay, jane@example.org, 514-555-0123 ext. 12',
    { ...jane, ...email, ...withExtension },
  ],
  ['email: jane@example.org, phone: 514.555.0123', { ...email, ...phone }],
  ['jane@example.org 514 555 0123 x12', { ...email, ...withExtension }],
  ['printer GNX130001, email jane@example.org', { ...serial, ...email }],
  ['my serial number is GNX130001 and my phone is (514) 555-0123', { ...serial, ...phone }],
  ['GNX130001 and jane@example.org', { ...serial, ...email }],
  ['first name: Jane, last name: Tremblay, email: jane@example.org', { ...jane, ...email }],
  [
    'Name: Jane Tremblay\nEmail: jane@example.org\nPhone: 514 555-0123',
    { ...jane, ...email, ...phone },
  ],
  ['I’m Jane Tremblay, call me at 514 555-0123', { ...jane, ...phone }],
  ['jane@example.org thanks', { ...email }],
  ['Hello, jane@example.org please', { ...email }],
  ['you can reach me at +1 514 555 0123', { ...phone }],
  ['1200 Main St Unit 5, Toronto, ON M5V 2T6, jane@example.org', { ...toronto, ...email }],
  ['1200 Main St Unit 5\nToronto, Ontario M5V 2T6\njane@example.org', { ...toronto, ...email }],
  ['Jane Tremblay, 1200 Main St Unit 5, Toronto, Ontario M5V 2T6', { ...jane, ...toronto }],
  [
    'Jane Tremblay, 1200 Main St Unit 5, Toronto ON M5V 2T6, jane@example.org, 514-555-0123 ext 12, GNX130001',
    { ...jane, ...toronto, ...email, ...withExtension, ...serial },
  ],
  [
    'Hi, my name is Jane Tremblay, I live at 1200 Main St Unit 5, Toronto ON M5V 2T6, my email is jane@example.org and my phone is 514 555-0123',
    { ...jane, ...toronto, ...email, ...phone },
  ],
  ['my address is 1200 Main St Unit 5, Toronto, ON m5v2t6', toronto],
  [
    'my postal code is M5V 2T6 and my email is jane@example.org',
    { postalCode: 'M5V 2T6', ...email },
  ],
  ['I want to register, I am Jane Tremblay, jane@example.org', { ...jane, ...email }],
  ['my last name is Tremblay and my first name is Jane', jane],
  ['it’s jane@example.org and 5145550123', { ...email, ...phone }],
  ['Phone 514 555-0123, serial GNX 130 001', { ...phone, ...serial }],
];

const factsIn = (text: string, context: Partial<Context> = {}) =>
  understand({ text }, { locale: 'fr', ...context }).facts;

test.each(french)('keeps every fact of the French message « %s »', (text, facts) => {
  expect(factsIn(text)).toMatchObject(facts);
});

test.each(english)('keeps every fact of the English message "%s"', (text, facts) => {
  expect(factsIn(text)).toMatchObject(facts);
});

test.each([
  ['Bonjour,', {}],
  ['voici mes infos :', {}],
  ['merci, bonne journée', {}],
  ['please help me with this, thanks', {}],
  ['12', {}],
  ['Jane', {}],
])('makes no fact of « %s » when nothing was asked', (text, facts) => {
  expect(factsIn(text)).toEqual(facts);
});

test.each([
  ['Jane Tremblay', 'name', jane],
  ['Jane\nTremblay', 'name', jane],
  ['Tremblay, Jane', 'name', jane],
  ['Mme Stop', 'name', { familyName: 'Stop' }],
  ['Monsieur Passer', 'name', { familyName: 'Passer' }],
  ['Mr. Help', 'name', { familyName: 'Help' }],
  ['Tremblay', 'familyName', { familyName: 'Tremblay' }],
  ['45', 'extension', { extension: '45' }],
  ['GNX 130 001', 'serial', serial],
  ['5145550123', 'phone', phone],
  ['5145550123', 'serial', { serial: '5145550123' }],
  ['514 555-0123', 'serial', phone],
  ['514 555-0123', 'email', phone],
  ['jane@example.org', 'phone', email],
  ['jane@example.org', 'name', email],
  ['H7A 1A1', 'postalCode', { postalCode: 'H7A 1A1' }],
  ['Laval', 'city', { city: 'Laval' }],
  ['4', 'unit', { unit: '4' }],
] as const)('understands « %s » when the question is %s', (text, asked, facts) => {
  const understanding = understand({ text }, { locale: 'fr', asked });
  expect(understanding.facts).toMatchObject(facts);
  expect(understanding.problems).toEqual([]);
});

test.each([
  ['jane', 'email', 'emailIncomplete'],
  ['Jane2', 'name', 'nameWithDigits'],
  ['12345', 'phone', 'phoneTooShort'],
  ['x@', 'email', 'emailIncomplete'],
] as const)('says what is wrong with « %s » when the question is %s', (text, asked, kind) => {
  expect(understand({ text }, { locale: 'fr', asked }).problems.map((one) => one.kind)).toEqual([
    kind,
  ]);
});

test.each([
  ['Madame, stop', 'cancel'],
  ['madame aidez-moi', 'help'],
  ['laisse tomber, je ne veux plus m’inscrire', 'cancel'],
])('takes « %s » for no name', (text, intent) => {
  expect(understand({ text }, { locale: 'fr', asked: 'name' })).toMatchObject({
    facts: {},
    intent,
  });
});

test.each(['aide', 'je ne comprends pas', 'pourquoi ?', 'mon nom est faux', 'passer'])(
  'has no problem with « %s » whatever the question is',
  (text) => {
    expect(understand({ text }, { locale: 'fr', asked: 'email' }).problems).toEqual([]);
  },
);

test('does not take the first words for the name when the name is known', () => {
  const draft = { givenName: 'Zoé', familyName: 'Roy' };
  expect(factsIn('Jane Tremblay, jane@example.org, 514 555-0123', { draft })).toEqual({
    ...email,
    ...phone,
  });
});

test.each([
  ['', 'empty'],
  ['  \u200b ', 'empty'],
  ['🙂🎉', 'symbols'],
  ['!!!', 'symbols'],
  ['a'.repeat(4001), 'tooLong'],
  ['é '.repeat(50_000), 'tooLong'],
  [undefined, 'empty'],
  [42, 'empty'],
  [{ toString: 'no' }, 'empty'],
  [null, 'empty'],
])('cannot use %p', (text, unusable) => {
  expect(understand({ text }, { locale: 'fr' }).unusable).toBe(unusable);
});

test('answers a question mark with help, not with a reproach', () => {
  const understanding = understand({ text: '??' }, { locale: 'fr' });
  expect(understanding.intent).toBe('help');
  expect(understanding.unusable).toBeUndefined();
});

test.each([
  ['Est-ce que c’est gratuit', true],
  ['c’est gratuit ?', true],
  ['What is a serial number', true],
  ['c’est gratuit.', false],
])('knows whether « %s » asks something', (text, question) => {
  expect(understand({ text }, { locale: 'fr' }).question).toBe(question);
});

test('lets the card win where card and text differ', () => {
  const { facts } = understand(
    { text: 'jane@example.org, 514 555-0123', value: { email: 'zoe@example.org' } },
    { locale: 'fr' },
  );
  expect(facts).toEqual({ email: 'zoe@example.org', ...phone });
});

test('does not agree to anything by the words that come with a button', () => {
  const { intent, press } = understand(
    { text: 'Oui', value: { card: 'review', at: 3, action: 'confirm' } },
    { locale: 'fr' },
  );
  expect(press?.action).toBe('confirm');
  expect(intent).toBeUndefined();
});

const seed = 20_240_229;

test(`never throws, whatever comes in (seed ${seed})`, () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.anything(), fc.lorem()),
      fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
      fc.constantFrom<NonNullable<Context['asked']>>(
        'name',
        'address',
        'email',
        'phone',
        'serial',
        'extension',
        'city',
        'postalCode',
        'yesNo',
        'confirm',
        'free',
        'meterContact',
      ),
      (text, value, asked) => {
        const understanding = understand({ text, value }, { locale: 'fr', asked });
        expect(understanding.facts).not.toHaveProperty('termsAccepted');
      },
    ),
    { seed, numRuns: 500 },
  );
});

test(`never throws on words that mean something in any order (seed ${seed})`, () => {
  const word = fc.constantFrom(
    'oui',
    'non',
    'mon',
    'courriel',
    'est',
    'jane@example.org',
    ',',
    'rue',
    '12',
    'H7A 1A1',
    '514 555-0123',
    'pas',
    'mais',
    'change',
    'my',
    'phone',
    'to',
    'poste',
    ':',
    'Laval',
    'GNX130001',
    '\n',
    'nom',
    'Jane',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      expect(understand({ text: words.join(' ') }, { locale: 'en' }).problems.length).toBeLessThan(
        8,
      );
    }),
    { seed, numRuns: 300 },
  );
});

/** Each was misread once by somebody who only wanted to answer. */
test.each<[string, Context['asked'], Draft]>([
  ["non, c'est KDW418031", 'meterContact', { serial: 'KDW418031' }],
  ['oui, et mon téléphone est le 514 555-0123', 'meterContact', { meterContact: true, ...phone }],
  ['everything except the name is right', 'confirm', {}],
  ['actually my phone is 514 555-0123', 'familyName', phone],
  ['the last name is spelled Leigh', 'familyName', { familyName: 'Leigh' }],
  ['hmm hmm', 'name', {}],
  [
    'Rue Hamra, Beyrouth, Liban',
    'address',
    { street: 'Rue Hamra', city: 'Beyrouth', country: 'LB' },
  ],
  ['zoe.roy@example.org', 'city', { email: 'zoe.roy@example.org' }],
  [
    '12 rue Principale, loic@example.org',
    'address',
    { street: '12 rue Principale', email: 'loic@example.org' },
  ],
  ["j'habite à Laval", 'address', { city: 'Laval' }],
  ['I live in Toronto', 'name', { city: 'Toronto' }],
  ["j'habite au 12 rue des Érables à Laval", 'address', { street: laval.street, city: 'Laval' }],
])('reads « %s », said when %s was asked', (text, asked, facts) => {
  const context: Context = { locale: 'fr', ...(asked === undefined ? {} : { asked }) };
  expect(understand({ text }, context).facts).toEqual(facts);
});

test.each(['mon téléphone est-il le 514 555-0123 ?', 'is my phone 514 555-0123?'])(
  'a message that asks whether something is so puts nothing in its place: %s',
  (text) => {
    expect(understand({ text }, { locale: 'fr' })).toMatchObject({ led: [], question: true });
  },
);

test.each([
  [{ termsAccepted: true }, 'accept'],
  [{ termsAccepted: 'true' }, 'accept'],
  [{ termsAccepted: false }, undefined],
  [{ termsAccepted: 'yes' }, undefined],
  [{ card: 'details', action: 'continue', at: 1, termsAccepted: true }, undefined],
])('a box that comes without its card is a typed "I accept" when it is ticked: %j', (value, is) => {
  expect(understand({ value }, { locale: 'fr' }).intent).toBe(is);
});
