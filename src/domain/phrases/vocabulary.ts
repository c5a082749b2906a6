import type { Fact, Field } from '../facts';
import { locales } from '../locale';
import type { Intent } from '../understanding';
import { englishPhrases } from './englishPhrases';
import { frenchPhrases } from './frenchPhrases';
import type { Meaning, PhraseTable } from './meaning';
import { phraseSteps } from './phraseSteps';

type Row = readonly [phrases: readonly string[], meaning: Meaning];

/** The phrases that begin with the same words, as a tree: one step per word. */
export interface Branch {
  /** What the words so far mean, when they are a phrase. */
  readonly meaning?: Meaning;
  readonly next?: ReadonlyMap<string, Branch>;
}

const plainKinds = [
  'change',
  'wrong',
  'remove',
  'lack',
  'refuse',
  'goOn',
  'fix',
  'link',
  'filler',
] as const;

const entriesOf = <K extends string, V>(table: { readonly [P in K]?: V }): readonly [K, V][] =>
  // Object.entries forgets that the keys of a table written out above are all there is.
  Object.entries(table) as [K, V][];

const rowsOf = (table: PhraseTable): readonly Row[] => [
  ...locales.map(
    (language): Row => [table.languages[language], { is: 'intent', intent: 'language', language }],
  ),
  ...entriesOf<Exclude<Intent, 'language'>, readonly string[]>(table.intents).map(
    ([intent, phrases]): Row => [phrases, { is: 'intent', intent }],
  ),
  [table.meter.unwanted, { is: 'meter', wanted: false }],
  [table.meter.wanted, { is: 'meter', wanted: true }],
  ...entriesOf<Field | Fact, readonly string[]>(table.fields).map(
    ([field, phrases]): Row => [phrases, { is: 'field', field }],
  ),
  ...plainKinds.map((is): Row => [table[is], { is }]),
];

interface Growing {
  meaning?: Meaning;
  next?: Map<string, Growing>;
}

const grow = (tables: readonly PhraseTable[]): Branch => {
  const root: Growing = {};
  for (const [phrases, meaning] of tables.flatMap(rowsOf)) {
    for (const phrase of phrases) {
      for (const end of endsOf(root, phrase)) {
        // A phrase that means two things keeps the first.
        if (end !== root) end.meaning ??= meaning;
      }
    }
  }
  return root;
};

const endsOf = (root: Growing, phrase: string): Iterable<Growing> => {
  let ends: ReadonlySet<Growing> = new Set([root]);
  for (const choices of phraseSteps(phrase)) {
    const grown = Array.from(ends, (end) => choices.map((words) => words.reduce(branchFor, end)));
    ends = new Set(grown.flat());
  }
  return ends;
};

const branchFor = (branch: Growing, word: string): Growing => {
  // Most branches end here, and a map for each would be most of the tree.
  branch.next ??= new Map();
  const known = branch.next.get(word);
  if (known !== undefined) return known;
  const begun: Growing = {};
  branch.next.set(word, begun);
  return begun;
};

const wordsBelow = ({ next }: Branch, found: Set<string> = new Set()): ReadonlySet<string> => {
  for (const [word, branch] of next ?? []) {
    found.add(word);
    wordsBelow(branch, found);
  }
  return found;
};

/** Phrases of both languages; when both have one, the French meaning counts. */
export const vocabulary: Branch = grow([frenchPhrases, englishPhrases]);

/** Every word that some phrase has. */
export const knownWords = wordsBelow(vocabulary);
