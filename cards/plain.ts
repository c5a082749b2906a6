/**
 * Words of a person, made fit for a card. Clients evaluate `{{DATE(…)}}` even in a TextRun, what looks
 * like a placeholder looks like a mistake of ours, and a direction override
 * would turn the rest of the card around. Markup needs no escaping here: these words are only ever put where none is read.
 */
export const plain = (words: string, longest = 400): string => {
  const clean = suspect.test(words) ? cleaned(words) : words;
  return clean.length <= longest ? clean : `${firstOf(clean, longest - 1)}…`;
};

const suspect = /[{}\u202a-\u202e\u2066-\u2069\p{Cc}\u2028\u2029]/u;

const cleaned = (words: string): string =>
  words
    .replace(/[{}]{2,}/g, (braces) => braces.charAt(0))
    .replaceAll('${', '$ {')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

/** Never half of an emoji. */
const firstOf = (text: string, length: number): string =>
  text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
