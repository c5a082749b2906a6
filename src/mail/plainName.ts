/**
 * A name for a greeting: it was typed by anybody and is sent to somebody. Mail programs make links of what looks like an address,
 * so nothing of the sort is left: no scheme, no path, no @, and no dot that joins two words.
 */
export const plainName = (name: string): string =>
  name
    .replace(/[:/\\@<>[\]()|\p{C}]+/gu, ' ')
    .replace(/\.(?=\S)/g, '. ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100);
