import type { Draft, Fact, Field } from '../facts';
import type { Problem } from '../problem';

/** What the conversation knows when a text is read. */
export interface Hints {
  /** The question that is open, a whole field ("name") or one part ("postalCode"): short answers to it are taken at their word. */
  readonly asked?: Field | Fact;
  /** The text is the whole content of one input (card, form, CSV cell) for `asked`: the answer is its value or a problem, never somebody else's fact. */
  readonly exact?: boolean;
  /** ISO country of the draft so far; Canada when nothing was said. */
  readonly country?: string;
}

/** What was found in a text, and where, so that no other recogniser reads it again. Offsets are UTF-16 indexes into the text given. */
export interface Found {
  readonly facts: Draft;
  readonly problem?: Problem;
  readonly from: number;
  readonly to: number;
  /** Introduced in words ("mon courriel est …", "my name is …"): enough to replace an earlier answer. */
  readonly led: boolean;
}

/**
 * Total: forgiving on the way in, one canonical form out, linear time, never throws.
 * `undefined` when the text does not speak of this field at all.
 */
export type Recogniser = (text: string, hints: Hints) => Found | undefined;
