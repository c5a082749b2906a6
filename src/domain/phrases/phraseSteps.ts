import { wordsOf } from './words';

/** "j'[en|] ai [pas|plus]" → step by step, the words that may stand there. Brackets do not nest. */
export const phraseSteps = (pattern: string): readonly (readonly (readonly string[])[])[] =>
  pattern
    .split(bracket)
    .map((part) => part.split('|').map((choice) => wordsOf(choice).map(({ text }) => text)));

const bracket = /[[\]]/;
