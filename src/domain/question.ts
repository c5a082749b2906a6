import { type Draft, type Fact, type Field, fields } from './facts';
import { fieldOf } from './fieldTable';
import { missing } from './missing';
import { openOffer } from './offer';
import type { FoundMachine, Registration } from './registration';

/** The guide's steps, in order. */
export type Stage = 'details' | 'terms' | 'machine' | 'meterContact' | 'review';

/** What a registration needs to know next. */
export type Question =
  | { readonly kind: 'emailSuggestion'; readonly given: string; readonly proposed: string }
  | { readonly kind: 'machineSuggestion'; readonly given: string; readonly proposed: FoundMachine }
  /** What the channel says of the person: is it right? */
  | { readonly kind: 'offer'; readonly facts: Draft }
  /** A written answer: a whole field when all of it is missing, else one part. */
  | { readonly kind: 'written'; readonly asks: Field | Fact; readonly editing: boolean }
  | { readonly kind: 'terms'; readonly editing: boolean }
  /** Not a question for the person: the serial number has to be looked up. */
  | { readonly kind: 'lookUp'; readonly serial: string }
  | { readonly kind: 'meterContact'; readonly editing: boolean }
  | { readonly kind: 'review' };

/** The open question, with the step it belongs to; `here` is asked at whatever step the person is. `undefined`: everything is known and confirmed. */
export const openQuestion = (
  registration: Registration,
  termsVersion: string,
): { readonly stage: Stage | 'here'; readonly question: Question } | undefined => {
  const { draft, suggestion, editing, consent, machine } = registration;
  if (suggestion?.kind === 'email') {
    const { given, proposed } = suggestion;
    return { stage: 'here', question: { kind: 'emailSuggestion', given, proposed } };
  }
  if (suggestion?.kind === 'machine') {
    const { given, proposed } = suggestion;
    return { stage: 'here', question: { kind: 'machineSuggestion', given, proposed } };
  }
  if (editing !== undefined) return { stage: 'here', question: again(editing.what) };
  const offer = openOffer(registration);
  if (offer !== undefined) return { stage: 'details', question: { kind: 'offer', facts: offer } };
  const details = missing(draft).filter((fact) => detailFields.has(fieldOf(fact)));
  const [first] = details;
  if (first !== undefined) {
    return {
      stage: 'details',
      question: { kind: 'written', asks: whole(first, details), editing: false },
    };
  }
  if (consent?.version !== termsVersion) {
    return { stage: 'terms', question: { kind: 'terms', editing: false } };
  }
  if (draft.serial === undefined) {
    return { stage: 'machine', question: { kind: 'written', asks: 'serial', editing: false } };
  }
  if (machine?.serial !== draft.serial) {
    return { stage: 'machine', question: { kind: 'lookUp', serial: draft.serial } };
  }
  if (draft.meterContact === undefined) {
    return { stage: 'meterContact', question: { kind: 'meterContact', editing: false } };
  }
  return registration.confirmed ? undefined : { stage: 'review', question: { kind: 'review' } };
};

const detailFields: ReadonlySet<Field> = new Set<Field>(['name', 'address', 'email', 'phone']);

const again = (what: Field | Fact): Question => {
  if (what === 'termsAccepted') return { kind: 'terms', editing: true };
  if (what === 'meterContact') return { kind: 'meterContact', editing: true };
  return { kind: 'written', asks: what, editing: true };
};

/** The field when none of it is known yet, else the part. What stays open of a field that is optional does not count. */
const whole = (first: Fact, missingFacts: readonly Fact[]): Field | Fact => {
  const field = fieldOf(first);
  const main = mainFacts[field];
  return main.every((fact) => missingFacts.includes(fact)) ? field : first;
};

/** The facts that make a field: an address of which only the country is known is still asked for as a whole. */
const mainFacts: Readonly<Record<Field, readonly Fact[]>> = {
  ...fields,
  address: ['street', 'city'],
  phone: ['phone'],
};
