import type { Meaning } from './meaning';
import { type Branch, vocabulary } from './vocabulary';
import type { Word } from './words';

/** A known phrase and where it stands. */
export interface Phrase {
  readonly meaning: Meaning;
  readonly from: number;
  readonly to: number;
}

/**
 * The message as a row of known phrases, as few and so as long as possible; `undefined` when a word of it belongs to
 * none. This is what keeps a phrase inside a name, an address or a longer description from being taken for an order.
 */
export const phrasesIn = (words: readonly Word[]): readonly Phrase[] | undefined => {
  if (words.length > longestOrder) return undefined;
  const best: (Step | undefined)[] = Array.from({ length: words.length }, () => undefined);
  for (let at = words.length - 1; at >= 0; at -= 1) best[at] = bestStep(words, at, best);
  const phrases: Phrase[] = [];
  for (let step = best[0]; step !== undefined; step = best[step.next]) phrases.push(step.phrase);
  return best[0] === undefined ? undefined : phrases;
};

/** More words are a description, not an order. */
export const longestOrder = 40;

/** A phrase and the index of the word after it. */
interface Candidate {
  readonly phrase: Phrase;
  readonly next: number;
}

/** The longest known phrase that begins at a word. */
export const phraseAt = (words: readonly Word[], at: number): Candidate | undefined => {
  let longest: Candidate | undefined;
  let branch = branchAfter(vocabulary, words[at]);
  for (let next = at + 1; branch !== undefined; next += 1) {
    longest = candidate(words, { at, next, branch }) ?? longest;
    branch = branchAfter(branch, words[next]);
  }
  return longest;
};

/** The known phrases of a text, whatever else it holds. */
export const knownPhrases = (words: readonly Word[]): readonly Phrase[] => {
  const phrases: Phrase[] = [];
  for (let at = 0; at < words.length; ) {
    const found = phraseAt(words, at);
    if (found !== undefined) phrases.push(found.phrase);
    at = found?.next ?? at + 1;
  }
  return phrases;
};

interface Step extends Candidate {
  /** Phrases from here to the end of the message. */
  readonly count: number;
}

const bestStep = (
  words: readonly Word[],
  at: number,
  best: readonly (Step | undefined)[],
): Step | undefined => {
  let chosen: Step | undefined;
  for (const { phrase, next } of candidates(words, at)) {
    const rest = next === words.length ? 0 : best[next]?.count;
    if (rest === undefined) continue;
    // Of two ways with as many phrases the one that begins with the longer phrase is taken.
    if (chosen === undefined || rest + 1 <= chosen.count)
      chosen = { phrase, next, count: rest + 1 };
  }
  return chosen;
};

const candidates = (words: readonly Word[], at: number): readonly Candidate[] => {
  const found: Candidate[] = [];
  let branch = branchAfter(vocabulary, words[at]);
  for (let next = at + 1; branch !== undefined; next += 1) {
    const ending = candidate(words, { at, next, branch });
    if (ending !== undefined) found.push(ending);
    branch = branchAfter(branch, words[next]);
  }
  return found;
};

const branchAfter = ({ next }: Branch, word: Word | undefined): Branch | undefined =>
  word === undefined ? undefined : next?.get(word.text);

interface Ending {
  readonly at: number;
  readonly next: number;
  readonly branch: Branch;
}

const candidate = (words: readonly Word[], { at, next, branch }: Ending): Candidate | undefined => {
  const { meaning } = branch;
  if (meaning === undefined) return undefined;
  return { phrase: { meaning, from: words[at]?.from ?? 0, to: words[next - 1]?.to ?? 0 }, next };
};
