import type { Fact } from './facts';

/** Every way an answer can be unusable. Each has its sentence in `src/text`: what was understood, what is wrong, one correct example. */
const problemKinds = [
  'required',
  'tooLong',
  'controlCharacters',
  // name
  'nameWithoutLetters',
  'nameWithDigits',
  // address
  'addressUnclear',
  'streetWithoutNumber',
  'cityWithoutLetters',
  'regionUnknown',
  'postalCodeForm',
  'countryUnknown',
  'unitForm',
  // email
  'emailIncomplete',
  'emailForm',
  'emailSeveral',
  // phone
  'phoneTooShort',
  'phoneTooLong',
  'phoneWithoutAreaCode',
  'phoneImpossible',
  'phoneSeveral',
  'extensionForm',
  // serial
  'serialForm',
  'serialTooShort',
  'serialSeveral',
] as const;

export type ProblemKind = (typeof problemKinds)[number];

export interface Problem {
  readonly kind: ProblemKind;
  readonly fact: Fact;
  /** What was understood, shortened to 80 characters; shown as plain text only. */
  readonly heard: string;
  /** Longest length, with `tooLong`. */
  readonly max?: number;
  /** ISO country whose rule was broken, with `postalCodeForm` and `regionUnknown`. */
  readonly country?: string;
}
