import type { TextFact } from '../../domain/facts';
import { type Locale, locales } from '../../domain/locale';
import { countries, countryChoices, countryName } from '../../domain/recognise/country';
import { regionChoices, regionOf } from '../../domain/recognise/region';
import type { Choices } from '../field';

/** The list that a fact is chosen from; `undefined` for what is written. */
export const listOf = (fact: TextFact, locale: Locale, choose: string): Choices | undefined => {
  if (fact === 'country') return countryLists[locale];
  if (fact !== 'region') return undefined;
  return { groups: [{ choices: [{ value: '', title: choose }] }, ...regionLists[locale].groups] };
};

const inBoth = <T>(list: (locale: Locale) => T): Readonly<Record<Locale, T>> => {
  const [french, english] = locales;
  return { [french]: list(french), [english]: list(english) } as Record<Locale, T>; // both are there
};

/** Those most people choose, then every country by name. */
const countryLists = inBoth((locale): Choices => {
  const first = countryChoices(locale).slice(0, 5);
  const { compare } = new Intl.Collator(locale);
  const others = countries
    .filter((code) => !first.some(({ value }) => value === code))
    .map((value) => ({ value, title: countryName(value, locale) }))
    .sort((one, other) => compare(one.title, other.title));
  return { groups: [{ choices: first }, { choices: others }] };
});

const regionLists = inBoth(
  (locale): Choices => ({
    groups: (['CA', 'US'] as const).map((country) => ({
      label: countryName(country, locale),
      choices: regionChoices(locale).filter(({ value }) => regionOf(value)?.country === country),
    })),
  }),
);
