import { type Fact, type Field, fields } from './facts';
import type { Phrase } from './phrases/phrasesIn';

/** A change that is asked for without typing the new value. */
export type Correction =
  /** Said to be wrong, or to be asked again. */
  | { readonly ask: Field | Fact }
  /** Not wanted any more. */
  | { readonly remove: Fact }
  | { readonly meterContact: boolean };

/** Facts that a person may do without. */
const optional: readonly (Field | Fact)[] = ['unit', 'extension'];

/**
 * The correction that a message made of known phrases alone asks for. `reviewing`: the answers are on the table, so
 * that naming a field is enough.
 */
export const correctionIn = (
  phrases: readonly Phrase[],
  reviewing: boolean,
): Correction | undefined => {
  const has = (is: Phrase['meaning']['is']) => phrases.some(({ meaning }) => meaning.is === is);
  const meter = phrases.findLast(({ meaning }) => meaning.is === 'meter')?.meaning;
  if (meter?.is === 'meter') {
    return { meterContact: meter.wanted && !has('refuse') && !intends(phrases, 'no') };
  }
  const field = fieldNamed(phrases);
  if (field === undefined) return undefined;
  if (field === 'meterContact') {
    const answer = yesOrNo(phrases);
    if (answer !== undefined && (has('change') || has('link') || has('fix'))) {
      return { meterContact: answer };
    }
  }
  if (isOptional(field) && (has('remove') || has('lack') || has('refuse') || noBefore(phrases))) {
    return { remove: field };
  }
  const wrong = has('change') || has('wrong') || has('remove') || has('fix');
  const pointsAt = intends(phrases, 'undo') || intends(phrases, 'no') || reviewing;
  if (!wrong && !pointsAt) return undefined;
  if (has('lack') || has('refuse') || asksAbout.some((intent) => intends(phrases, intent))) {
    return undefined;
  }
  return { ask: field };
};

const asksAbout = [
  'why',
  'help',
  'human',
  'mail',
  'mailAgain',
  'skip',
  'cancel',
  'restart',
] as const;

const isOptional = (field: Field | Fact): field is 'unit' | 'extension' => optional.includes(field);

/** The field a message is about: the most precise one ("the city of my address" is the city). */
const fieldNamed = (phrases: readonly Phrase[]): Field | Fact | undefined => {
  const named = phrases.flatMap(({ meaning }) => (meaning.is === 'field' ? [meaning.field] : []));
  return named.find((field) => !(field in fields)) ?? named[0];
};

const intends = (phrases: readonly Phrase[], intent: string): boolean =>
  phrases.some(({ meaning }) => meaning.is === 'intent' && meaning.intent === intent);

const yesOrNo = (phrases: readonly Phrase[]): boolean | undefined => {
  const yes = intends(phrases, 'yes');
  if (yes === intends(phrases, 'no')) return undefined;
  return yes;
};

/** "No extension", unlike "no, the extension". */
const noBefore = (phrases: readonly Phrase[]): boolean =>
  phrases.some(({ meaning }, at) => {
    const next = phrases[at + 1]?.meaning;
    return meaning.is === 'intent' && meaning.intent === 'no' && next?.is === 'field';
  });
