import { acceptTerms, answerSuggestion, keepFacts } from '../../domain/change';
import type { Locale } from '../../domain/locale';
import { withLookUp } from '../../domain/lookUp';
import { readInput } from '../../domain/readInput';
import { type Registration, without } from '../../domain/registration';
import type { LookedUp } from '../../services/machines';
import { texts } from '../../text/texts';
import type { FormValues } from '../formBody';
import type { PageNeeds } from '../pageNeeds';
import { detailsProblems, withDetails } from './details';
import { problemsSaid } from './problemsSaid';
import type { Step } from './step';
import type { Trouble } from './trouble';

export interface Taken {
  readonly registration: Registration;
  /** Empty: the next question is asked. */
  readonly troubles: readonly Trouble[];
  /** Too many serial numbers. */
  readonly until?: Date;
}

export interface Occasion {
  readonly needs: PageNeeds;
  readonly locale: Locale;
  /** The caller's network. */
  readonly network: string;
}

/** What a form changes in a registration: the rules are those of the conversation, only that a form says everything of its step anew. */
export const take = (
  step: Exclude<Step, 'review' | 'done'>,
  registration: Registration,
  { values, ...occasion }: Occasion & { readonly values: FormValues },
): Promise<Taken> | Taken => takers[step](registration, values, occasion);

type Taker = (
  registration: Registration,
  values: FormValues,
  occasion: Occasion,
) => Promise<Taken> | Taken;

const details: Taker = (registration, values, { locale }) => {
  const next = withDetails(registration, values);
  return { registration: next, troubles: problemsSaid(detailsProblems(next), locale) };
};

const suggestion: Taker = (registration, values, { locale }) => {
  const answer = values.get('suggestion');
  const open = registration.suggestion;
  if (open === undefined || (answer !== 'yes' && answer !== 'no')) {
    return { registration, troubles: [] };
  }
  const { registration: next } = answerSuggestion(registration, answer === 'yes');
  if (open.kind === 'email' || answer === 'yes') return { registration: next, troubles: [] };
  return {
    registration: { ...next, rejected: { ...next.rejected, serial: open.given } },
    troubles: [{ sentence: texts[locale].forms.register.unknownSerial(open.given), at: 'serial' }],
  };
};

const terms: Taker = (registration, values, { needs, locale }) => {
  const { cards, conversation } = texts[locale];
  if (values.get('termsAccepted') !== 'true') {
    return { registration, troubles: [{ sentence: cards.terms.unticked, at: 'termsAccepted' }] };
  }
  const { registration: next, events } = acceptTerms(registration, {
    at: needs.services.clock().toISOString(),
    channel: 'form',
    termsVersion: needs.services.terms[locale].version,
    nextCard: 0,
  });
  const unseen = events.some(({ kind }) => kind === 'termsNotShownYet');
  return {
    registration: next,
    troubles: unseen ? [{ sentence: conversation.termsNotShownYet, at: 'termsAccepted' }] : [],
  };
};

const machine: Taker = async (registration, values, { needs, locale, network }) => {
  const { problems, cards, forms, pages } = texts[locale];
  const typed = values.get('serial').slice(0, longestKept);
  const read = readInput('serial', typed);
  const refuse = (sentence: string, from: Registration = registration): Taken => ({
    registration: { ...from, rejected: { ...from.rejected, serial: typed } },
    troubles: [{ sentence, at: 'serial' }],
  });
  if (read === undefined) return refuse(cards.machine.missing);
  if (read.problem !== undefined) return refuse(problems[read.problem.kind](read.problem));
  const { serial } = read.facts;
  if (serial === undefined) return refuse(cards.machine.missing);
  const looked = await needs.services.machines.lookUp({ serial, conversation: `form|${network}` });
  const bare = without(registration, 'suggestion');
  const { registration: next } = withLookUp(bare, { serial, looked: told(looked), nextCard: 0 });
  // Going back to a step is a link here, and no state.
  const after: Registration = without(next, 'editing');
  switch (looked.kind) {
    case 'found':
      return {
        registration: { ...after, rejected: without(after.rejected, 'serial') },
        troubles: [],
      };
    case 'alike':
      return { registration: after, troubles: [] };
    case 'unknown':
      return refuse(forms.register.unknownSerial(serial), after);
    case 'limited':
      return {
        ...refuse(forms.register.lookUpLimited(pages.time(looked.until)), after),
        until: looked.until,
      };
  }
};

const meterContact: Taker = (registration, values, { locale }) => {
  const answer = answers.get(values.get('meterContact'));
  if (answer === undefined) {
    const sentence = texts[locale].forms.register.chooseContact;
    return { registration, troubles: [{ sentence, at: 'meterContact' }] };
  }
  const { registration: next } = keepFacts(registration, { meterContact: answer }, () => true);
  return { registration: next, troubles: [] };
};

const answers: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

const takers: Readonly<Record<Exclude<Step, 'review' | 'done'>, Taker>> = {
  details,
  emailSuggestion: suggestion,
  terms,
  machine,
  machineSuggestion: suggestion,
  meterContact,
};

/** Of a machine no more than a person may see. */
const told = (looked: LookedUp) => {
  if (looked.kind !== 'found' && looked.kind !== 'alike') return looked;
  const { _id: serial, model, partner } = looked.machine;
  return { kind: looked.kind, machine: { serial, model, partner: partner !== undefined } };
};

const longestKept = 100;
