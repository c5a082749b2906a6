import type { Event } from './event';
import type { Draft, Fact, Field } from './facts';
import { fieldOf } from './fieldTable';
import { factsIn, merge } from './merge';
import { openOffer, withoutOffered } from './offer';
import type { Question } from './question';
import { suggestEmail } from './recognise/emailSuggestion';
import { type AcceptedTerms, type Registration, without } from './registration';

/** Where and when a message came in: goes into the consent record. */
export interface Occasion {
  /** ISO 8601. */
  readonly at: string;
  readonly channel: string;
  readonly activityId?: string;
  /** The question that was open when the message came. */
  readonly question?: Question;
  readonly termsVersion: string;
  /** Number that the next card of the conversation will get. */
  readonly nextCard: number;
}

export interface Kept {
  readonly registration: Registration;
  readonly events: readonly Event[];
}

export const unchanged = (registration: Registration, ...events: readonly Event[]): Kept => ({
  registration,
  events,
});

/** Facts into the draft, with all that follows from them. */
export const keepFacts = (
  registration: Registration,
  facts: Draft,
  mayReplace: (fact: Fact) => boolean,
): Kept => {
  const asked = withSuggestion(registration, facts, mayReplace);
  const { draft, noted, changed } = merge(asked.registration.draft, asked.facts, mayReplace);
  const given = factsIn(asked.facts);
  const usable = given.filter((fact) => registration.draft[fact] === undefined || mayReplace(fact));
  const open = closeEditing(asked.registration, usable);
  const touched = [...noted.map(fieldOf), ...changed];
  const last = touched.at(-1);
  if (last === undefined) {
    const reopened = open === asked.registration || asked.registration !== registration;
    return unchanged(open, ...(reopened ? [] : [{ kind: 'keptAsItWas' } as const]));
  }
  const events: Event[] = [];
  if (changed.length > 0) events.push({ kind: 'changed', fields: changed });
  if (noted.length > 0) events.push({ kind: 'noted', facts: noted });
  return {
    registration: {
      ...open,
      draft,
      revision: open.revision + 1,
      rejected: without(open.rejected, ...given.filter(isWritten)),
      last,
    },
    events,
  };
};

export const removeFacts = (registration: Registration, gone: readonly Fact[]): Kept => {
  const present = gone.filter((fact) => registration.draft[fact] !== undefined);
  if (present.length === 0) return unchanged(registration);
  return {
    registration: {
      ...registration,
      draft: without(registration.draft, ...present),
      revision: registration.revision + 1,
    },
    events: [{ kind: 'removed', facts: present }],
  };
};

/** A consent to the terms that were shown; the record of an earlier acceptance gives way. */
export const acceptTerms = (registration: Registration, occasion: Occasion): Kept => {
  const { shown } = registration;
  if (shown === undefined || shown.version !== occasion.termsVersion) {
    return unchanged(registration, { kind: 'termsNotShownYet' });
  }
  const consent: AcceptedTerms = {
    version: shown.version,
    hash: shown.hash,
    locale: shown.locale,
    shownAt: shown.at,
    acceptedAt: occasion.at,
    channel: occasion.channel,
    ...(occasion.activityId === undefined ? {} : { activityId: occasion.activityId }),
  };
  return {
    registration: {
      ...closeEditing(registration, ['termsAccepted']),
      draft: { ...registration.draft, termsAccepted: true },
      consent,
      last: 'termsAccepted',
    },
    events: [{ kind: 'termsAccepted' }],
  };
};

/** The answer to "did you mean …?". */
export const answerSuggestion = (registration: Registration, yes: boolean): Kept => {
  const { suggestion } = registration;
  if (suggestion === undefined) return unchanged(registration, { kind: 'alreadyAnswered' });
  const answered: Registration = without(registration, 'suggestion');
  if (suggestion.kind === 'email') {
    const email = yes ? suggestion.proposed : suggestion.given;
    return keepFacts({ ...answered, keptEmail: email }, { email }, () => true);
  }
  const { given, proposed } = suggestion;
  if (!yes) {
    const unknownSerials = answered.unknownSerials + 1;
    return unchanged({ ...answered, unknownSerials }, { kind: 'machineUnknown', serial: given });
  }
  return unchanged({
    ...answered,
    draft: { ...answered.draft, serial: proposed.serial },
    machine: proposed,
    revision: answered.revision + 1,
    unknownSerials: 0,
    last: 'serial',
  });
};

/** The answer to "is this who you are?": only a yes makes answers of what the channel said. */
export const answerOffer = (registration: Registration, yes: boolean): Kept => {
  const facts = openOffer(registration);
  if (facts === undefined) return unchanged(registration, { kind: 'alreadyAnswered' });
  const answered: Registration = without(registration, 'offer');
  if (!yes) return unchanged(answered, { kind: 'offerDeclined' });
  const { email } = facts;
  // Seen and confirmed: however it looks, it is not asked about again.
  const settled = email === undefined ? answered : { ...answered, keptEmail: email };
  return keepFacts(settled, facts, () => true);
};

export const startEditing = (
  registration: Registration,
  what: Field | Fact,
  nextCard: number,
): Kept => ({
  registration: {
    ...without(withoutOffered(registration, what), 'suggestion'),
    editing: { what, sinceCard: nextCard },
  },
  events: [{ kind: 'editing', what }],
});

/** The question that was being asked again is dropped; the earlier answer stands. */
export const stopEditing = (registration: Registration): Kept =>
  unchanged(without(registration, 'editing'), { kind: 'keptAsItWas' });

/** Whether an open edit is about this fact. */
export const isEdited = ({ editing }: Registration, fact: Fact): boolean =>
  editing !== undefined && (editing.what === fact || editing.what === fieldOf(fact));

/** A question that is asked again is answered once one of its facts came, be it the same as before. */
const closeEditing = (registration: Registration, given: readonly Fact[]): Registration =>
  given.some((fact) => isEdited(registration, fact))
    ? without(registration, 'editing')
    : registration;

/** An address that looks misspelt waits for the person's word instead of going into the draft. */
const withSuggestion = (
  registration: Registration,
  facts: Draft,
  mayReplace: (fact: Fact) => boolean,
): { readonly registration: Registration; readonly facts: Draft } => {
  const { email, serial } = facts;
  if (serial !== undefined && registration.suggestion?.kind === 'machine') {
    // Another number was given instead of a yes or a no: it is that one which is looked up.
    return withSuggestion(without(registration, 'suggestion'), facts, mayReplace);
  }
  if (email === undefined) return { registration, facts };
  const base: Registration =
    registration.suggestion?.kind === 'email' ? without(registration, 'suggestion') : registration;
  const known = email === base.keptEmail || email === base.draft.email;
  const open = base.draft.email === undefined || mayReplace('email');
  const proposed = open && !known ? suggestEmail(email) : undefined;
  if (proposed === undefined) return { registration: base, facts };
  return {
    registration: {
      ...closeEditing(base, ['email']),
      suggestion: { kind: 'email', given: email, proposed },
    },
    facts: without(facts, 'email'),
  };
};

const isWritten = (fact: Fact) => fact !== 'termsAccepted' && fact !== 'meterContact';
