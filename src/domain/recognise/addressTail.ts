import { countryNames } from './country';
import { knownCities } from './knownCities';
import { type PlaceFound, placeBefore, placeKey } from './placeNames';
import { canadian } from './postalCode';
import { type CodeFound, codeBefore } from './postalCodeAt';
import { type Region, regionNames } from './region';
import { isStreetType } from './street';
import { breaks, type Word } from './words';

export interface Tail {
  /** What stands before: street and city. */
  readonly words: readonly Word[];
  readonly country?: string;
  readonly region?: Region;
  readonly code?: CodeFound;
  /** The region or country as typed, when it is the name of a city too ("Québec", "New York", "Singapore"). */
  readonly alsoCity?: string;
}

/** Reads country, region and postal code from the end backwards, in whatever order they stand, each once. */
export const addressTail = (words: readonly Word[], home: string | undefined): Tail => {
  let tail: Tail = { words };
  for (;;) {
    const shorter = step(tail, home);
    if (shorter === undefined) return tail;
    tail = { ...shorter, words: withoutConnectors(shorter.words) };
  }
};

// Each part is found once, so what the tail has already is something else.
const step = (tail: Tail, home: string | undefined): Tail | undefined => {
  const { words, country, region, code } = tail;
  const end = words.length;
  if (code === undefined) {
    const foreign = country ?? (home === 'CA' ? undefined : home);
    const found = codeBefore(words, end, foreign);
    if (found !== undefined) return { code: found, ...tail, words: words.slice(0, found.start) };
    const spoilt = region === undefined && foreign === undefined ? spoiltCode(words) : undefined;
    if (spoilt !== undefined) return { code: spoilt, ...tail, words: words.slice(0, spoilt.start) };
  }
  if (region !== undefined) return undefined;
  const abroad = country !== undefined && country !== 'CA' && country !== 'US';
  const aRegion = abroad ? undefined : allowedRegion(words, tail);
  const aCountry = country === undefined ? allowedCountry(words, tail) : undefined;
  const better =
    aCountry === undefined || (aRegion !== undefined && aRegion.start <= aCountry.start);
  if (aRegion !== undefined && better && !isSovereign(aRegion, aCountry, tail)) {
    return {
      region: aRegion.value,
      ...cityToo(aRegion, words),
      ...tail,
      words: words.slice(0, aRegion.start),
    };
  }
  if (aCountry === undefined) return undefined;
  return {
    country: aCountry.value,
    ...cityToo(aCountry, words),
    ...tail,
    words: words.slice(0, aCountry.start),
  };
};

/** What stands after a province or a state and looks like a code that was mistyped ("QC H7A", "QC HOH OHO"). */
const spoiltCode = (words: readonly Word[]): CodeFound | undefined => {
  for (const length of [2, 1]) {
    const start = words.length - length;
    const typed = words
      .slice(Math.max(start, 0))
      .map((word) => word.text)
      .join(' ');
    if (countryNames.has(placeKey(words.at(-1)?.text ?? ''))) return undefined;
    const region = start > 1 ? placeBefore(regionNames, words, start) : undefined;
    if (region === undefined || region.start === 0 || isStreetPart(words, region.start)) continue;
    if (codeLike.test(typed) || canadian(typed) !== undefined) return { typed, start, length };
  }
  return undefined;
};

const codeLike = /^(?=.*\d)[a-z\d]{2,6}[ -]?[a-z\d]{0,6}$/i;

/** Georgia is a state before a ZIP code or "USA" only; CA is Canada after something Canadian. */
const isSovereign = (
  region: PlaceFound<Region>,
  country: PlaceFound<string> | undefined,
  { code, country: named }: Tail,
): boolean => {
  if (country === undefined || named === 'US' || (code !== undefined && code.country === undefined))
    return false;
  return region.key.length > 2 || region.key === 'ca';
};

const allowedRegion = (words: readonly Word[], tail: Tail): PlaceFound<Region> | undefined => {
  const found = placeBefore(regionNames, words, words.length);
  const first = found && words[found.start];
  if (found === undefined || first === undefined || isStreetPart(words, found.start))
    return undefined;
  if (found.key.length > 2) return found;
  if (found.key === 'ca' && isCanadian(words, found.start, tail)) return undefined;
  const small = first.text === first.text.toLowerCase();
  if (!small)
    return first.text.length > 2 || (first.text !== 'La' && first.text !== 'De')
      ? found
      : undefined;
  if (tail.code !== undefined || breaks.has(first.before)) return found;
  return found.value.country === 'CA' && found.start >= 3 ? found : undefined;
};

const allowedCountry = (words: readonly Word[], tail: Tail): PlaceFound<string> | undefined => {
  const names = placeBefore(countryNames, words, words.length);
  if (names !== undefined && (names.key.length > 2 || names.key === 'uk')) {
    return isStreetPart(words, names.start) ? undefined : names;
  }
  const start = words.length - 1;
  const last = words[start];
  if (last === undefined) return undefined;
  const value = codes.get(last.text.replace(dots, ''));
  if (value === undefined || start === 0) return undefined;
  const apart = breaks.has(last.before) || tail.code !== undefined || endsWithCode(words, start);
  if (value === 'CA' && !isCanadian(words, start, tail)) return undefined;
  return apart || value === 'CA' || value === 'US' ? { value, start, key: last.folded } : undefined;
};

const codes: ReadonlyMap<string, string> = new Map(
  'FR BE CH GB US CA LU JP MX BR ES NL PT'.split(' ').map((code): [string, string] => [code, code]),
);
const dots = /\./g;

const endsWithCode = (words: readonly Word[], end: number): boolean =>
  /\d/.test(words[end - 1]?.text ?? '');

/** Whether the words before "CA" are Canadian: a code, a province, a known city. */
const isCanadian = (words: readonly Word[], end: number, { code }: Tail): boolean => {
  if (code !== undefined) return code.country === 'CA';
  const [last, previous] = [words[end - 1]?.text ?? '', words[end - 2]?.text ?? ''];
  if (canadian(last) !== undefined || canadian(`${previous} ${last}`) !== undefined) return true;
  if (placeBefore(knownCities, words, end) !== undefined) return true;
  return placeBefore(regionNames, words, end)?.value.country === 'CA';
};

/** "rue de France", "12 rue Ontario": the name of a street. */
const isStreetPart = (words: readonly Word[], start: number): boolean => {
  const previous = words[start - 1];
  const word = words[start];
  if (previous === undefined || word === undefined || breaks.has(word.before)) return false;
  return particles.has(previous.folded) || isStreetType(previous);
};

const particles: ReadonlySet<string> = new Set(
  'de|du|des|d|la|le|les|of|saint|sainte|st|ste'.split('|'),
);
const connectors: ReadonlySet<string> = new Set('au|aux|en|in|a|the'.split('|'));

const withoutConnectors = (words: readonly Word[]): readonly Word[] => {
  const last = words.at(-1);
  return last !== undefined && connectors.has(last.folded) && last.text === last.text.toLowerCase()
    ? words.slice(0, -1)
    : words;
};

const cityNames: ReadonlySet<string> = new Set(
  'quebec|new york|luxembourg|monaco|singapore|singapour|djibouti|hong kong|macao|macau|saint marin|san marino|gibraltar|panama|guatemala|koweit|kuwait'.split(
    '|',
  ),
);

const cityToo = (
  found: PlaceFound<unknown>,
  words: readonly Word[],
): { readonly alsoCity?: string } =>
  cityNames.has(placeKey(found.key))
    ? {
        alsoCity: words
          .slice(found.start)
          .map((word) => word.text)
          .join(' '),
      }
    : {};
