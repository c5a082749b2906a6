import type { DialogState } from 'botbuilder-dialogs';
import type { Draft } from '../src/domain/facts';
import { isFact } from '../src/domain/fieldTable';
import { isLocale } from '../src/domain/locale';
import { newRegistration, type Registration } from '../src/domain/registration';
import { isStack, unversioned } from './stack';
import { type Memory, newMemory, type State } from './state';

/** What a conversation left, whichever release wrote it: fields it does not know are kept, and what cannot be read locks nobody out. */
export const readState = (json: string): State => {
  if (json === '') return { memory: newMemory, stack: emptyStack() };
  const { memory, stack } = parsed(json);
  return isMemory(memory)
    ? { memory, stack: isStack(stack) ? unversioned(stack) : emptyStack() }
    : { memory: salvaged(memory), stack: emptyStack() };
};

const emptyStack = (): DialogState => ({ dialogStack: [] });

const parsed = (json: string): { readonly memory?: unknown; readonly stack?: unknown } => {
  try {
    return Object(JSON.parse(json));
  } catch {
    // Not JSON: nothing of it can be told.
    return {};
  }
};

const isMemory = (value: unknown): value is Memory => {
  const { version, locale, cards, registration }: Partial<Memory> = Object(value);
  return (
    version === 1 &&
    isLocale(locale) &&
    typeof cards === 'number' &&
    (registration === undefined || isRegistration(registration))
  );
};

const isRegistration = (value: unknown): value is Registration => {
  const { id, draft, rejected, ...numbers }: Partial<Registration> = Object(value);
  const { revision, firstCard, misses, unknownSerials } = numbers;
  return (
    typeof id === 'string' &&
    isObject(draft) &&
    isObject(rejected) &&
    [revision, firstCard, misses, unknownSerials].every((one) => typeof one === 'number')
  );
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The conversation begins anew, in its language and with the facts it had; whatever else they led to is asked or looked up again. */
const salvaged = (value: unknown): Memory => {
  const { locale, localeChosen, greeted, heard, cards, registration }: Partial<Memory> =
    Object(value);
  const lastCard = typeof cards === 'number' ? cards : 0;
  const { id, draft }: Partial<Registration> = Object(registration);
  return {
    ...newMemory,
    ...(isLocale(locale) ? { locale, localeChosen: localeChosen === true } : {}),
    greeted: greeted === true,
    heard: typeof heard === 'number' ? heard : 1,
    cards: lastCard,
    ...(typeof id === 'string'
      ? { registration: { ...newRegistration(id, lastCard + 1), draft: factsOf(draft) } }
      : {}),
    recovered: true,
  };
};

const ticked = new Set(['termsAccepted', 'meterContact']);

/** Consent is asked for again: its record is more than a tick. */
const factsOf = (draft: unknown): Draft =>
  Object.fromEntries(
    Object.entries(Object(draft)).filter(
      ([fact, value]) =>
        isFact(fact) &&
        fact !== 'termsAccepted' &&
        typeof value === (ticked.has(fact) ? 'boolean' : 'string'),
    ),
  );
