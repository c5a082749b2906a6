import english from 'i18n-iso-countries/langs/en.json';
import french from 'i18n-iso-countries/langs/fr.json';
import type { Locale } from '../locale';
import { fold } from './fold';
import { type PlaceNames, placeKey } from './placeNames';

export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** ISO codes of all countries. */
export const countries: readonly string[] = Object.keys(french.countries);

/** Short name in a language; the code itself when there is no such country. */
export const countryName = (code: string, locale: Locale): string => {
  const known = names[locale].get(code);
  if (known !== undefined || !isCountry(code)) return known ?? code;
  const name = shown[locale].of(code) ?? code;
  names[locale].set(code, name);
  return name;
};

/** Choices of a list: Canada, the other countries the portal serves most, then some others by name. */
export const countryChoices = (locale: Locale): readonly Choice[] => choices[locale];

/** The country a text names, in French, English or its own language, or by its code. */
export const countryOf = (text: string): string | undefined => {
  const key = placeKey(text);
  const code = countryNames.get(key) ?? countryNames.get(key.replace(article, ''));
  if (code !== undefined) return code;
  const capitals = key.toUpperCase();
  return isCountry(capitals) ? capitals : threeLetters.get(key);
};

const isCountry = (code: string): boolean => known.has(code);

const known: ReadonlySet<string> = new Set(countries);
const shown = {
  fr: new Intl.DisplayNames('fr-CA', { type: 'region' }),
  en: new Intl.DisplayNames('en-CA', { type: 'region' }),
};
/** Those that were asked for: the formatter is slow, and most addresses are in few countries. */
const names: Readonly<Record<Locale, Map<string, string>>> = { fr: new Map(), en: new Map() };
const article = /^(?:la|le|les|l|the|au|aux|en|in) /;

/** Other usual names, and those in the country's own language. */
const otherNames: Readonly<Record<string, string>> = {
  US: 'usa|u s a|us|u s|united states|etats unis|etats unis d amerique|e u|eu|e u a|eua|the states|amerique|america|etats',
  GB: 'uk|u k|royaume uni|angleterre|england|ecosse|scotland|pays de galles|wales|grande bretagne|great britain|irlande du nord|northern ireland',
  FR: 'france metropolitaine|republique francaise',
  BE: 'belgie|belgien',
  CH: 'schweiz|svizzera|suiza|helvetia',
  DE: 'deutschland',
  AT: 'osterreich',
  ES: 'espana',
  IT: 'italia',
  NL: 'nederland|hollande|holland',
  PT: 'portugal',
  BR: 'brasil',
  MX: 'mexico',
  SE: 'sverige',
  NO: 'norge|norvege',
  DK: 'danmark',
  FI: 'suomi',
  PL: 'polska',
  CZ: 'tchequie|cesko|republique tcheque',
  GR: 'grece|hellas',
  IE: 'eire|republique d irlande|republic of ireland',
  HU: 'magyarorszag',
  TR: 'turkiye|turkey|turquie',
  JP: 'nippon|nihon|日本',
  CN: 'rpc|prc|中国|中國',
  KR: 'coree|korea|대한민국|한국',
  RU: 'федерация|россия',
  MA: 'maghreb|المغرب',
  AE: 'uae|eau|emirats',
  CI: 'cote d ivoire|ivory coast',
  CD: 'rdc|drc|congo kinshasa|rd congo',
  CG: 'congo|congo brazzaville',
  VN: 'viet nam',
  CV: 'cabo verde',
  KP: 'north korea',
  TZ: 'tanzanie|tanzania',
  MD: 'moldova',
  SY: 'syrie|syria',
  LA: 'laos',
  BN: 'brunei',
  VA: 'vatican',
  HK: 'hong kong',
  MO: 'macau|macao',
};

/** All names by their place key. */
export const countryNames: PlaceNames<string> = new Map([
  ...[french.countries, english.countries].flatMap((names) =>
    Object.entries(names).flatMap(([code, name]) =>
      [name].flat().map((each): [string, string] => [placeKey(each), code]),
    ),
  ),
  ...countries.flatMap((code): [string, string][] => [
    [placeKey(shown.fr.of(code) ?? code), code],
    [placeKey(shown.en.of(code) ?? code), code],
  ]),
  ...Object.entries(otherNames).flatMap(([code, names]) =>
    names.split('|').map((name): [string, string] => [name, code]),
  ),
]);

const threeLetters: PlaceNames<string> = new Map([
  ['can', 'CA'],
  ['fra', 'FR'],
  ['bel', 'BE'],
  ['che', 'CH'],
  ['gbr', 'GB'],
  ['deu', 'DE'],
]);

const offered = {
  first: ['CA', 'US', 'FR', 'BE', 'CH'],
  others:
    'AU|AT|BR|BG|CM|CL|CN|CO|HR|CI|CZ|DK|DZ|EE|FI|DE|GR|HK|HT|HU|IS|IN|IE|IL|IT|JP|KR|LB|LT|LU|LV|MA|MX|MC|NL|NZ|NO|PL|PT|RO|GB|SN|SG|SK|SI|ZA|ES|SE|TN|TR|UA|AE|VN'.split(
      '|',
    ),
};

const choicesIn = (locale: Locale): readonly Choice[] => {
  const choice = (value: string): Choice => ({ title: countryName(value, locale), value });
  const byTitle = (a: Choice, b: Choice): number => (fold(a.title) < fold(b.title) ? -1 : 1);
  return [...offered.first.map(choice), ...offered.others.map(choice).sort(byTitle)];
};

const choices: Readonly<Record<Locale, readonly Choice[]>> = {
  fr: choicesIn('fr'),
  en: choicesIn('en'),
};
