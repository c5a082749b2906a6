import { addressLine, addressLines } from '../../src/domain/addressLines';

const home = {
  street: '12 rue des Érables',
  unit: '4',
  city: 'Laval',
  region: 'QC',
  postalCode: 'H7A 1A1',
  country: 'CA',
};

test.each([
  ['fr', '12 rue des Érables, app. 4, Laval QC H7A 1A1, Canada'],
  ['en', '12 rue des Érables, Unit 4, Laval QC H7A 1A1, Canada'],
] as const)('shows the unit with the prefix of %s', (locale, line) => {
  expect(addressLine(home, locale)).toBe(line);
});

test('puts the postal code where its country has it', () => {
  const address = { street: 'Rue Neuve 15', city: 'Bruxelles', postalCode: '1000', country: 'BE' };
  expect(addressLines(address, 'fr')).toEqual(['Rue Neuve 15', '1000 Bruxelles', 'Belgique']);
});

test('leaves nothing behind for parts that are missing', () => {
  expect(addressLines({ city: 'Laval' }, 'fr')).toEqual(['Laval']);
  expect(addressLines({}, 'en')).toEqual([]);
});
