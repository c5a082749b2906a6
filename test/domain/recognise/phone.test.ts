import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { phoneIn } from '../../../src/domain/recognise/phone';
import { phoneShown } from '../../../src/domain/recognise/phoneShown';

const french = [
  ['514 555-0123', '+15145550123', undefined],
  ['514-555-0123', '+15145550123', undefined],
  ['514.555.0123', '+15145550123', undefined],
  ['5145550123', '+15145550123', undefined],
  ['(514) 555-0123', '+15145550123', undefined],
  ['(514)5550123', '+15145550123', undefined],
  ['514 5550123', '+15145550123', undefined],
  ['514 555 01 23', '+15145550123', undefined],
  ['5 1 4 5 5 5 0 1 2 3', '+15145550123', undefined],
  ['1 514 555-0123', '+15145550123', undefined],
  ['+1 514 555-0123', '+15145550123', undefined],
  ['001 514 555 0123', '+15145550123', undefined],
  ['514\u00a0555\u20110123', '+15145550123', undefined],
  ['514–555–0123', '+15145550123', undefined],
  ['514 555-0123 poste 12', '+15145550123', '12'],
  ['514 555-0123, poste 12', '+15145550123', '12'],
  ['514 555-0123 p. 12', '+15145550123', '12'],
  ['514 555-0123 p12', '+15145550123', '12'],
  ['514 555-0123 poste téléphonique 1234567', '+15145550123', '1234567'],
  ['514 555-0123 (poste 12)', '+15145550123', '12'],
  ['514 555-0123 poste: 12', '+15145550123', '12'],
  ['514 555-0123, au poste 12', '+15145550123', '12'],
  ['514 555-0123 et mon poste est le 12', '+15145550123', '12'],
  ['poste 12 au 514 555-0123', '+15145550123', '12'],
  ['514 555-0123 #12', '+15145550123', '12'],
  ['mon numéro est le 514 555-0123', '+15145550123', undefined],
  ['mon numéro de téléphone est 514 555-0123', '+15145550123', undefined],
  ["c'est le 514 555-0123", '+15145550123', undefined],
  ['tél. : 514 555-0123', '+15145550123', undefined],
  ['Téléphone\u00a0: 514 555-0123', '+15145550123', undefined],
  ['mon cell: 514-555-0123', '+15145550123', undefined],
  ['joignable au 514 555-0123', '+15145550123', undefined],
  ['vous pouvez me rejoindre au 514 555-0123 svp', '+15145550123', undefined],
  ['438 555-0199, non plutôt 514 555-0123', '+15145550123', undefined],
  ['pas le 438 555-0199 mais 514 555-0123', '+15145550123', undefined],
  ['514 555-0123 au lieu du 438 555-0199', '+15145550123', undefined],
  ['+33 1 99 00 12 34', '+33199001234', undefined],
  ['+33 (0)1 99 00 12 34', '+33199001234', undefined],
  ['00 33 1 99 00 12 34', '+33199001234', undefined],
  ['011 33 1 99 00 12 34', '+33199001234', undefined],
  ['+33 6 39 98 12 34', '+33639981234', undefined],
  ['+32 2 555 01 23', '+3225550123', undefined],
  ['+41 22 555 01 23', '+41225550123', undefined],
  ['514 555-0123 12 rue Principale', '+15145550123', undefined],
  ['514 555-0123, 514-555-0123', '+15145550123', undefined],
  [
    "je m'appelle Jane Tremblay, jane@example.org, 514 555-0123 poste 12, machine GNX130001",
    '+15145550123',
    '12',
  ],
] as const;

const english = [
  ['my phone is 514-555-0123', '+15145550123', undefined],
  ['my phone number is (514) 555-0123', '+15145550123', undefined],
  ['call me at 514-555-0123', '+15145550123', undefined],
  ['phone: 514-555-0123', '+15145550123', undefined],
  ['cell 514 555 0123', '+15145550123', undefined],
  ["it's 514-555-0123", '+15145550123', undefined],
  ['reach me on 514 555 0123 please', '+15145550123', undefined],
  ['tel:+1-514-555-0123', '+15145550123', undefined],
  ['tel:+1-514-555-0123;ext=12', '+15145550123', '12'],
  ['1-514-555-0123', '+15145550123', undefined],
  ['1.514.555.0123', '+15145550123', undefined],
  ['1 (514) 555-0123', '+15145550123', undefined],
  ['+1 (514) 555-0123', '+15145550123', undefined],
  ['+15145550123', '+15145550123', undefined],
  ['15145550123', '+15145550123', undefined],
  ['514/555-0123', '+15145550123', undefined],
  ['514 - 555 - 0123', '+15145550123', undefined],
  ['514-555-0123 ext. 12', '+15145550123', '12'],
  ['514-555-0123 ext 12', '+15145550123', '12'],
  ['514-555-0123, ext. 12', '+15145550123', '12'],
  ['514-555-0123 extension 12', '+15145550123', '12'],
  ['514-555-0123 extension number 12', '+15145550123', '12'],
  ['514-555-0123 x12', '+15145550123', '12'],
  ['514-555-0123x12', '+15145550123', '12'],
  ['514-555-0123 x 12', '+15145550123', '12'],
  ['514-555-0123 # 12', '+15145550123', '12'],
  ['514-555-0123 local 12', '+15145550123', '12'],
  ['514-555-0123 and my extension is 12', '+15145550123', '12'],
  ['ext. 12 at 514-555-0123', '+15145550123', '12'],
  ['514-555-0123 post 12', '+15145550123', '12'],
  ['438-555-0199, sorry, 514-555-0123', '+15145550123', undefined],
  ['514-555-0123, not 438-555-0199', '+15145550123', undefined],
  ['514-555-0123 instead of 438-555-0199', '+15145550123', undefined],
  ['change 438-555-0199 to 514-555-0123', '+15145550123', undefined],
  ['not 438-555-0199 but 514-555-0123', '+15145550123', undefined],
  ['1-800-FLOWERS', '+18003569377', undefined],
  ['1-800-555-0199', '+18005550199', undefined],
  ['514-555-HELP', '+15145554357', undefined],
  ['５１４－５５５－０１２３', '+15145550123', undefined],
  ['٥١٤ ٥٥٥ ٠١٢٣', '+15145550123', undefined],
  ['۵۱۴ ۵۵۵ ۰۱۲۳', '+15145550123', undefined],
  ['५१४ ५५५ ०१२३', '+15145550123', undefined],
  ['+44 20 7946 0123', '+442079460123', undefined],
  ['+44 7700 900123', '+447700900123', undefined],
  ['212-555-0123', '+12125550123', undefined],
  ['0033199001234', '+33199001234', undefined],
  ['12 Main Street, H2X 1Y4, 514-555-0123', '+15145550123', undefined],
] as const;

test.each(french)('reads %j when the phone is asked in French', (typed, phone, extension) => {
  expect(phoneIn(typed, { asked: 'phone' })?.facts).toEqual({ phone, extension });
});

test.each(english)('reads %j when the phone is asked in English', (typed, phone, extension) => {
  expect(phoneIn(typed, { asked: 'phone' })?.facts).toEqual({ phone, extension });
});

test.each([
  ['01 99 00 12 34', 'FR', '+33199001234'],
  ['01.99.00.12.34', 'FR', '+33199001234'],
  ['0199001234', 'FR', '+33199001234'],
  ['02 555 01 23', 'BE', '+3225550123'],
  ['0470 12 34 56', 'BE', '+32470123456'],
  ['022 555 01 23', 'CH', '+41225550123'],
  ['212-555-0123', 'US', '+12125550123'],
  ['514 555-0123', 'FR', '+15145550123'],
  ['01 99 00 12 34, 12 rue X', 'FR', '+33199001234'],
  ['514 555-0123', 'ZZ', '+15145550123'],
])('reads %j unasked in %s', (typed, country, phone) => {
  expect(phoneIn(typed, { country })?.facts).toEqual({ phone });
});

test.each([
  ['555-0123', 'phoneWithoutAreaCode', '555-0123'],
  ['5550123', 'phoneWithoutAreaCode', '5550123'],
  ['mon numéro est 555-0123', 'phoneWithoutAreaCode', '555-0123'],
  ['514-555-01', 'phoneTooShort', '514-555-01'],
  ['12', 'phoneTooShort', '12'],
  ["c'est le 12", 'phoneTooShort', "c'est le 12"],
  ['046 454 286', 'phoneTooShort', '046 454 286'],
  ['+33 1 99', 'phoneTooShort', '+33 1 99'],
  ['514 555-01234', 'phoneTooLong', '514 555-01234'],
  ['514 555-0123 12', 'phoneTooLong', '514 555-0123 12'],
  ['1234567890123456', 'phoneTooLong', '1234567890123456'],
  ['000 555 0123', 'phoneImpossible', '000 555 0123'],
  ['911-555-0123', 'phoneImpossible', '911-555-0123'],
  ['+1 911 555 0123', 'phoneImpossible', '+1 911 555 0123'],
  ['+999 123456', 'phoneImpossible', '+999 123456'],
  ['01 99 00 12 34', 'phoneImpossible', '01 99 00 12 34'],
  ['514 555-0123 ou 438 555-0199', 'phoneSeveral', '514 555-0123, 438 555-0199'],
  ['514-555-0123 / 438-555-0199', 'phoneSeveral', '514-555-0123, 438-555-0199'],
] as const)('says what is wrong with %j', (typed, kind, heard) => {
  const found = phoneIn(typed, { asked: 'phone' });
  expect(found?.problem).toMatchObject({ kind, fact: 'phone' });
  expect(found?.problem?.heard).toContain(heard);
  expect(found?.facts).toEqual({});
});

test.each([
  ['12 rue Principale, Montréal H2X 1Y4'],
  ['4500, rue Saint-Denis, bureau 300, Montréal QC H2X 1Y4'],
  ['12 rue X, local 4'],
  ['GNX130001'],
  ['GNX 130 001'],
  ['RPC-453072'],
  ['S/N 5145550123'],
  ['numéro de série 5145550123'],
  ['serial number: 514-555-0123'],
  ['2026-11-24 10:30'],
  ['4111 1111 1111 1111'],
  ['555-0123'],
  ['call me at 5 pm'],
  ['mon numéro est le 12'],
  ['bureau de poste 12'],
  ['jane2@example.org'],
  ['75002 Paris'],
  ['1 800 Gauchetiere'],
  [''],
  ['bonjour'],
  ['moi + 2 personnes'],
  ['C++ 2026'],
  ['dossier 0012345'],
] as const)('finds no phone in %j when it is not asked', (typed) => {
  expect(phoneIn(typed, {})).toBeUndefined();
});

test.each([
  ['GNX130001'],
  ['H2X 1Y4'],
  ['4500, rue Jean, 75002 Paris'],
  ["j'ai deux téléphones"],
  ['cinq cent quatorze'],
  ['12 rue Principale'],
] as const)('leaves %j to others even when the phone is asked', (typed) => {
  expect(phoneIn(typed, { asked: 'phone' })).toBeUndefined();
});

test.each([
  ['12', '12'],
  ['poste 12', '12'],
  ["c'est le 12", '12'],
  ['le poste 12.', '12'],
  ['x12', '12'],
  ['#12', '12'],
  ['ext. 12', '12'],
  ['extension 0012', '0012'],
  ['１２', '12'],
])('reads the extension in %j when it is asked', (typed, extension) => {
  expect(phoneIn(typed, { asked: 'extension' })?.facts).toEqual({ extension });
});

test.each(['aucun', 'none', 'pas de poste', 'non', '12 rue Principale', 'non, 4 personnes'])(
  'reads no extension in %j',
  (typed) => {
    expect(phoneIn(typed, { asked: 'extension' })).toBeUndefined();
  },
);

test('takes an extension that is named by itself', () => {
  expect(phoneIn('mon poste est le 45', {})).toMatchObject({
    facts: { extension: '45' },
    led: true,
  });
});

test('keeps the number and refuses an extension of eight digits', () => {
  expect(phoneIn('514 555-0123 poste 12345678', {})).toMatchObject({
    facts: { phone: '+15145550123' },
    problem: { kind: 'extensionForm', fact: 'extension', heard: '12345678' },
  });
});

test.each([
  ['phone', '514 555-0123', undefined],
  ['phone', ' 514 555-0123 poste 12 ', undefined],
  ['phone', 'tél. 514 555-0123', undefined],
  ['phone', 'abc', 'phoneImpossible'],
  ['phone', 'poste 12', 'phoneTooShort'],
  ['phone', 'bonjour 514 555-0123', 'phoneImpossible'],
  ['phone', '12 rue X', 'phoneTooShort'],
  ['phone', '438 555-0199, non plutôt 514 555-0123', 'phoneSeveral'],
  ['phone', '514\u0000555-0123', 'controlCharacters'],
  ['extension', '12', undefined],
  ['extension', 'poste 12', undefined],
  ['extension', 'aucun', undefined],
  ['extension', 'abc', 'extensionForm'],
  ['extension', '12345678', 'extensionForm'],
  ['extension', '514 555-0123', 'extensionForm'],
] as const)('takes the input for %s at its word: %j', (asked, typed, kind) => {
  expect(phoneIn(typed, { asked, exact: true })?.problem?.kind).toBe(kind);
});

test('keeps out of the inputs of other facts', () => {
  expect(phoneIn('514 555-0123', { asked: 'street', exact: true })).toBeUndefined();
});

test('leaves ten bare digits to the serial number when that is asked', () => {
  expect(phoneIn('5145550123', { asked: 'serial' })).toBeUndefined();
});

test.each([
  [
    'Jane, mon cell est le 514 555-0123 poste 12, merci',
    'mon cell est le 514 555-0123 poste 12',
    true,
  ],
  ['12 rue X 514 555-0123 Montréal', '514 555-0123', false],
  ['\ufb01\u200b (５１４) 555-0123 ok', '(５１４) 555-0123', false],
])('says where in %j the number stands', (typed, piece, led) => {
  const found = phoneIn(typed, {});
  expect(typed.slice(found?.from, found?.to)).toBe(piece);
  expect(found?.led).toBe(led);
});

test.each([
  ['+15145550123', '12', 'fr', '514 555-0123, poste 12'],
  ['+15145550123', '12', 'en', '514-555-0123 ext. 12'],
  ['+15145550123', undefined, 'fr', '514 555-0123'],
  ['+33199001234', undefined, 'fr', '+33 1 99 00 12 34'],
  ['+33199001234', '7', 'en', '+33 1 99 00 12 34 ext. 7'],
] as const)('shows %s with extension %s in %s', (phone, extension, locale, shown) => {
  expect(phoneShown(phone, extension, locale)).toBe(shown);
});

const pieces = fc.constantFrom(
  '514',
  '555',
  '0123',
  ' ',
  '-',
  '+',
  '(',
  ')',
  '00',
  '011',
  'poste ',
  'x',
  '1',
  '٥',
  '\u200b',
  '\ufb01',
  '\ud800',
  '1-800-FLOWERS',
  'non ',
);

test('never throws, stays inside the text and gives only E.164 and digits', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(pieces).map((parts) => parts.join('')),
      ),
      fc.constantFrom(undefined, 'phone' as const, 'extension' as const),
      fc.constantFrom('CA', 'FR', 'ZZ', ''),
      (typed, asked, country) => {
        const found = phoneIn(typed, asked ? { asked, country } : { country });
        expect(found?.from ?? 0).toBeGreaterThanOrEqual(0);
        expect(found?.to ?? 0).toBeLessThanOrEqual(typed.length);
        expect(found?.from ?? 0).toBeLessThanOrEqual(found?.to ?? 0);
        expect(found?.facts.phone ?? '+15145550123').toMatch(/^\+\d{7,15}$/);
        expect(found?.facts.extension ?? '1').toMatch(/^\d{1,7}$/);
      },
    ),
  );
});

test('takes the numbers of every area code that the library knows to be valid', () => {
  const areas = Array.from({ length: 800 }, (_, at) => String(200 + at));
  const numbers = areas.map((area) => `${area} 456-7890`);
  const known = numbers.flatMap((number) => {
    const parsed = parsePhoneNumberFromString(number, 'CA');
    return parsed?.isValid() ? [parsed.number] : [];
  });
  const read = numbers.flatMap((number) => phoneIn(number, {})?.facts.phone ?? []);
  expect(known.length).toBeGreaterThan(300);
  expect(read).toEqual(known);
});
