import type { TurnContext } from 'botbuilder';
import type { Event } from '../src/domain/event';
import type { Fact, Field } from '../src/domain/facts';
import { helpOffered } from '../src/domain/keepText';
import type { Locale } from '../src/domain/locale';
import { splitWasGuessed } from '../src/domain/recognise/name';
import type { Registration } from '../src/domain/registration';
import type { Understanding } from '../src/domain/understanding';
import { texts } from '../src/text/texts';
import { askAgain } from './askAgain';
import { clockTime } from './clockTime';
import { memoryOf } from './memory';
import { note } from './say';
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
    note(context, ...sentences(event, { registration, locale, understanding }));
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
  const show = (facts: readonly (Field | Fact)[]) => factsShown(facts, registration, locale);
  switch (event.kind) {
    case 'noted':
      return [
        ...noted(event.facts, registration, locale),
        ...nameSplit(event.facts, registration, { locale, understanding }),
      ];
    case 'changed':
      return [t.changed(show(event.fields))];
    case 'removed':
      return [t.removed(event.facts.map((fact) => t.the[fact]).join(', '))];
    case 'problem':
      return [problems[event.problem.kind](event.problem)];
    case 'editing':
      return editing(event.what, registration, locale);
    case 'machineFound':
      return [t.machineFound(event.machine.model)];
    case 'machineUnknown':
      return [
        t.machineUnknown(event.serial),
        helpOffered(registration) ? t.offerHelp : t.serialWhere,
      ];
    case 'lookUpLimited':
      return [t.lookUpLimited(clockTime(event.until, locale))];
    case 'notUnderstood':
      return [notUnderstood(understanding, locale)];
    case 'required':
      return [t.requiredChoice];
    case 'keptAsItWas':
    case 'termsAccepted':
    case 'termsNotTicked':
    case 'termsNotShownYet':
    case 'declined':
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
  // At its own step a serial number is answered by the machine that was found.
  const echoed = registration.consent === undefined;
  const written = facts.filter(
    (fact) => fact !== 'meterContact' && fact !== 'termsAccepted' && (fact !== 'serial' || echoed),
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
  if (understanding?.press !== undefined || !splitWasGuessed(`${givenName} ${familyName}`))
    return [];
  return [texts[locale].conversation.nameSplit(givenName, familyName)];
};

/** What is written is asked again with its own sentence; the terms and the meter question need a word before them. */
const editing = (
  what: Field | Fact,
  registration: Registration,
  locale: Locale,
): readonly string[] =>
  what === 'termsAccepted' || what === 'meterContact' ? [askAgain(what, registration, locale)] : [];

const notUnderstood = (understanding: Understanding | undefined, locale: Locale): string => {
  const t = texts[locale].conversation;
  if (understanding?.unusable === 'tooLong') return t.tooLong;
  return understanding?.unusable === 'symbols' ? t.symbolsOnly : t.notUnderstood;
};
