import { longestMessage } from './cleanText';
import type { Draft, Fact, TextFact } from './facts';
import { defaultCountry, factTable, isFact, isField } from './fieldTable';
import { locales } from './locale';
import { actions, cardNames } from './press';
import type { Problem } from './problem';
import { readInput } from './readInput';
import { needsRegion } from './recognise/region';
import type { Understanding } from './understanding';

export interface CardValues
  extends Pick<Understanding, 'press' | 'inputs' | 'extras' | 'removed' | 'language'> {
  readonly facts: Draft;
  readonly problems: readonly Problem[];
}

/**
 * What a pressed card brings: any client can send anything, so nothing is taken at its word but own properties of the
 * expected types, and every input is read as if it had been typed.
 */
export const cardValues = (value: unknown, country: string | undefined): CardValues => {
  const card = cardObject(value);
  if (card === undefined) return { inputs: {}, extras: {}, removed: [], facts: {}, problems: [] };
  const press = pressIn(card);
  return {
    ...(press === undefined ? {} : { press }),
    ...languageIn(card),
    inputs: inputsIn(card),
    extras: extrasIn(card),
    removed: press === undefined ? [] : emptied(card),
    ...factsIn(card, country),
  };
};

type Card = (key: string) => unknown;

const cardObject = (value: unknown): Card | undefined => {
  const object = typeof value === 'string' ? parsed(value) : value;
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return undefined;
  return (key) => Object.getOwnPropertyDescriptor(object, key)?.value;
};

/** Some channels send the value as text. */
const parsed = (json: string): unknown => {
  if (json.length > longestJson || !json.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

const longestJson = 64_000;

const pressIn = (card: Card): Understanding['press'] => {
  const name = cardNames.find((one) => one === card('card'));
  const action = actions.find((one) => one === card('action'));
  const at = card('at');
  const field = card('field');
  const rev = card('rev');
  if (name === undefined || action === undefined || !isCount(at)) return undefined;
  if (field !== undefined && !isField(field)) return undefined;
  if (rev !== undefined && !isCount(rev)) return undefined;
  return {
    card: name,
    at,
    action,
    ...(field === undefined ? {} : { field }),
    ...(rev === undefined ? {} : { rev }),
  };
};

/** The button of another language names it: pressed twice, it is still that one. */
const languageIn = (card: Card): Pick<Understanding, 'language'> => {
  const language = locales.find((one) => one === card('language'));
  return language === undefined ? {} : { language };
};

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const textFacts = Object.keys(factTable)
  .filter(isFact)
  .filter((fact): fact is TextFact => fact !== 'termsAccepted' && fact !== 'meterContact')
  // The country decides how the other parts of the address are read.
  .sort((a, b) => Number(b === 'country') - Number(a === 'country'));

const typedIn = (card: Card, fact: TextFact): string | undefined => {
  const value = card(fact);
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
};

const inputsIn = (card: Card): Understanding['inputs'] =>
  Object.fromEntries(
    textFacts.flatMap((fact) => {
      const typed = typedIn(card, fact);
      return typed === undefined ? [] : [[fact, typed.slice(0, 200)]];
    }),
  );

/** Boxes of optional facts that came back empty. */
const emptied = (card: Card): readonly Fact[] =>
  (['unit', 'extension'] as const).filter((fact) => {
    const value = card(fact);
    return typeof value === 'string' && value.trim() === '';
  });

const extrasIn = (card: Card): Understanding['extras'] =>
  Object.fromEntries(
    ['description', 'includeDraft'].flatMap((key): [string, string | boolean][] => {
      const value = card(key);
      if (typeof value === 'boolean') return [[key, value]];
      return typeof value === 'string' ? [[key, value.slice(0, longestMessage)]] : [];
    }),
  );

const factsIn = (
  card: Card,
  country: string | undefined,
): Pick<CardValues, 'facts' | 'problems'> => {
  let facts: Draft = {};
  const own: [Fact, unknown][] = [];
  const problems: Problem[] = [];
  for (const fact of textFacts) {
    const typed = typedIn(card, fact);
    const place = facts.country ?? country;
    if (typed === undefined) continue;
    if (fact === 'region' && !needsRegion(place ?? defaultCountry)) continue;
    const read = readInput(fact, typed, place === undefined ? {} : { country: place });
    if (read?.facts !== undefined) {
      facts = { ...read.facts, ...facts };
      if (read.facts[fact] !== undefined) own.push([fact, read.facts[fact]]);
    }
    if (read?.problem !== undefined) problems.push(read.problem);
  }
  const termsAccepted = booleanIn(card, 'termsAccepted');
  const meterContact = booleanIn(card, 'meterContact');
  return {
    facts: {
      ...facts,
      // An input of its own is surer than a part found in another ("514 555-0123 poste 12" in the phone's).
      ...Object.fromEntries(own),
      ...(termsAccepted === undefined ? {} : { termsAccepted }),
      ...(meterContact === undefined ? {} : { meterContact }),
    },
    problems,
  };
};

const booleanIn = (card: Card, key: string): boolean | undefined => {
  const value = card(key);
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : undefined;
};
