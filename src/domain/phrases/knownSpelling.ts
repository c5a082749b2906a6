import { knownWords } from './vocabulary';

/**
 * A word as the phrases write it: letters that were repeated ("ouiii") and one slip in a word of five letters or more
 * ("anuler", "recomencer") are forgiven. A word that is not recognised stays as it is.
 */
export const knownSpelling = (word: string): string => {
  if (knownWords.has(word) || word.length > longest || !letters.test(word)) return word;
  const single = word.replace(repeated, '$1$2');
  if (knownWords.has(single)) return single;
  if (word.length < shortest) return word;
  return closest(word) ?? word;
};

const shortest = 5;

const longest = 20;

const letters = /^[a-z]+$/;

// In the middle of a word two of a letter are common: "Mme" is not "me".
const repeated = /(.)\1{2,}|(.)\2+$/g;

// Two words are one slip apart when they are equal after at most one letter was taken out of each.
const closest = (word: string): string | undefined => {
  for (const shortened of [word, ...shorten(word)]) {
    const known = spellings.get(shortened);
    if (known !== undefined) return known;
  }
  return undefined;
};

const shorten = (word: string): readonly string[] =>
  Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));

const spellings = new Map(
  [...knownWords]
    .filter((word) => word.length >= shortest && letters.test(word))
    .flatMap((word) => [word, ...shorten(word)].map((short): [string, string] => [short, word])),
);
