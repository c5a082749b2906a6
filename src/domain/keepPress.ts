import {
  acceptTerms,
  answerOffer,
  answerSuggestion,
  isEdited,
  type Kept,
  keepFacts,
  type Occasion,
  removeFacts,
  startEditing,
  unchanged,
} from './change';
import type { Fact } from './facts';
import { keepProblems } from './keepProblems';
import { factsIn } from './merge';
import type { CardName } from './press';
import { openQuestion } from './question';
import { type Registration, without } from './registration';
import type { Understanding } from './understanding';

type Pressed = Understanding & { readonly press: NonNullable<Understanding['press']> };

/** A pressed card fills what is still empty. It replaces an earlier answer only where that one is being asked again, and only if it is the card that asked. */
export const keepPress = (
  registration: Registration,
  pressed: Pressed,
  occasion: Occasion,
): Kept => {
  if (pressed.press.at < registration.firstCard) {
    return unchanged(registration, { kind: 'oldCard' });
  }
  return byCard[pressed.press.card](registration, pressed, occasion);
};

type Press = (registration: Registration, pressed: Pressed, occasion: Occasion) => Kept;

const written: Press = (registration, pressed) => {
  const facts = without(pressed.facts, 'termsAccepted', 'meterContact');
  const may = mayReplace(registration, pressed);
  const kept = withoutEmptied(keepFacts(registration, facts, may), pressed.removed.filter(may));
  const { registration: next, events } = keepProblems(
    kept,
    pressed,
    (fact) => registration.draft[fact] === undefined || isEdited(registration, fact),
  );
  if (events.length > 0 || next !== registration) {
    return { registration: stillEditing(registration, next, pressed), events };
  }
  const filled = factsIn(facts).length > 0 || pressed.problems.length > 0;
  return unchanged(next, { kind: filled ? 'alreadyAnswered' : 'emptyCard' });
};

/** Emptying a box is a change of the answer, which then did not stay the same. */
const withoutEmptied = (kept: Kept, gone: readonly Fact[]): Kept => {
  const { registration, events } = removeFacts(kept.registration, gone);
  if (events.length === 0) return kept;
  return {
    registration,
    events: [...kept.events.filter(({ kind }) => kind !== 'keptAsItWas'), ...events],
  };
};

/** What is asked again stays asked while a part of it could not be used. */
const stillEditing = (before: Registration, after: Registration, { problems }: Pressed) =>
  before.editing !== undefined && problems.some(({ fact }) => isEdited(before, fact))
    ? { ...after, editing: before.editing }
    : after;

const terms: Press = (registration, pressed, occasion) => {
  const open = openQuestion(registration, occasion.termsVersion)?.question;
  const answered = registration.draft.termsAccepted === true && open?.kind !== 'terms';
  if (answered) return unchanged(registration, { kind: 'alreadyAnswered' });
  if (pressed.press.action === 'decline') return unchanged(registration, { kind: 'declined' });
  if (pressed.facts.termsAccepted === true) return acceptTerms(registration, occasion);
  return unchanged(registration, { kind: 'termsNotTicked' });
};

const meterContact: Press = (registration, pressed) => {
  const answer = pressed.facts.meterContact;
  if (answer === undefined) return unchanged(registration, { kind: 'emptyCard' });
  const may = mayReplace(registration, pressed);
  if (registration.draft.meterContact !== undefined && !may('meterContact')) {
    return unchanged(registration, { kind: 'alreadyAnswered' });
  }
  return keepFacts(registration, { meterContact: answer }, may);
};

const suggestion: Press = (registration, { press }) =>
  answerSuggestion(registration, press.action === 'yes');

const offer: Press = (registration, { press }) => answerOffer(registration, press.action === 'yes');

const review: Press = (registration, { press }, occasion) => {
  if (press.rev !== registration.revision) return unchanged(registration, { kind: 'oldCard' });
  if (press.action === 'edit' && press.field !== undefined) {
    return startEditing(registration, press.field, occasion.nextCard);
  }
  // What the card shows is what is confirmed, so an edit that was begun and not answered does not count.
  const settled: Registration = without(registration, 'editing');
  const open = openQuestion(settled, occasion.termsVersion)?.question;
  if (press.action !== 'confirm' || open?.kind !== 'review') {
    return unchanged(registration, { kind: 'oldCard' });
  }
  return unchanged({ ...settled, confirmed: true }, { kind: 'confirmed' });
};

const elsewhere: Press = (registration) => unchanged(registration);

const byCard: Readonly<Record<CardName, Press>> = {
  details: written,
  machine: written,
  terms,
  meterContact,
  suggestion,
  offer,
  review,
  welcome: elsewhere,
  help: elsewhere,
  question: elsewhere,
  done: elsewhere,
};

const mayReplace =
  (registration: Registration, { press }: Pressed) =>
  (fact: Fact): boolean =>
    isEdited(registration, fact) && press.at >= (registration.editing?.sinceCard ?? 0);
