import fc from 'fast-check';
import { addressIn } from '../../../src/domain/recognise/address';

/** Street, unit, city, region, postal code, country; a dash is absent. */
type Row = readonly [typed: string, expected: string];

const french: readonly Row[] = [
  ['12 rue des Érables app 4 Laval QC H7A 1A1', '12 rue des Érables|4|Laval|QC|H7A 1A1|CA'],
  [
    '12, rue des Érables\nappartement 4\nLaval (Québec)\nH7A 1A1',
    '12, rue des Érables|4|Laval|QC|H7A 1A1|CA',
  ],
  [
    '1234, boul. René-Lévesque Ouest, bureau 200, Montréal (Québec) H3B 4W8',
    '1234, boul. René-Lévesque Ouest|200|Montréal|QC|H3B 4W8|CA',
  ],
  ['1 Place Ville-Marie, bureau 3000, Montréal', '1 Place Ville-Marie|3000|Montréal|-|-|-'],
  ['4-123 rue Principale, Saint-Tite, QC', '123 rue Principale|4|Saint-Tite|QC|-|CA'],
  ['123A rue Principale, Laval', '123A rue Principale|-|Laval|-|-|-'],
  ['12 rue principale', '12 rue Principale|-|-|-|-|-'],
  ['12 RUE PRINCIPALE, QUÉBEC QC G1R 2B5', '12 rue Principale|-|Québec|QC|G1R 2B5|CA'],
  ['12 rue Saint-Jean, Québec G1R 1N8', '12 rue Saint-Jean|-|Québec|QC|G1R 1N8|CA'],
  ['12 rue Saint-Jean, Québec, QC', '12 rue Saint-Jean|-|Québec|QC|-|CA'],
  ['12 rue des Érables, Laval, Québec, Canada h7a1a1', '12 rue des Érables|-|Laval|QC|H7A 1A1|CA'],
  ['12 rue des Érables à Saint-Tite', '12 rue des Érables|-|Saint-Tite|-|-|-'],
  ["j'habite au 12 rue Laval", '12 rue Laval|-|-|-|-|-'],
  ["j'habite en France, 12 rue de Rivoli 75001 Paris", '12 rue de Rivoli|-|Paris|-|75001|FR'],
  ['en France, au 12 rue de Rivoli, 75001 Paris', '12 rue de Rivoli|-|Paris|-|75001|FR'],
  ['je suis en Suisse, rue du Lac 12, 1000 Lausanne', 'rue du Lac 12|-|Lausanne|-|1000|CH'],
  ["j'ai vécu en France, j'habite au 12 rue Principale, Laval", '12 rue Principale|-|Laval|-|-|-'],
  ['mon adresse est le 12 rue des Érables, Laval', '12 rue des Érables|-|Laval|-|-|-'],
  ['55 rang Saint-Joseph Saint-Tite QC G0X 3H0', '55 rang Saint-Joseph|-|Saint-Tite|QC|G0X 3H0|CA'],
  ['12 boul. Saint-Laurent Montréal', '12 boul. Saint-Laurent|-|Montréal|-|-|-'],
  ['12 rue Jean Talon', '12 rue Jean Talon|-|-|-|-|-'],
  ['1234 rue Ontario Est, Montréal', '1234 rue Ontario Est|-|Montréal|-|-|-'],
  ['10 rue Sainte-Catherine O, bur. 5, Montréal', '10 rue Sainte-Catherine O|5|Montréal|-|-|-'],
  [
    '500 Grande Allée Est, 3e étage, Québec QC G1R 2J7',
    '500 Grande Allée Est|3e étage|Québec|QC|G1R 2J7|CA',
  ],
  ['C.P. 123, Laval QC', 'C.P. 123|-|Laval|QC|-|CA'],
  ['Case postale 45, Rimouski (Québec) G5L 1A1', 'Case postale 45|-|Rimouski|QC|G5L 1A1|CA'],
  ['RR 2, Wakefield QC J0X 3G0', 'RR 2|-|Wakefield|QC|J0X 3G0|CA'],
  ['12 rue des Pins, Moncton, N.-B. E1C 1A1', '12 rue des Pins|-|Moncton|NB|E1C 1A1|CA'],
  [
    '12 rue des Pins, Charlottetown, Î.-P.-É. C1A 1A1',
    '12 rue des Pins|-|Charlottetown|PE|C1A 1A1|CA',
  ],
  ['12 rue des Pins, Vancouver, Colombie-Britannique', '12 rue des Pins|-|Vancouver|BC|-|CA'],
  ['12 rue des Pins, Laval QC H7A lA1', '12 rue des Pins|-|Laval|QC|H7A 1A1|CA'],
  ['12 rue des Pins, Laval QC H7A-1A1', '12 rue des Pins|-|Laval|QC|H7A 1A1|CA'],
  ['12 rue de Rivoli 75001 Paris France', '12 rue de Rivoli|-|Paris|-|75001|FR'],
  ['12 rue de Paris, 75001 Paris', '12 rue de Paris|-|Paris|-|75001|FR'],
  ['Rue Haute 5, 1000 Bruxelles', 'Rue Haute 5|-|Bruxelles|-|1000|BE'],
  ['Rue du Lac 5, 1000 Lausanne', 'Rue du Lac 5|-|Lausanne|-|1000|CH'],
  ['12 rue de Rivoli, F-75001 Paris', '12 rue de Rivoli|-|Paris|-|75001|FR'],
  ['Rue Neuve 15, 1000 Bruxelles, Belgique', 'Rue Neuve 15|-|Bruxelles|-|1000|BE'],
  ['Rue Neuve 15, B-1000 Bruxelles', 'Rue Neuve 15|-|Bruxelles|-|1000|BE'],
  ['Bahnhofstrasse 3, 8001 Zürich, Suisse', 'Bahnhofstrasse 3|-|Zürich|-|8001|CH'],
  ['Unter den Linden 77, 10117 Berlin, Allemagne', 'Unter den Linden 77|-|Berlin|-|10117|DE'],
  ['Keizersgracht 123, 1015 CJ Amsterdam, Pays-Bas', 'Keizersgracht 123|-|Amsterdam|-|1015 CJ|NL'],
  ['350 5th Ave, New York, NY 10118, États-Unis', '350 5th Ave|-|New York|NY|10118|US'],
  ['Tour 2, 100 rue Sherbrooke, Montréal', '100 rue Sherbrooke|-|Montréal|-|-|-'],
  ['J7V 8P5, Vaudreuil', '-|-|Vaudreuil|QC|J7V 8P5|CA'],
  ['Paris, France', '-|-|Paris|-|-|FR'],
  ['Montréal', '-|-|Montréal|-|-|-'],
  ['H2X 1Y4', '-|-|-|QC|H2X 1Y4|CA'],
  ['Canada', '-|-|-|-|-|CA'],
  ['Ville : Laval, Province : QC, Code postal : H7A 1A1', '-|-|Laval|QC|H7A 1A1|CA'],
];

const english: readonly Row[] = [
  ['1200 Main St Unit 5, Toronto, Ontario M5V 2T6', '1200 Main St|5|Toronto|ON|M5V 2T6|CA'],
  ['1200 main st toronto on m5v 2t6', '1200 Main St|-|Toronto|ON|M5V 2T6|CA'],
  ['1200 Main St Toronto', '1200 Main St|-|Toronto|-|-|-'],
  ['#300 - 10 King St W, Toronto ON M5H 1A1', '10 King St W|300|Toronto|ON|M5H 1A1|CA'],
  ['300 - 10 King St W, Toronto', '10 King St W|300|Toronto|-|-|-'],
  ['10 King St W #300, Toronto', '10 King St W|300|Toronto|-|-|-'],
  ['Suite 200, 1155 Metcalfe St, Ottawa, ON K1A 0B1', '1155 Metcalfe St|200|Ottawa|ON|K1A 0B1|CA'],
  ['350 5th Ave Apt 3B, New York, NY 10118, USA', '350 5th Ave|3B|New York|NY|10118|US'],
  ['350 5th Ave New York NY 10118', '350 5th Ave|-|New York|NY|10118|US'],
  ['350 5th Ave, New York, NY 10118-1234', '350 5th Ave|-|New York|NY|10118-1234|US'],
  ['1 Infinite Loop, Cupertino, CA 95014', '1 Infinite Loop|-|Cupertino|CA|95014|US'],
  [
    '1600 Pennsylvania Avenue NW, Washington, DC 20500',
    '1600 Pennsylvania Avenue NW|-|Washington|DC|20500|US',
  ],
  ['12 Peachtree St, Atlanta, Georgia 30301', '12 Peachtree St|-|Atlanta|GA|30301|US'],
  ['12 Canyon Rd, Santa Fe, New Mexico 87501', '12 Canyon Rd|-|Santa Fe|NM|87501|US'],
  ['PO Box 12, Calgary, AB T2P 1A1', 'PO Box 12|-|Calgary|AB|T2P 1A1|CA'],
  ['P.O. Box 12, Calgary, Alberta', 'P.O. Box 12|-|Calgary|AB|-|CA'],
  ['10123 100 St NW Edmonton AB', '10123 100 St NW|-|Edmonton|AB|-|CA'],
  ['100 Queen St W Toronto', '100 Queen St W|-|Toronto|-|-|-'],
  ['5 Yonge Street in Toronto', '5 Yonge Street|-|Toronto|-|-|-'],
  ['12 St Clair Ave E, Toronto', '12 St Clair Ave E|-|Toronto|-|-|-'],
  ["12 Water Street, St. John's, NL A1C 1A1", "12 Water Street|-|St. John's|NL|A1C 1A1|CA"],
  ['12 Barrington St, Halifax, Nova Scotia', '12 Barrington St|-|Halifax|NS|-|CA'],
  ['12 Main Street, Winnipeg MB R3C 1A1 Canada', '12 Main Street|-|Winnipeg|MB|R3C 1A1|CA'],
  ['12 Main Street, Winnipeg MB R3C 1A1 CA', '12 Main Street|-|Winnipeg|MB|R3C 1A1|CA'],
  ['12 Main Street, Regina S4P 3Y2', '12 Main Street|-|Regina|SK|S4P 3Y2|CA'],
  ['10 Downing Street, London SW1A 2AA, UK', '10 Downing Street|-|London|-|SW1A 2AA|GB'],
  ['Flat 3, 221b Baker Street, London, NW16XE, UK', '221b Baker Street|3|London|-|NW1 6XE|GB'],
  ['221B Baker St, London, England', '221B Baker St|-|London|-|-|GB'],
  ['12 Dundas St, London, Ontario', '12 Dundas St|-|London|ON|-|CA'],
  ['12 Collins Street, Melbourne 3000, Australia', '12 Collins Street|-|Melbourne|-|3000|AU'],
  ['1-2-3 Ginza, Tokyo 104-0061, Japan', '1-2-3 Ginza|-|Tokyo|-|104-0061|JP'],
  [
    "we're at 1200 Main St Unit 5, Toronto, ON M5V 2T6 and my email is",
    '1200 Main St|5|Toronto|ON|M5V 2T6|CA',
  ],
  ['my address is 12 Main St, Toronto', '12 Main St|-|Toronto|-|-|-'],
  ['I live at 12 Main St, Toronto', '12 Main St|-|Toronto|-|-|-'],
  ['I live in Georgia, 12 Main St, Atlanta', '12 Main St|-|Atlanta|-|-|-'],
  ["I'm in the United States, 350 5th Ave, New York 10118", '350 5th Ave|-|New York|NY|10118|US'],
  ['change my address to 12 Main St, Toronto', '12 Main St|-|Toronto|-|-|-'],
  ['my postal code is m5v2t6', '-|-|-|ON|M5V 2T6|CA'],
  ['my zip is 10118', '-|-|-|NY|10118|US'],
  ['change my city to Laval', '-|-|Laval|-|-|-'],
  [
    '20 York Mills Rd, suite 500, North York ON M2P 2C2',
    '20 York Mills Rd|500|North York|ON|M2P 2C2|CA',
  ],
  ['apt. 4, 12 Park Avenue, Montreal QC H2X 1Y4', '12 Park Avenue|4|Montreal|QC|H2X 1Y4|CA'],
  ['12 Main St., Unit B, Toronto', '12 Main St.|B|Toronto|-|-|-'],
];

const parts = ['street', 'unit', 'city', 'region', 'postalCode', 'country'] as const;

const facts = (row: string) => {
  const values = row.split('|');
  return Object.fromEntries(
    parts.map((part, at) => [part, values[at]]).filter(([, v]) => v !== '-'),
  );
};

test.each([...french, ...english])('reads %j as %s', (typed, expected) => {
  const found = addressIn(typed, { asked: 'address' });
  expect(found?.problem).toBeUndefined();
  expect(found?.facts).toEqual(facts(expected));
});

test.each([
  [
    "Bonjour, je m'appelle Jane Roy, 123 rue Principale app. 4, Montréal QC H2X 1Y4,              ",
    '123 rue Principale|4|Montréal|QC|H2X 1Y4|CA',
  ],
  ['12 rue des Érables, Laval', '12 rue des Érables|-|Laval|-|-|-'],
  ['en fait mon code postal est H7A 1A1', '-|-|-|QC|H7A 1A1|CA'],
  ['Rue Neuve 15, 1000 Bruxelles, Belgique', 'Rue Neuve 15|-|Bruxelles|-|1000|BE'],
])('reads %j without a question', (typed, expected) => {
  expect(addressIn(typed, {})?.facts).toEqual(facts(expected));
});

test.each([
  "J'ai 3 imprimantes rue Principale",
  'je veux parler à une personne',
  'my 3 way call, court',
  'le code postal n’est pas bon',
  'Jane Tremblay',
  'mon adresse',
  'my address is wrong',
  'mon bureau est fermé',
  'I have 2 printers on King St, Toronto',
  'the machine is on 3rd floor',
  'H2X 1Y4',
])('finds no address in %j without a question', (typed) => {
  expect(addressIn(typed, {})).toBeUndefined();
});

test.each([
  'aide',
  'help',
  'je ne sais pas',
  'pourquoi ?',
  'why',
  'oui',
  '???',
  '',
  'I would like to talk to someone please',
])('does not take %j for an address', (typed) => {
  expect(addressIn(typed, { asked: 'address' })).toBeUndefined();
});

test.each([
  ['rue Principale', 'streetWithoutNumber', 'street'],
  ['rue Principale, Laval QC H7A 1A1', 'streetWithoutNumber', 'street'],
  ['12 rue de Rivoli 75001 Ailleurs', 'postalCodeForm', 'postalCode'],
  ['123 rue Principale, Laval QC H7A', 'postalCodeForm', 'postalCode'],
  ['12', 'addressUnclear', 'street'],
  ['blah blah', 'addressUnclear', 'street'],
  ['🙂', 'addressUnclear', 'street'],
  ['<script>alert(1)</script>', 'addressUnclear', 'street'],
  ['[a](http://b)', 'addressUnclear', 'street'],
  [`$${'{x}'}`, 'addressUnclear', 'street'],
  ['12 rue\u0000 X', 'controlCharacters', 'street'],
  [`12 rue ${'x'.repeat(130)}, Laval`, 'tooLong', 'street'],
])('refuses %j because of %s in %s', (typed, kind, fact) => {
  expect(addressIn(typed, { asked: 'address' })?.problem).toMatchObject({ kind, fact });
});

test.each([
  ['unit', 'app. 4', { unit: '4' }],
  ['unit', 'bureau 300', { unit: '300' }],
  ['unit', '2b', { unit: '2B' }],
  ['city', "c'est à Montréal", { city: 'Montréal' }],
  ['city', 'La Tuque', { city: 'La Tuque' }],
  ['city', 'Québec', { city: 'Québec' }],
  [
    'city',
    'Laval, QC H7A 1A1',
    { city: 'Laval', region: 'QC', postalCode: 'H7A 1A1', country: 'CA' },
  ],
  ['region', 'France', { country: 'FR' }],
  ['region', 'en Suisse', { country: 'CH' }],
  ['postalCode', 'je suis en France', { country: 'FR' }],
  ['postalCode', 'USA', { country: 'US' }],
  ['region', 'au Québec', { region: 'QC', country: 'CA' }],
  ['region', 'P.Q.', { region: 'QC', country: 'CA' }],
  ['postalCode', 'c’est h2x 1y4', { postalCode: 'H2X 1Y4', region: 'QC', country: 'CA' }],
  ['country', 'au Canada', { country: 'CA' }],
  ['country', 'É.-U.', { country: 'US' }],
  ['country', "Côte d'Ivoire", { country: 'CI' }],
  ['street', '12 rue Principale, Laval', { street: '12 rue Principale', city: 'Laval' }],
] as const)('takes a short answer about the %s at its word: %j', (asked, typed, expected) => {
  expect(addressIn(typed, { asked })?.facts).toEqual(expected);
});

test.each([
  ['unit', 'non', 'CA', {}],
  ['unit', '', 'CA', {}],
  ['street', '12 rue Principale, Laval', 'CA', { street: '12 rue Principale, Laval' }],
  ['postalCode', '10118', 'US', { postalCode: '10118', region: 'NY' }],
  ['postalCode', 'F-75001', 'FR', { postalCode: '75001' }],
  ['postalCode', 'CH-8001', 'CH', { postalCode: '8001' }],
  ['postalCode', 'sw1a2aa', 'GB', { postalCode: 'SW1A 2AA' }],
  ['region', 'ON', 'CA', { region: 'ON', country: 'CA' }],
  ['region', 'Bavière', 'DE', {}],
  ['country', 'FR', 'CA', { country: 'FR' }],
] as const)(
  'takes the content of the box %s at its word: %j in %s',
  (asked, typed, country, expected) => {
    const found = addressIn(typed, { asked, exact: true, country });
    expect(found?.problem).toBeUndefined();
    expect(found?.facts).toEqual(expected);
  },
);

test.each([
  ['street', '', 'CA', 'required'],
  ['street', 'rue Principale', 'CA', 'streetWithoutNumber'],
  ['city', '123', 'CA', 'cityWithoutLetters'],
  ['city', 'zoe.roy@example.org', 'CA', 'cityWithoutLetters'],
  ['street', '12 rue zoe.roy@example.org', 'CA', 'addressUnclear'],
  ['city', 'x'.repeat(81), 'CA', 'tooLong'],
  ['region', 'Bavière', 'CA', 'regionUnknown'],
  ['postalCode', '75001', 'CA', 'postalCodeForm'],
  ['postalCode', 'H2X 1Y4', 'FR', 'postalCodeForm'],
  ['country', 'xyz', 'CA', 'countryUnknown'],
  ['unit', 'chez ma mère', 'CA', 'unitForm'],
  ['city', 'La\u0001val', 'CA', 'controlCharacters'],
] as const)('refuses the box %s with %j in %s because of %s', (asked, typed, country, kind) => {
  expect(addressIn(typed, { asked, exact: true, country })?.problem).toMatchObject({
    kind,
    fact: asked,
  });
});

test.each([
  [
    'Jane Roy, 4-123 rue Principale, Laval QC H7A 1A1, merci',
    '4-123 rue Principale, Laval QC H7A 1A1',
  ],
  ['12 rue des Érables, Laval, QC, H7A 1A1, Jane Roy', '12 rue des Érables, Laval, QC, H7A 1A1'],
  [
    'my address is 10 King St W, Toronto. My name is Jane Roy',
    'my address is 10 King St W, Toronto.',
  ],
  ['J7V 8P5, Vaudreuil', 'J7V 8P5, Vaudreuil'],
  ['Paris, France', 'Paris, France'],
])('points at the address in %j and at nothing else', (text, expected) => {
  const found = addressIn(text, { asked: 'address' });
  expect(text.slice(found?.from, found?.to)).toBe(expected);
});

test('never throws and stays within the text, whatever is typed', () => {
  const word = fc.constantFrom(
    ...'12,rue,app 4,Laval,QC,H7A 1A1,- ,\n,mon adresse est,ville :,Paris,75001,France,C.P.'.split(
      ',',
    ),
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(word).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(
      text,
      fc.constantFrom('address', ...parts, 'email', undefined),
      fc.boolean(),
      (typed, asked, exact) => {
        const found = addressIn(typed, asked === undefined ? {} : { asked, exact });
        const { from, to } = found ?? { from: 0, to: 0 };
        expect(0 <= from && from <= to && to <= typed.length).toBe(true);
      },
    ),
  );
});
