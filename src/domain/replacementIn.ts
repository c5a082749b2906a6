import { recognisers, type TextField } from './fieldTable';
import type { Meaning } from './phrases/meaning';
import { phraseAt } from './phrases/phrasesIn';
import type { Word } from './phrases/words';
import type { Found } from './recognise/recogniser';

/** "Non, c'est 14 rue des Pins", "en fait Jane Roy": what follows a correction without a name is told by its looks. */
export const replacementIn = (text: string, words: readonly Word[]): Found | undefined => {
  const value = words[correctionLength(words)];
  if (value === undefined) return undefined;
  const said = text.slice(value.from);
  const field = looksLike(said);
  const found = field === undefined ? undefined : recognisers[field](said, { asked: field });
  if (found === undefined || found.problem !== undefined) return undefined;
  return { ...found, from: value.from + found.from, to: value.from + found.to, led: true };
};

/** How many words at the beginning do nothing but correct; without a correction the whole text is left alone. */
const correctionLength = (words: readonly Word[]): number => {
  let corrects = false;
  let at = 0;
  for (;;) {
    const phrase = phraseAt(words, at);
    if (phrase === undefined || !leads(phrase.phrase.meaning)) break;
    corrects ||= phrase.phrase.meaning.is === 'fix' || phrase.phrase.meaning.is === 'intent';
    at = phrase.next;
  }
  return corrects ? at : words.length;
};

const leads = (meaning: Meaning): boolean =>
  meaning.is === 'fix' ||
  meaning.is === 'link' ||
  meaning.is === 'filler' ||
  (meaning.is === 'intent' && (meaning.intent === 'no' || meaning.intent === 'undo'));

const looksLike = (said: string): TextField | undefined => {
  if (/^\d+ ?\p{L}? ?,? \p{L}/u.test(said)) return 'address';
  return /^(?:\p{Lu}[\p{L}\p{M}.'’-]*(?: |[.!]?$)){2,4}$/u.test(said) ? 'name' : undefined;
};
