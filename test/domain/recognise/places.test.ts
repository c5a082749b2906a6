import {
  countries,
  countryChoices,
  countryName,
  countryOf,
} from '../../../src/domain/recognise/country';
import { needsPostalCode, postalCodeFor } from '../../../src/domain/recognise/postalCode';
import { needsRegion, regionChoices, regionOf } from '../../../src/domain/recognise/region';
import { bareUnit } from '../../../src/domain/recognise/unit';

test.each([
  ['Canada', 'CA'],
  ['USA', 'US'],
  ['U.S.A.', 'US'],
  ['É.-U.', 'US'],
  ['États-Unis', 'US'],
  ['the United States', 'US'],
  ['UK', 'GB'],
  ['Angleterre', 'GB'],
  ['Royaume-Uni', 'GB'],
  ["Côte d'Ivoire", 'CI'],
  ['cote divoire', undefined],
  ['Cote d’Ivoire', 'CI'],
  ['Deutschland', 'DE'],
  ['Schweiz', 'CH'],
  ['la France', 'FR'],
  ['BE', 'BE'],
  ['Pays-Bas', 'NL'],
  ['Maroc', 'MA'],
  ['日本', 'JP'],
  ['Mexique', 'MX'],
  ['nowhere', undefined],
])('knows the country %j as %s', (typed, code) => {
  expect(countryOf(typed)).toBe(code);
});

test.each([
  ['QC', 'QC', 'CA'],
  ['Qc', 'QC', 'CA'],
  ['P.Q.', 'QC', 'CA'],
  ['Que.', 'QC', 'CA'],
  ['Québec', 'QC', 'CA'],
  ['Ont.', 'ON', 'CA'],
  ['N.-B.', 'NB', 'CA'],
  ['C.-B.', 'BC', 'CA'],
  ['CB', 'BC', 'CA'],
  ['T.N.-O.', 'NT', 'CA'],
  ['TNO', 'NT', 'CA'],
  ['Î.-P.-É.', 'PE', 'CA'],
  ['TNL', 'NL', 'CA'],
  ['Nouvelle-Écosse', 'NS', 'CA'],
  ['Newfoundland and Labrador', 'NL', 'CA'],
  ['Californie', 'CA', 'US'],
  ['New York', 'NY', 'US'],
  ['TN', 'TN', 'US'],
  ['l’Ontario', 'ON', 'CA'],
])('knows the region %j as %s in %s', (typed, code, country) => {
  expect(regionOf(typed)).toEqual({ code, country });
});

test.each([
  ['CA', 'h2x1y4', 'H2X 1Y4'],
  ['CA', 'H2X-1Y4', 'H2X 1Y4'],
  ['CA', 'HOH OHO', 'H0H 0H0'],
  ['CA', 'H7A lAI', 'H7A 1A1'],
  ['CA', 'D2X 1Y4', undefined],
  ['US', '10118', '10118'],
  ['US', '101181234', '10118-1234'],
  ['US', '1011', undefined],
  ['FR', '75 001', '75001'],
  ['FR', 'F-75001', '75001'],
  ['BE', 'B-1000', '1000'],
  ['CH', 'CH-8001', '8001'],
  ['CH', '80010', undefined],
  ['GB', 'sw1a2aa', 'SW1A 2AA'],
  ['NL', '1015 cj', '1015 CJ'],
  ['DE', '1011', undefined],
  ['HK', 'anything', 'ANYTHING'],
  ['JP', '1000001', '100-0001'],
  ['HT', 'HT6110', 'HT6110'],
])('writes a postal code of %s, %j, as %s', (country, typed, code) => {
  expect(postalCodeFor(country, typed)).toBe(code);
});

test('asks for a region in Canada and the United States only, and for a postal code where there are some', () => {
  expect(['CA', 'US', 'FR', 'HK'].map(needsRegion)).toEqual([true, true, false, false]);
  expect(['CA', 'US', 'FR', 'HT', 'LB'].map(needsPostalCode)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test.each(['fr', 'en'] as const)(
  'offers Canada first, every province and state once, in %s',
  (locale) => {
    const values = regionChoices(locale).map((choice) => choice.value);
    expect(new Set(values).size).toBe(values.length);
    expect(values).toHaveLength(13 + 51);
    expect(
      countryChoices(locale)
        .slice(0, 5)
        .map((choice) => choice.value),
    ).toEqual(['CA', 'US', 'FR', 'BE', 'CH']);
    expect(countryChoices(locale).length).toBeGreaterThan(40);
  },
);

test.each(countries)('understands what it shows for %s', (code) => {
  expect([countryOf(countryName(code, 'fr')), countryOf(countryName(code, 'en'))]).toEqual([
    code,
    code,
  ]);
});

test.each([
  ['4', '4'],
  ['app. 4', '4'],
  ['Appt 2b', '2B'],
  ['bureau no 300', '300'],
  ['# 12', '12'],
  ['suite 200', '200'],
  ['PH', 'PH'],
  ['3e étage', '3e étage'],
  ['bte 7', '7'],
  ['boîte 7', '7'],
  ['chez ma mère', undefined],
])('reads the unit %j as %s', (typed, bare) => {
  expect(bareUnit(typed)).toBe(bare);
});
