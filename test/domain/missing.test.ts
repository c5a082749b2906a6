import type { Draft, Fact } from '../../src/domain/facts';
import { missing } from '../../src/domain/missing';

const full: Draft = {
  givenName: 'Jane',
  familyName: 'Tremblay',
  street: '12 rue des Érables',
  city: 'Laval',
  region: 'QC',
  postalCode: 'H7A 1A1',
  country: 'CA',
  email: 'jane@example.org',
  phone: '+15145550123',
  termsAccepted: true,
  serial: 'GNX130001',
  meterContact: false,
};

test('asks for everything in the order of the guide', () => {
  expect(missing({})).toEqual([
    'givenName',
    'familyName',
    'street',
    'city',
    'region',
    'postalCode',
    'email',
    'phone',
    'termsAccepted',
    'serial',
    'meterContact',
  ]);
});

test('asks nothing more of a full draft', () => {
  expect(missing(full)).toEqual([]);
});

test.each<[string, Draft, readonly Fact[]]>([
  ['terms that were refused', { ...full, termsAccepted: false }, ['termsAccepted']],
])('asks for %s', (_, draft, facts) => {
  expect(missing(draft)).toEqual(facts);
});

test('asks for no region where there is none, for no postal code where there is none', () => {
  const { region: _, postalCode: __, ...rest } = full;
  expect(missing({ ...rest, country: 'FR' })).toEqual(['postalCode']);
  expect(missing({ ...rest, country: 'HK' })).toEqual([]);
  expect(missing({ ...rest, country: 'US' })).toEqual(['region', 'postalCode']);
});
