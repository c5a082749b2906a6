import { countryNames } from './country';
import { placeKey } from './placeNames';
import { regionNames } from './region';
import { breaks, type Word } from './words';

/**
 * The country that somebody says to live in before the address itself begins ("j'habite en France, 12 rue …"). A name that a
 * province or a state has too (Georgia) says nothing.
 */
export const countrySaid = (words: readonly Word[]): string | undefined => {
  const number = words.findIndex(({ text }) => /^\d/.test(text));
  for (let at = 0; at < number; at += 1) {
    if (!within.has(words[at]?.folded ?? '') || !isHome(words, at)) continue;
    const code = countryFrom(words.slice(at + 1, Math.min(number, at + 1 + longest)));
    if (code !== undefined) return code;
  }
  return undefined;
};

const within: ReadonlySet<string> = new Set('en|au|aux|a|in'.split('|'));

/** Nothing stands before, or a word that says where somebody is. */
const isHome = (words: readonly Word[], at: number): boolean => {
  const word = words[at];
  const previous = words[at - 1];
  if (word === undefined || previous === undefined || breaks.has(word.before)) return true;
  return living.has(previous.folded);
};

const living: ReadonlySet<string> = new Set(
  "j'habite|habite|habitons|demeure|demeurons|reste|vis|vivons|suis|sommes|est|situe|situee|situes|live|living|i'm|am|we're|are|is|located|based".split(
    '|',
  ),
);

/** The longest name that the words begin with. */
const countryFrom = (words: readonly Word[]): string | undefined => {
  for (let length = words.length; length > 0; length -= 1) {
    const name = words.slice(0, length);
    const key = name.map(({ text }) => placeKey(text)).join(' ');
    const code = name.slice(1).some(({ before }) => breaks.has(before))
      ? undefined
      : countryNames.get(key);
    if (code !== undefined && key.length > 2 && !regionNames.has(key)) return code;
  }
  return undefined;
};

/** No name has more words. */
const longest = 6;
