import { isTypeBefore } from './street';
import { wordsOf } from './words';

/** A street or a city typed in capitals only or in small letters only, as it is usually written; any other writing stays. */
export const placeTitle = (place: string): string => {
  const small = place === place.toLowerCase();
  const capitals = place === place.toUpperCase() && place.replace(notLetters, '').length > 3;
  if (!small && !capitals) return place;
  const words = place.toLowerCase().split(' ');
  const street = hasDigit.test(place);
  return words.map((word, at) => titled(word, words[at - 1], street)).join(' ');
};

const notLetters = /\P{L}+/gu;
const hasDigit = /^#?\d/;
const smallWords: ReadonlySet<string> = new Set(
  'de|du|des|la|le|les|l|d|sur|sous|en|aux|au|à|et|lès|of|the|and|upon'.split('|'),
);
const directions: ReadonlySet<string> = new Set('n|s|e|w|o|ne|nw|se|sw|no|so'.split('|'));
const apostrophe = /^([ld]['’])(?=\p{L})/u;
const letter = /^(\p{L}['’])?(\p{L})/u;

const titled = (word: string, previous: string | undefined, street: boolean): string => {
  if (previous !== undefined && smallWords.has(word)) return word;
  if (street && previous !== undefined && directions.has(word.replace('.', '')))
    return word.toUpperCase();
  if (hasDigit.test(word)) return /^\d+[a-z]$/.test(word) ? word.toUpperCase() : word;
  const first = wordsOf(word)[0];
  const afterNumber = previous !== undefined && hasDigit.test(previous);
  if (afterNumber && first !== undefined && isTypeBefore(first) && !previous.endsWith('th')) {
    return word;
  }
  return word
    .split('-')
    .map((part, at) => (at > 0 && smallWords.has(part) ? part : capitalised(part, previous, at)))
    .join('-');
};

const capitalised = (part: string, previous: string | undefined, at: number): string => {
  const elided = apostrophe.exec(part)?.[1];
  if (elided !== undefined && (previous !== undefined || at > 0)) {
    return elided + capital(part.slice(elided.length));
  }
  return capital(part);
};

const capital = (part: string): string => part.replace(letter, (start) => start.toUpperCase());
