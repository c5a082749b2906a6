import type { Draft, Fact } from './facts';
import { factsIn } from './merge';
import type { Asked } from './readMessage';
import type { Understanding } from './understanding';

/** A typed message as it was read when it came: an edited one answers the same question, and is compared with it. */
export interface Said {
  /** The channel's id of the message, which an edit keeps. */
  readonly id: string;
  /** The question that was open. */
  readonly asked?: Asked;
  readonly facts: Draft;
  /** It accepted the terms. */
  readonly accepted?: true;
  /** When the last edit that counted was made, in milliseconds. */
  readonly editedAt?: number;
}

const mostKept = 8;

/** The latest messages, each once. */
export const withSaid = (before: readonly Said[], said: Said): readonly Said[] =>
  [...before.filter(({ id }) => id !== said.id), said].slice(-mostKept);

/**
 * What the edit of a message sets right, as something understood: facts that it says otherwise or says now, optional ones that
 * it no longer says. Facts that were in the message before are no news: they may have been corrected since. It asks for
 * nothing and agrees to nothing, whatever its words; only an agreement that is taken out is asked for again.
 */
export const correctionBy = (
  read: Understanding,
  { said, draft }: { readonly said: Said | undefined; readonly draft: Draft },
): Understanding => {
  const before = said?.facts ?? {};
  const news = factsIn(read.facts).filter((fact) => read.facts[fact] !== before[fact]);
  const unsaid = said?.accepted === true && !agreeing.has(read.intent ?? '');
  return {
    text: read.text,
    facts: Object.fromEntries(news.map((fact) => [fact, read.facts[fact]])),
    led: [],
    problems: read.problems,
    removed: optional
      .filter(([fact, main]) => read.facts[fact] === undefined && read.facts[main] !== undefined)
      .map(([fact]) => fact)
      .filter((fact) => before[fact] !== undefined && before[fact] === draft[fact]),
    inputs: {},
    extras: {},
    question: false,
    ...(unsaid ? { correction: 'termsAccepted' as const } : {}),
  };
};

/** Parts that one may do without, with what they belong to. */
const optional: readonly (readonly [Fact, Fact])[] = [
  ['unit', 'street'],
  ['extension', 'phone'],
];

const agreeing: ReadonlySet<string> = new Set(['yes', 'accept', 'confirm']);

export const changesNothing = ({ facts, problems, removed, correction }: Understanding): boolean =>
  factsIn(facts).length + problems.length + removed.length === 0 && correction === undefined;
