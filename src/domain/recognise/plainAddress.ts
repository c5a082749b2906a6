import { foundAs } from './foundAs';
import { knownCities } from './knownCities';
import { placeKey } from './placeNames';
import { isSentenceWord } from './prose';
import { readAddress } from './readAddress';
import type { Found } from './recogniser';
import { boxAt, isCivic, isStreetType } from './street';
import { breaks, type Word } from './words';

/** An address that nobody asked for or introduced: unmistakable, or not one. */
export const plainAddress = (
  text: string,
  words: readonly Word[],
  home: string | undefined,
): Found | undefined => {
  const start = words.findIndex((_, at) => startsAddress(words, at));
  if (start < 0) return undefined;
  const gap = words.findIndex(
    (word, at) => at > start && (word.before === 'gap' || word.before === 'stop'),
  );
  const reading = readAddress(
    text,
    words.slice(unitBefore(words, start), gap < 0 ? words.length : gap),
    home,
  );
  const { street, postalCode, country, region } = reading.facts;
  if (street === undefined || !reading.typed) return undefined;
  const placed = postalCode !== undefined || country !== undefined || region !== undefined;
  const city = reading.cityTyped;
  const named = city !== undefined && (knownCities.has(placeKey(city)) || /^\p{Lu}/u.test(city));
  return placed || (named && !street.split(' ').some(isPronoun))
    ? foundAs(reading, false)
    : undefined;
};

const isPronoun = (word: string): boolean => /^(?:my|mon|ma|mes|your|votre|we|nous)$/i.test(word);

/** A unit written before its civic number belongs to the address. */
const unitBefore = (words: readonly Word[], start: number): number => {
  const two = words[start - 2];
  if (two !== undefined && /^(?:app|appt|apt|bureau|suite|unit|unite|local|#)$/.test(two.folded))
    return start - 2;
  const one = words[start - 1];
  return one !== undefined &&
    (/^#/.test(one.text) || words[start]?.before === 'dash') &&
    /\d/.test(one.text)
    ? start - 1
    : start;
};

/** A number with a kind of street within the next few words, or a box. */
const startsAddress = (words: readonly Word[], at: number): boolean => {
  const word = words[at];
  if (word === undefined) return false;
  if (boxAt(words, at) > 0 && word.folded !== 'box') return true;
  const numbered = isCivic(word, words[at + 1]);
  if (!numbered && !(isStreetType(word) && word.folded.length > 2)) return false;
  for (const [offset, next] of words.slice(at + 1, at + 7).entries()) {
    if (breaks.has(next.before) && (offset > 0 || !numbered)) return false;
    if (isSentenceWord(next)) return false;
    if (numbered ? isStreetType(next) : isCivic(next)) return true;
  }
  return false;
};
