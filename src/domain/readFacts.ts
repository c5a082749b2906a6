import type { Draft, Fact, Field, TextFact } from './facts';
import { factsOf, fieldOf, isFact, recognisers, type TextField } from './fieldTable';
import type { Word } from './phrases/words';
import type { Problem } from './problem';
import type { Found, Hints } from './recognise/recogniser';
import { replacementIn } from './replacementIn';
import { type Statement, statementsIn } from './statements';

export interface Reading {
  readonly facts: Draft;
  readonly led: readonly Field[];
  readonly problems: readonly Problem[];
  /** "Mon courriel n'est pas …": said to be wrong, without the right value. */
  readonly denied?: Field | Fact;
  /** The text with blanks where something was read: as long as the text. */
  readonly rest: string;
}

/**
 * Reads every field that a text holds. The open question is heard first when it explains the whole text ("45", asked
 * for the extension); else parts that are named, then field after field, each on what the ones before left.
 */
export const readFacts = (
  text: string,
  words: readonly Word[],
  hints: Hints,
  draft: Draft,
): Reading => {
  const begun: Reading = { facts: {}, led: [], problems: [], rest: text };
  const answer = wholeAnswer(text, hints);
  if (answer !== undefined) return keep(begun, answer);
  const statements = statementsIn(text, words);
  const without = statements.filter((statement) => statement.denied).reduce(leaveOut, begun);
  const stated = statedParts(without, statements, hints);
  const read = textFields.reduce((reading, field) => readField(reading, field, hints), stated);
  const named = statedFields(read, statements, hints);
  const replaced = keepFound(named, isEmpty(named) ? replacementIn(text, words) : undefined);
  return weighProblem(deny(leadingName(replaced, draft), text), hints);
};

const textFields: readonly TextField[] = ['email', 'phone', 'serial', 'address', 'name'];

const askedField = ({ asked }: Hints): TextField | undefined => {
  const field = asked === undefined ? undefined : fieldOf(asked);
  return textFields.find((one) => one === field);
};

const isEmpty = ({ facts, denied, problems }: Reading): boolean =>
  Object.keys(facts).length === 0 && denied === undefined && problems.length === 0;

const keepFound = (reading: Reading, found: Found | undefined): Reading =>
  found === undefined ? reading : keep(reading, found);

/** A longer text holds more than the answer to one question. */
const longestAnswer = 200;

/** Punctuation is all that may be left. */
const wholeAnswer = (text: string, hints: Hints): Found | undefined => {
  const field = askedField(hints);
  if (field === undefined || field === 'phone' || field === 'email') return undefined;
  // An e-mail address is read by itself; what stands around it is read after.
  if (text.length > longestAnswer || text.includes('@')) return undefined;
  // A number written like a phone number is one, whatever was asked; ten digits in a row may be a serial number.
  if (field === 'serial' && text.includes(' ') && recognisers.phone(text, {}) !== undefined) {
    return undefined;
  }
  const found = recognisers[field](text, hints);
  if (found === undefined || found.problem !== undefined) return undefined;
  return substance.test(blank(text, found)) ? undefined : found;
};

const substance = /[\p{L}\p{N}@]/u;

const readField = (reading: Reading, field: TextField, { asked, country }: Hints): Reading => {
  const hints: Hints = {
    ...(asked !== undefined && fieldOf(asked) === field ? { asked } : {}),
    ...countryHint(country, reading.facts),
  };
  // Most messages without a digit are not worth a closer look.
  if (hints.asked === undefined && digits.has(field) && !digit.test(reading.rest)) return reading;
  const found = recognisers[field](reading.rest, hints);
  if (found === undefined) return reading;
  if (found.problem !== undefined && hints.asked === undefined && !found.led) return reading;
  return keep(reading, found);
};

const digits: ReadonlySet<TextField> = new Set<TextField>(['phone', 'serial']);

const digit = /\p{Nd}/u;

const countryHint = (country: string | undefined, facts: Draft) => {
  const known = facts.country ?? country;
  return known === undefined ? {} : { country: known };
};

const keep = (reading: Reading, found: Found): Reading => {
  const keys = Object.keys(found.facts).filter(isFact);
  const ledNow = found.led ? keys.map(fieldOf) : [];
  return {
    // What was read first stands: a part that was named is surer than one that was come upon.
    facts: Object.assign({}, found.facts, reading.facts),
    led: [...new Set([...reading.led, ...ledNow])],
    problems: found.problem === undefined ? reading.problems : [...reading.problems, found.problem],
    // A text that could not be used may still hold something else.
    rest: keys.length > 0 ? blank(reading.rest, found) : reading.rest,
  };
};

const blank = (text: string, { from, to }: { readonly from: number; readonly to: number }) =>
  text.slice(0, from) + ' '.repeat(Math.max(0, to - from)) + text.slice(to);

const leaveOut = (reading: Reading, statement: Statement): Reading => ({
  ...reading,
  denied: reading.denied ?? statement.field,
  rest: blank(reading.rest, { from: statement.from, to: statement.valueTo }),
});

/** "Le poste est 45", "my last name is spelled Roy": a part of a field cannot be told by its looks. */
const statedParts = (reading: Reading, statements: readonly Statement[], hints: Hints): Reading => {
  const givenNamed = statements.some((statement) => statement.field === 'givenName');
  return statements.reduce((read, statement) => {
    const fact = statement.field === 'name' && givenNamed ? 'familyName' : statement.field;
    // "12 rue A": behind a civic number the word belongs to the street.
    if (statement.denied || afterNumber.test(reading.rest.slice(0, statement.from))) return read;
    return isPart(fact) ? readStatement(read, fact, { hints, ...statement }) : read;
  }, reading);
};

const afterNumber = /\d ?$/;

const parts: ReadonlySet<string> = new Set([
  'givenName',
  'familyName',
  'street',
  'unit',
  'city',
  'region',
  'postalCode',
  'country',
  'extension',
]);

const isPart = (fact: Field | Fact): fact is TextFact => parts.has(fact);

/** "Changez mon téléphone pour …": what the recogniser did not take for itself. */
const statedFields = (reading: Reading, statements: readonly Statement[], hints: Hints): Reading =>
  statements.reduce((read, statement) => {
    const field = textFields.find((one) => one === statement.field);
    if (field === undefined || statement.denied) return read;
    return readStatement(read, field, { hints, ...statement });
  }, reading);

const readStatement = (
  reading: Reading,
  asked: TextFact | TextField,
  { from, valueFrom, valueTo, hints }: StatedValue,
): Reading => {
  const field = textFieldOf(asked);
  const value = reading.rest.slice(valueFrom, valueTo);
  const read = factsOf(asked).some((fact) => reading.facts[fact] !== undefined);
  if (field === undefined || read || !substance.test(value)) return reading;
  const found = recognisers[field](value, { asked, ...countryHint(hints.country, reading.facts) });
  if (found === undefined) return reading;
  return keep(reading, { ...found, from, to: valueFrom + found.to, led: true });
};

interface StatedValue {
  readonly from: number;
  readonly valueFrom: number;
  readonly valueTo: number;
  readonly hints: Hints;
}

const textFieldOf = (asked: TextFact | TextField): TextField | undefined =>
  textFields.find((field) => field === fieldOf(asked));

/** Details typed one after the other often begin with the name: "Jane Tremblay, 12 rue …". */
const leadingName = (reading: Reading, draft: Draft): Reading => {
  const known = { ...draft, ...reading.facts };
  const several = Object.keys(reading.facts).length > 1;
  if (!several || known.givenName !== undefined || known.familyName !== undefined) return reading;
  const name = capitalisedWords.exec(reading.rest);
  if (name === null) return reading;
  const found = recognisers.name(name[0], { asked: 'name' });
  if (found === undefined || found.problem !== undefined) return reading;
  return keep(reading, { ...found, from: name.index + found.from, to: name.index + found.to });
};

const capitalisedWords =
  /(?<![\p{L}\p{N}] ?)\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:de|de la|du|van|von|der|la|le|di|da|dos|ben) \p{Lu}[\p{L}\p{M}'’-]*| \p{Lu}[\p{L}\p{M}.'’-]*){1,3}(?! ?[\p{L}\p{N}])/u;

/** "Ce n'est pas jane@example.org": heard before, and wrong; followed by "mais …", what was read is right. */
const deny = (reading: Reading, text: string): Reading => {
  const fact = Object.keys(reading.facts).find(isFact);
  if (fact === undefined || !denial.test(text)) return reading;
  if (instead.test(text)) return { ...reading, led: [...new Set([...reading.led, fieldOf(fact)])] };
  return { ...reading, facts: {}, denied: reading.denied ?? fieldOf(fact) };
};

const denial =
  /^(?:(?:non|no|mais|but),? )?(?:ce n['’]est pas|c['’]est pas|it['’]?s not|it is(?: not|n['’]t)|that['’]?s not|that is not) /iu;

const instead = /. (?:mais|but|plut[oô]t|c['’]est|it['’]?s|rather) /iu;

/** What the open question could not use is no problem when another answer explains it. */
const weighProblem = (reading: Reading, hints: Hints): Reading => {
  const field = askedField(hints);
  const others = Object.keys(reading.facts).length > 0;
  if (field === undefined || !others || trace[field].test(reading.rest)) return reading;
  return {
    ...reading,
    problems: reading.problems.filter((problem) => fieldOf(problem.fact) !== field),
  };
};

/** What an attempt at each field leaves behind when it could not be used. */
const trace: { readonly [F in TextField]: RegExp } = {
  email: /@/,
  phone: /\d{3}/,
  serial: /\d{3}/,
  address: /\d/,
  name: /^[^\p{L}]*\p{L}+[^\p{L}]*\p{N}/u,
};
