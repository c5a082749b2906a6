/** Arabic-Indic, Persian, Devanagari and Bengali digits as 0 to 9; every one is one UTF-16 unit, so offsets stay. */
export const asciiDigits = (text: string): string =>
  foreign.test(text)
    ? text.replace(foreignAll, (digit) =>
        String((digit.charCodeAt(0) & 15) - (low.test(digit) ? 0 : 6)),
      )
    : text;

const foreign = /[٠-٩۰-۹०-९০-৯]/;

const foreignAll = /[٠-٩۰-۹०-९০-৯]/g;

/** Blocks that begin at a multiple of sixteen; the others begin six later. */
const low = /[٠-٩۰-۹]/;
