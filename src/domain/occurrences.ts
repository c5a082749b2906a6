/** A piece of a text and where it stands. */
export interface Occurrence {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Every piece that a pattern, which is one group, finds. Splitting instead of matching, because a match array for each word
 * of a message would be a quarter of all that reading it leaves to the garbage collector.
 */
export const occurrences = (text: string, pattern: RegExp): readonly Occurrence[] => {
  const found: Occurrence[] = [];
  let from = 0;
  let matched = false;
  for (const piece of text.split(pattern)) {
    const to = from + piece.length;
    if (matched) found.push({ text: piece, from, to });
    from = to;
    matched = !matched;
  }
  return found;
};
