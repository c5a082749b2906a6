/** Longer messages are not read: nobody types their details in more. */
export const longestMessage = 4000;

/**
 * What was typed without what cannot be seen: NFC, no direction marks, zero-width or control characters, blanks folded.
 * A line break becomes a comma, because it separates the parts of an address or a list of answers; between two lines of
 * one word each it becomes a blank, because so are names written ("Jane", then "Tremblay"), and a comma would turn them round.
 */
export const cleanText = (raw: string): string =>
  raw
    .normalize('NFC')
    .replace(invisible, '')
    .replace(breaksInName, ' ')
    .replace(lineBreaks, (_, before: string) => (before === '' ? ', ' : `${before} `))
    .replace(blanks, ' ')
    .replace(leadingCommas, '')
    .replace(trailingCommas, '');

const invisible =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\p{Variation_Selector}/gu;

const breaksInName =
  /[\n\r\u2028\u2029]{1,2}(?<=^[ \t]*[\p{L}'’-]{2,}[ \t]*[\n\r\u2028\u2029]{1,2})(?=[ \t]*[\p{L}'’-]{2,}[ \t]*$)/gmu;

const lineBreaks = /([,;:.!?]?)[^\S\n\r\u2028\u2029]*[\n\r\u2028\u2029]+/gu;

// Unassigned and lone halves of characters count as blanks too: nothing that is shown needs them.
const blanks = /[\s\p{Cc}\p{Cs}]+/gu;

const leadingCommas = /^[\s,]+/u;

const trailingCommas = /[\s,]+$/u;
