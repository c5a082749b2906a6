/** A word of a message, folded for comparing (lower case, no accents), and where it stands. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The words of a text; a few signs that answer a question count as words. */
export const wordsOf = (text: string): readonly Word[] =>
  Array.from(text.matchAll(word), (match) => ({
    text: fold(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));

const word = /[\p{L}\p{M}\p{N}]+|[👍👎👌✅❌✔✖🆘]/gu;

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
