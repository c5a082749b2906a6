import type { Word } from './words';

/** Phrases by their first word, the longest first. */
export type Phrases<V> = ReadonlyMap<string, readonly Phrase<V>[]>;

interface Phrase<V> {
  readonly words: readonly string[];
  readonly value: V;
}

/** Phrases are given folded, several to a text, separated by `|`. */
export const phrases = <V extends string>(lists: Readonly<Record<V, string>>): Phrases<V> => {
  const index = new Map<string, Phrase<V>[]>();
  for (const value in lists) {
    for (const text of lists[value].split('|')) {
      const words = text.trim().split(' ');
      const first = words[0] ?? '';
      const same = index.get(first) ?? [];
      same.push({ words, value });
      index.set(first, same);
    }
  }
  for (const same of index.values()) same.sort((a, b) => b.words.length - a.words.length);
  return index;
};

/** The longest phrase that begins at a word. */
export const phraseAt = <V>(
  index: Phrases<V>,
  words: readonly Word[],
  at: number,
): { readonly value: V; readonly length: number } | undefined => {
  const first = words[at];
  if (first === undefined) return undefined;
  const found = index
    .get(first.folded)
    ?.find((phrase) => phrase.words.every((word, offset) => words[at + offset]?.folded === word));
  return found && { value: found.value, length: found.words.length };
};
