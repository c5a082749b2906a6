/** A text made easy to read, with the way back to the text it came from. */
export interface Folded {
  readonly text: string;
  /** UTF-16 index in the original of an index in `text`, its end included. */
  readonly at: (index: number) => number;
}

/**
 * Compatibility forms unfolded (full width, ligatures), invisible characters removed, every dash a hyphen, blanks folded to one
 * space. Works character by character where something changes, because normalising a whole text changes its length and loses
 * the offsets.
 */
export const folded = (original: string): Folded => {
  const steps: Step[] = [];
  let text = '';
  let end = 0;
  for (const { 0: stretch, index } of original.matchAll(unusual)) {
    text += original.slice(end, index);
    end = index;
    let blank = false;
    for (const character of stretch) {
      const plain = plainOf(character);
      const next: string = blank && plain.startsWith(' ') ? plain.trimStart() : plain;
      for (const unit of next.split('')) {
        steps.push({ folded: text.length, original: end });
        text += unit;
      }
      if (next !== '') blank = next.endsWith(' ');
      end += character.length;
    }
    steps.push({ folded: text.length, original: end });
  }
  return { text: text + original.slice(end), at: (index) => unfolded(steps, index) };
};

/** From here on, up to the next step, both texts run side by side. */
interface Step {
  readonly folded: number;
  readonly original: number;
}

const unfolded = (steps: readonly Step[], index: number): number => {
  const step = steps.findLast(({ folded: from }) => from <= index);
  return step === undefined ? index : step.original + index - step.folded;
};

const plainOf = (character: string): string =>
  character === ' '
    ? character
    : character.normalize('NFKC').replace(invisible, '').replace(dashes, '-').replace(blanks, ' ');

/** What may change, with the spaces next to it. Latin letters with accents and curly quotes stay as they are. */
const unusual =
  / *[^\x20-\x7e\u00c0-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e‘’“”«»][^\x21-\x7e]*| {2,}/g;

const invisible = /\p{Default_Ignorable_Code_Point}/gu;

const dashes = /[\u2010-\u2015\u2212]/g;

const blanks = /\s+/g;
