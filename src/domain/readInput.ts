import { cleanText } from './cleanText';
import type { Draft, TextFact } from './facts';
import { factTable, recognisers } from './fieldTable';
import type { Problem } from './problem';

export type InputReading =
  | { readonly facts: Draft; readonly problem?: undefined }
  | { readonly facts?: undefined; readonly problem: Problem };

/** Reads the content of one input of a card, a form or a file. Blank counts as not given: `undefined`. */
export const readInput = (
  fact: TextFact,
  raw: string,
  hints: { readonly country?: string } = {},
): InputReading | undefined => {
  // Recognisers refuse control characters in an input; blanks around it are nobody's fault.
  const typed = raw.slice(0, longestInput).normalize('NFC').trim();
  if (cleanText(typed) === '') return undefined;
  const found = recognisers[factTable[fact].field](typed, { ...hints, asked: fact, exact: true });
  if (found === undefined)
    return { problem: { kind: 'required', fact, heard: typed.slice(0, 80) } };
  if (found.problem !== undefined) return { problem: found.problem };
  return { facts: found.facts };
};

/** Enough for every recogniser to see that it is too long. */
const longestInput = 1000;
