import { readInput } from '../../src/domain/readInput';

test.each([
  ['givenName', ' Jane ', { givenName: 'Jane' }],
  ['givenName', 'Marie de la', { givenName: 'Marie de la' }],
  ['familyName', 'St-Pierre', { familyName: 'St-Pierre' }],
  ['street', '12 rue des Érables', { street: '12 rue des Érables' }],
  ['unit', 'app. 4', { unit: '4' }],
  ['city', 'Laval', { city: 'Laval' }],
  ['region', 'Ontario', { region: 'ON', country: 'CA' }],
  ['postalCode', 'h7a1a1', { postalCode: 'H7A 1A1', region: 'QC', country: 'CA' }],
  ['country', 'Canada', { country: 'CA' }],
  ['email', 'jane@EXAMPLE.org', { email: 'jane@example.org' }],
  ['phone', '(514) 555-0123', { phone: '+15145550123' }],
  ['extension', '12', { extension: '12' }],
  ['serial', 'gnx 130001', { serial: 'GNX130001' }],
] as const)('reads %s from « %s »', (fact, raw, facts) => {
  expect(readInput(fact, raw)).toEqual({ facts });
});

test.each([
  ['givenName', '  '],
  ['email', ''],
  ['unit', '\u200b'],
] as const)('takes a blank %s for not given', (fact, raw) => {
  expect(readInput(fact, raw)).toBeUndefined();
});

test.each([
  ['givenName', 'J4ne', 'nameWithDigits'],
  ['givenName', 'x'.repeat(101), 'tooLong'],
  ['givenName', 'Ja\u0007ne', 'controlCharacters'],
  ['email', 'jane', 'emailIncomplete'],
  ['phone', '12', 'phoneTooShort'],
  ['postalCode', 'ZZZ', 'postalCodeForm'],
  ['region', 'Nowhere', 'regionUnknown'],
  ['country', 'Nowhere', 'countryUnknown'],
] as const)('says what is wrong with %s « %s »', (fact, raw, kind) => {
  expect(readInput(fact, raw)?.problem).toMatchObject({ fact, kind });
});

test('reads a postal code as its country writes it', () => {
  expect(readInput('postalCode', '75001', { country: 'FR' })).toEqual({
    facts: { postalCode: '75001' },
  });
});
