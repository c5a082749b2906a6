/** For comparing only: no accents, small letters, one kind of apostrophe and hyphen. The length may change. */
export const fold = (text: string): string =>
  ascii.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(marks, '')
        .replace(apostrophes, "'")
        .replace(hyphens, '-')
        .toLowerCase()
        .replace(ligatures, (letter) => spelledOut.get(letter) ?? letter);

const ascii = /^[ -~]*$/;
const marks = /\p{M}+/gu;
const apostrophes = /[’‘ʼ´]/g;
const hyphens = /[‐‑‒–—]/g;
const ligatures = /[œæßøłđ]/g;
const spelledOut: ReadonlyMap<string, string> = new Map([
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
]);
