import { occurrences } from '../occurrences';

/** A word of a message, folded for comparing (lower case, no accents), and where it stands. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The words of a text; the call for help counts as one. */
export const wordsOf = (text: string): readonly Word[] =>
  occurrences(text, word).map((found) => ({ ...found, text: fold(found.text) }));

const word = /([\p{L}\p{M}\p{N}]+|🆘)/u;

const fold = (typed: string): string =>
  plain.test(typed)
    ? typed.toLowerCase()
    : typed
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .replaceAll('œ', 'oe')
        .replaceAll('æ', 'ae');

const plain = /^[A-Za-z0-9]+$/;
