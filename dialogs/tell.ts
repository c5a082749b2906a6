import type { TurnContext } from 'botbuilder';
import type { Event } from '../src/domain/event';
import type { Fact, Field } from '../src/domain/facts';
import { helpOffered } from '../src/domain/keepText';
import type { Locale } from '../src/domain/locale';
import { factsIn } from '../src/domain/merge';
import { splitWasGuessed } from '../src/domain/recognise/name';
import type { FoundMachine, Registration } from '../src/domain/registration';
import type { Understanding } from '../src/domain/understanding';
import { texts } from '../src/text/texts';
import { askAgain } from './askAgain';
import { clockTime } from './clockTime';
import { memoryOf } from './memory';
import { note, noteWithExample } from './say';
import { factsShown } from './show';

/** Puts what happened into words, to be said with the next question. */
export const tell = (
  context: TurnContext,
  events: readonly Event[],
  understanding?: Understanding,
): void => {
  const { registration, locale } = memoryOf(context);
  if (registration === undefined) return;
  for (const event of events) {
    const say = event.kind === 'problem' ? noteWithExample : note;
    say(context, ...sentences(event, { registration, locale, understanding }));
  }
};

interface Setting {
  readonly registration: Registration;
  readonly locale: Locale;
  readonly understanding: Understanding | undefined;
}

const sentences = (
  event: Event,
  { registration, locale, understanding }: Setting,
): readonly string[] => {
  const { conversation: t, problems } = texts[locale];
  switch (event.kind) {
    case 'noted':
      return [
        ...noted(event.facts, registration, locale),
        ...nameSplit(event.facts, registration, { locale, understanding }),
      ];
    case 'changed':
      return [
        t.changed(factsShown(event.fields, registration, locale)),
        ...(event.fields.includes('name')
          ? nameSplit(factsIn(understanding?.facts ?? {}), registration, { locale, understanding })
          : []),
      ];
    case 'removed':
      return [t.removed(event.facts.map((fact) => t.the[fact]).join(', '))];
    case 'problem':
      return [problems[event.problem.kind](event.problem)];
    case 'editing':
      return editing(event.what, registration, locale);
    case 'notReplaced':
      return [t.notReplaced(factsShown(event.fields, registration, locale))];
    case 'machineFound':
      return [t.machineFound(event.machine.model), ...partner(event.machine, registration, locale)];
    case 'machineUnknown':
      // The second time the question itself is the offer of help.
      return [t.machineUnknown(event.serial), helpOffered(registration) ? '' : t.serialWhere];
    case 'lookUpLimited':
      return [t.lookUpLimited(clockTime(event.until, locale))];
    case 'notUnderstood':
      return [notUnderstood(understanding, locale)];
    case 'required':
      return [event.asks === undefined ? t.requiredChoice : t.required(t.the[event.asks])];
    case 'keptAsItWas':
    case 'termsAccepted':
    case 'termsNotTicked':
    case 'termsNotShownYet':
    case 'declined':
    case 'offerDeclined':
    case 'whatToChange':
    case 'nothingToUndo':
    case 'oldCard':
    case 'alreadyAnswered':
    case 'emptyCard':
      return [t[event.kind]];
    case 'confirmed':
    case 'helpWanted':
      return [];
  }
};

/** What was ticked or pressed needs no echo; what was written is repeated as it was understood. */
const noted = (
  facts: readonly Fact[],
  registration: Registration,
  locale: Locale,
): readonly string[] => {
  // At its own step a serial number is answered by the machine that was found, and a yes or no by the next question.
  const early = registration.consent === undefined;
  const written = facts.filter(
    (fact) => fact !== 'termsAccepted' && (early || (fact !== 'serial' && fact !== 'meterContact')),
  );
  if (written.length === 0) return [];
  return [texts[locale].conversation.noted(factsShown(written, registration, locale))];
};

/** A split by rule is shown, since only the person knows. */
const nameSplit = (
  facts: readonly Fact[],
  { draft }: Registration,
  { locale, understanding }: Pick<Setting, 'locale' | 'understanding'>,
): readonly string[] => {
  const { givenName, familyName } = draft;
  const whole = facts.includes('givenName') && facts.includes('familyName');
  if (!whole || givenName === undefined || familyName === undefined) return [];
  // What was confirmed was seen in its parts.
  if (understanding !== undefined && understanding.facts.givenName === undefined) return [];
  if (understanding?.press !== undefined || !splitWasGuessed(`${givenName} ${familyName}`))
    return [];
  return [texts[locale].conversation.nameSplit(givenName, familyName)];
};

/** The meter question gives this notice; who answered it for another machine has not read it. */
const partner = (
  machine: FoundMachine,
  { draft }: Registration,
  locale: Locale,
): readonly string[] =>
  machine.partner && draft.meterContact === true ? [texts[locale].conversation.partner] : [];

/** What is written is asked again with its own sentence; before terms or a yes or no that were answered, a word is needed. */
const editing = (
  what: Field | Fact,
  registration: Registration,
  locale: Locale,
): readonly string[] => {
  const choice = what === 'termsAccepted' || what === 'meterContact';
  const answered = choice && registration.draft[what] !== undefined;
  return answered ? [askAgain(what, registration, locale)] : [];
};

const notUnderstood = (understanding: Understanding | undefined, locale: Locale): string => {
  const t = texts[locale].conversation;
  if (understanding?.unusable === 'tooLong') return t.tooLong;
  if (understanding?.unusable === 'symbols') return t.symbolsOnly;
  return understanding?.question === true ? t.notAnswered : t.notUnderstood;
};
