import { withAnswerTimes } from './answeredAt';
import type { Kept, Occasion } from './change';
import type { EventKind } from './event';
import { keepPress } from './keepPress';
import { keepText } from './keepText';
import type { Registration } from './registration';
import type { Understanding } from './understanding';

/** What a message changes in a registration. Pure: the same message on the same registration has the same effect. */
export const keep = (
  registration: Registration,
  understanding: Understanding,
  occasion: Occasion,
): Kept => {
  const { press } = understanding;
  const kept =
    press === undefined
      ? keepText(registration, understanding, occasion)
      : keepPress(registration, { ...understanding, press }, occasion);
  const dated = withAnswerTimes(registration, kept.registration, occasion.at);
  const kinds = kept.events.map(({ kind }) => kind);
  const misses = missed(registration.misses, kinds);
  if (misses === dated.misses && dated === kept.registration) return kept;
  return { ...kept, registration: { ...dated, misses } };
};

/** Unusable answers in a row; anything gained starts anew, a help answer in between does not count. */
const missed = (before: number, kinds: readonly EventKind[]): number => {
  if (kinds.some((kind) => gains.has(kind))) return 0;
  return kinds.some((kind) => losses.has(kind)) ? before + 1 : before;
};

const gains: ReadonlySet<EventKind> = new Set<EventKind>([
  'noted',
  'changed',
  'removed',
  'editing',
  'keptAsItWas',
  'termsAccepted',
  'confirmed',
  'helpWanted',
  'offerDeclined',
]);

const losses: ReadonlySet<EventKind> = new Set<EventKind>([
  'problem',
  'notUnderstood',
  'emptyCard',
  'termsNotTicked',
  'termsNotShownYet',
  'required',
  'nothingToUndo',
  'whatToChange',
]);
