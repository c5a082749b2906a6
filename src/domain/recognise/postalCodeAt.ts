import { countryNames } from './country';
import { placeKey } from './placeNames';
import { british, canadian, postalCodeFor } from './postalCode';
import { isCivic, isStreetType } from './street';
import { breaks, type Word } from './words';

export interface CodeFound {
  readonly typed: string;
  readonly start: number;
  readonly length: number;
  /** When the form alone decides. */
  readonly country?: string;
}

/** A postal code that ends just before `end`. Five digits may be anybody's: the country stays open. */
export const codeBefore = (
  words: readonly Word[],
  end: number,
  country: string | undefined,
): CodeFound | undefined =>
  codeAt(words, end - 2, 2, country) ?? codeAt(words, end - 1, 1, country);

/** A Canadian code anywhere: its form is unmistakable. */
export const canadianCode = (words: readonly Word[]): CodeFound | undefined => {
  for (let start = 0; start < words.length; start += 1) {
    for (const length of [2, 1]) {
      const typed = typedAt(words, start, length);
      if (typed !== undefined && isCanadian(typed)) {
        return { typed, start, length, country: 'CA' };
      }
    }
  }
  return undefined;
};

/** A code inside the text, before its city: "75001 Paris". The last one counts. */
export const codeInside = (
  words: readonly Word[],
  country: string | undefined,
): CodeFound | undefined => {
  const canada = canadianCode(words);
  if (canada?.start === 0 && words.length > canada.length) return canada;
  for (let start = words.length - 2; start >= 1; start -= 1) {
    const found = codeAt(words, start, 2, country) ?? codeAt(words, start, 1, country);
    const city = words[(found?.start ?? 0) + (found?.length ?? 0)];
    if (found !== undefined && startsCity(city)) return withCountry(found, city);
    const word = words[start];
    if (word === undefined || !openDigits.test(word.folded) || country !== undefined) continue;
    const numbered = words.slice(0, start).some((earlier) => isCivic(earlier));
    if (numbered && startsCity(words[start + 1]))
      return withCountry({ typed: word.text, start, length: 1 }, words[start + 1]);
  }
  return undefined;
};

const typedAt = (words: readonly Word[], start: number, length: number): string | undefined => {
  const first = words[start];
  const second = words[start + 1];
  if (first === undefined) return undefined;
  if (length === 1) return first.text.replace(finalDots, '');
  if (second === undefined || breaks.has(second.before)) return undefined;
  return `${first.text} ${second.text.replace(finalDots, '')}`;
};

const codeAt = (
  words: readonly Word[],
  start: number,
  length: number,
  country: string | undefined,
): CodeFound | undefined => {
  const typed = start < 0 ? undefined : typedAt(words, start, length);
  if (typed === undefined || !hasDigit.test(typed) || typed.length > 12) return undefined;
  const found = { typed, start, length };
  if (isCanadian(typed)) return { country: 'CA', ...found };
  if (start > 0 && british(typed) !== undefined) return { country: 'GB', ...found };
  const prefix = length === 1 ? prefixed.exec(typed)?.[1] : undefined;
  if (prefix !== undefined) return { country: prefixes.get(prefix) ?? prefix, ...found };
  if (start === 0) return undefined;
  if (length === 1 && country === undefined) return zip.test(typed) ? found : undefined;
  if (country === undefined || country === 'CA') return undefined;
  const allowed = length === 2 ? bothDigits(words, start) : threeDigits.test(typed);
  return allowed && postalCodeFor(country, typed) !== undefined ? found : undefined;
};

const bothDigits = (words: readonly Word[], start: number): boolean =>
  hasDigit.test(words[start]?.text ?? '') && !isLong(words[start + 1]?.text ?? '');

const isLong = (text: string): boolean => text.length > 4 || countryNames.has(placeKey(text));

const startsCity = (word: Word | undefined): boolean =>
  word !== undefined && /^\p{L}/u.test(word.text) && !isStreetType(word);

/** "75001 Paris": a code that stands before a big city lies in the city's country. */
const withCountry = (found: CodeFound, city: Word | undefined): CodeFound => {
  if (found.country !== undefined || city === undefined) return found;
  const country = cityCountries.get(`${found.typed.length} ${placeKey(city.text)}`);
  return country === undefined ? found : { ...found, country };
};

/** By the length of the code and the city. */
const cityCountries: ReadonlyMap<string, string> = new Map(
  (
    [
      [
        5,
        'FR',
        'paris lyon marseille toulouse bordeaux lille nice nantes strasbourg montpellier rennes',
      ],
      [4, 'BE', 'bruxelles liege namur anvers gand'],
      [4, 'CH', 'geneve lausanne zurich berne bale neuchatel fribourg'],
    ] as const
  ).flatMap(([digits, country, cities]) =>
    cities.split(' ').map((city): [string, string] => [`${digits} ${city}`, country]),
  ),
);

/** In the middle of a text the repairs need some real digits to go by. */
const isCanadian = (typed: string): boolean =>
  typed.length < 12 && twoDigits.test(typed) && canadian(typed) !== undefined;

const twoDigits = /\d\D*\d/;
const hasDigit = /\d/;
const threeDigits = /\d.?\d.?\d/;
const finalDots = /\.+$/;
const zip = /^\d{5}(?:-\d{4})?$/;
const openDigits = /^\d{4,5}$/;
const prefixed = /^(F|FR|B|BE|CH|D|DE|L|LU|A|AT|NL|I|IT|E|ES)-(?=\d{4,5}$)/;
const prefixes: ReadonlyMap<string, string> = new Map([
  ['F', 'FR'],
  ['B', 'BE'],
  ['D', 'DE'],
  ['L', 'LU'],
  ['A', 'AT'],
  ['I', 'IT'],
  ['E', 'ES'],
]);
