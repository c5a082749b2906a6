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
  stopEditing,
  unchanged,
} from './change';
import type { Event } from './event';
import type { Draft, Fact } from './facts';
import { fieldOf } from './fieldTable';
import { keepProblems } from './keepProblems';
import { factsIn } from './merge';
import { openOffer } from './offer';
import type { Question } from './question';
import { type Registration, without } from './registration';
import type { Intent, Understanding } from './understanding';

/** A typed message: every fact in it is kept; then it is read as the answer to the open question. */
export const keepText = (
  registration: Registration,
  understanding: Understanding,
  occasion: Occasion,
): Kept => {
  if (understanding.unusable !== undefined) {
    return unchanged(registration, { kind: 'notUnderstood' });
  }
  const facts = answersOf(understanding);
  const noted = keepFacts(registration, facts, (fact) =>
    mayReplace(registration, understanding, fact),
  );
  const cleared = removeFacts(noted.registration, understanding.removed);
  const known: Kept = {
    registration: cleared.registration,
    events: [...noted.events, ...cleared.events],
  };
  const kept = keepProblems(known, understanding, () => true);
  if (understanding.correction !== undefined) {
    const editing = startEditing(kept.registration, understanding.correction, occasion.nextCard);
    return { ...editing, events: [...kept.events, ...editing.events] };
  }
  if (kept.events.length > 0 || kept.registration !== registration) {
    return withAnswer(kept, understanding, occasion);
  }
  return understanding.intent === undefined && factsIn(facts).length > 0
    ? unchanged(registration, nothingNew(registration, facts))
    : answer(registration, understanding, occasion);
};

/** The same again, or something else that was only asked about. */
const nothingNew = ({ draft }: Registration, facts: Draft): Event => {
  const others = factsIn(facts).filter((fact) => facts[fact] !== draft[fact]);
  return others.length === 0
    ? { kind: 'keptAsItWas' }
    : { kind: 'notReplaced', fields: [...new Set(others.map(fieldOf))] };
};

/** A consent is given to the terms that are shown. "Is sam@example.net ok?" says nothing about the meter. */
const answersOf = ({ facts, question }: Understanding): Draft => {
  const given = without(facts, 'termsAccepted');
  return question && factsIn(given).length > 1 ? without(given, 'meterContact') : given;
};

/** Said of this field in words, or asked, or simply stated: a question ("can I use …?") replaces nothing, nor do the inputs of a card that is not ours. */
const mayReplace = (
  registration: Registration,
  { led, question, inputs }: Understanding,
  fact: Fact,
): boolean => {
  const typed: Draft = inputs;
  const stated = !question && typed[fact] === undefined;
  return led.includes(fieldOf(fact)) || isEdited(registration, fact) || stated;
};

/** "Yes, and my phone is …": the yes counts where it cannot be about the facts. */
const withAnswer = (kept: Kept, understanding: Understanding, occasion: Occasion): Kept => {
  const { intent } = understanding;
  const { question } = occasion;
  const answers =
    question?.kind === 'meterContact' && understanding.facts.meterContact === undefined;
  // "No, my e-mail is …" says nothing of the rest that was offered.
  const agrees = question?.kind === 'offer' && openOffer(kept.registration) !== undefined;
  if (!(answers && (intent === 'yes' || intent === 'no')) && !(agrees && intent === 'yes'))
    return kept;
  const also = answer(kept.registration, understanding, occasion);
  return { ...also, events: [...kept.events, ...also.events] };
};

const answer = (
  registration: Registration,
  { intent }: Understanding,
  occasion: Occasion,
): Kept => {
  const { question } = occasion;
  if (intent === undefined || question === undefined) {
    return unchanged(registration, { kind: 'notUnderstood' });
  }
  const toQuestion = answers[question.kind](registration, intent, occasion);
  return toQuestion ?? anywhere(registration, intent, occasion);
};

type Answer = (registration: Registration, intent: Intent, occasion: Occasion) => Kept | undefined;

const toSuggestion: Answer = (registration, intent) => {
  if (intent === 'yes' || intent === 'confirm') return answerSuggestion(registration, true);
  // "Keep it" and "skip" leave what was typed as it is.
  if (intent === 'no' || intent === 'skip') return answerSuggestion(registration, false);
  return undefined;
};

const toOffer: Answer = (registration, intent) => {
  if (accepting.has(intent)) return answerOffer(registration, true);
  return refusing.has(intent) ? answerOffer(registration, false) : undefined;
};

const toTerms: Answer = (registration, intent, occasion) => {
  if (accepting.has(intent)) return acceptTerms(registration, occasion);
  if (intent === 'decline') return unchanged(registration, { kind: 'declined' });
  if (intent !== 'no') return undefined;
  return registration.editing === undefined
    ? unchanged(registration, { kind: 'declined' })
    : stopEditing(registration);
};

const toMeterContact: Answer = (registration, intent) => {
  const meterContact = intent === 'yes' || intent === 'accept';
  if (!meterContact && intent !== 'no' && intent !== 'decline') return undefined;
  return keepFacts(registration, { meterContact }, () => true);
};

const toReview: Answer = (registration, intent) => {
  if (intent === 'yes' || intent === 'confirm') {
    return unchanged({ ...registration, confirmed: true }, { kind: 'confirmed' });
  }
  return intent === 'no' ? unchanged(registration, { kind: 'whatToChange' }) : undefined;
};

/** After two unknown serial numbers a help request was offered. */
const toWritten: Answer = (registration, intent, { question }) => {
  const offered =
    question?.kind === 'written' && question.asks === 'serial' && helpOffered(registration);
  if (offered && intent === 'yes') {
    // Taken up once: the next yes is not a second request.
    return unchanged({ ...registration, unknownSerials: 0 }, { kind: 'helpWanted' });
  }
  // The plain question comes again, without the offer.
  if (offered && intent === 'no') return unchanged({ ...registration, unknownSerials: 0 });
  // "No" to "which machine?" is somebody who has none at hand.
  const refused =
    question?.kind === 'written' && intent === 'no' && registration.editing === undefined;
  return refused ? unchanged(registration, { kind: 'required', asks: question.asks }) : undefined;
};

export const helpOffered = ({ unknownSerials }: Registration): boolean => unknownSerials >= 2;

const answers: Readonly<Record<Question['kind'], Answer>> = {
  emailSuggestion: toSuggestion,
  machineSuggestion: toSuggestion,
  offer: toOffer,
  written: toWritten,
  terms: toTerms,
  lookUp: () => undefined,
  meterContact: toMeterContact,
  review: toReview,
};

const accepting: ReadonlySet<Intent> = new Set<Intent>(['yes', 'accept', 'confirm']);
const refusing: ReadonlySet<Intent> = new Set<Intent>(['no', 'decline', 'skip', 'undo']);
const leaving: ReadonlySet<Intent> = new Set<Intent>(['no', 'undo', 'skip', 'cancel']);

/** What means the same at every question. */
const anywhere = (registration: Registration, intent: Intent, occasion: Occasion): Kept => {
  if (registration.editing !== undefined && leaving.has(intent)) return stopEditing(registration);
  if (elsewhere.has(intent)) return unchanged(registration);
  if (intent === 'skip') {
    const { question } = occasion;
    const asks = question?.kind === 'written' ? { asks: question.asks } : {};
    return unchanged(registration, { kind: 'required', ...asks });
  }
  if (intent === 'accept' && registration.consent === undefined) {
    return unchanged(registration, { kind: 'termsNotShownYet' });
  }
  if (intent === 'undo') {
    return registration.last === undefined
      ? unchanged(registration, { kind: 'nothingToUndo' })
      : startEditing(registration, registration.last, occasion.nextCard);
  }
  return unchanged(registration, { kind: 'notUnderstood' });
};

/** Answered by the conversation, whatever the registration. */
const elsewhere: ReadonlySet<Intent> = new Set<Intent>([
  'help',
  'human',
  'why',
  'repeat',
  'cancel',
  'restart',
  'language',
  'start',
  'moveOn',
  'summary',
  'greeting',
  'thanks',
  'mail',
  'mailAgain',
]);
