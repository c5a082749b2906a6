/** A text made easy to read, with the way back to the text it came from. */
export interface Folded {
  readonly text: string;
  /** UTF-16 index in the original of an index in `text`, its end included. */
  readonly at: (index: number) => number;
}

/**
 * Compatibility forms unfolded (full width, ligatures), invisible characters removed, every dash a hyphen, blanks folded to one
 * space. Works character by character, because normalising a whole text changes its length and loses the offsets.
 */
export const folded = (original: string): Folded => {
  if (!unusual.test(original)) return { text: original, at: (index) => index };
  const parts: string[] = [];
  const starts: number[] = [];
  let start = 0;
  let blank = false;
  for (const character of original) {
    const plain = plainOf(character);
    const next: string = blank && plain.startsWith(' ') ? plain.trimStart() : plain;
    for (let unit = 0; unit < next.length; unit += 1) starts.push(start);
    if (next !== '') {
      parts.push(next);
      blank = next.endsWith(' ');
    }
    start += character.length;
  }
  return { text: parts.join(''), at: (index) => starts[index] ?? original.length };
};

const plainOf = (character: string): string =>
  ordinary.test(character)
    ? character
    : character.normalize('NFKC').replace(invisible, '').replace(dashes, '-').replace(blanks, ' ');

const unusual = /[^\x20-\x7e]| {2}/;

const ordinary = /^[\x21-\x7e]$/;

const invisible = /\p{Default_Ignorable_Code_Point}/gu;

const dashes = /[\u2010-\u2015\u2212]/g;

const blanks = /\s+/g;
