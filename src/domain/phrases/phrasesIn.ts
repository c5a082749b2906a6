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
export const phraseAt = (words: readonly Word[], at: number): Candidate | undefined =>
  // Most words begin no phrase.
  vocabulary.next?.has(words[at]?.text ?? '') === true ? candidates(words, at).at(-1) : undefined;

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
  let branch: Branch | undefined = vocabulary;
  for (let next = at; next < words.length; next += 1) {
    branch = branch.next?.get(words[next]?.text ?? '');
    if (branch === undefined) break;
    if (branch.meaning === undefined) continue;
    const phrase = {
      meaning: branch.meaning,
      from: words[at]?.from ?? 0,
      to: words[next]?.to ?? 0,
    };
    found.push({ phrase, next: next + 1 });
  }
  return found;
};
