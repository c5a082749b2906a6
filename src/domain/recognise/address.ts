import type { Draft } from '../facts';
import { type AddressPart, addressPart, isAddressPart, type PartRead } from './addressPart';
import { addressLeads, fillers, links, partLeads } from './addressPhrases';
import { countryNames } from './country';
import { knownCities } from './knownCities';
import { phraseAt } from './phrases';
import { placeKey } from './placeNames';
import { canadian } from './postalCode';
import { isQuestion, isSentenceWord, isSmallTalk } from './prose';
import { type AddressReading, readAddress } from './readAddress';
import type { Found, Hints, Recogniser } from './recogniser';
import { refusal } from './refusal';
import { needsRegion } from './region';
import { boxAt, isCivic, isStreetType } from './street';
import { breaks, hasControls, tidy, type Word, wordsOf } from './words';

/**
 * A postal address or parts of one. Without a question it counts only when nothing else could be meant: introduced in words,
 * or a civic number and a kind of street with a city, a postal code or a country. Canada unless another country is named or
 * follows from the form of the region and postal code; a city alone never tells the country.
 */
export const addressIn: Recogniser = (text, hints) => {
  const asked = askedFor(hints);
  if (hints.exact === true) return asked && exactAddress(text, asked, hints.country);
  const words = wordsOf(text);
  if (words.length === 0) return undefined;
  if (asked !== undefined && hasControls(text)) return controls(text, asked);
  return (
    ledParts(text, words, hints.country) ??
    ledAddress(text, words, hints) ??
    (asked === undefined
      ? plainAddress(text, words, hints.country)
      : saidAddress(text, words, asked, hints.country))
  );
};

type Asked = 'address' | AddressPart;

const askedFor = ({ asked }: Hints): Asked | undefined =>
  asked === 'address' || isAddressPart(asked) ? asked : undefined;

const factFor = (asked: Asked): AddressPart => (asked === 'address' ? 'street' : asked);

const controls = (text: string, asked: Asked): Found => ({
  facts: {},
  problem: refusal('controlCharacters', factFor(asked), tidy(text.replace(controlRuns, ' '))),
  from: 0,
  to: text.length,
  led: false,
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it removes
const controlRuns = /[\u0000-\u001f\u007f-\u009f]+/g;

const exactAddress = (text: string, asked: Asked, country: string | undefined): Found => {
  if (hasControls(text)) return controls(text, asked);
  const span = { from: 0, to: text.length, led: false };
  if (asked !== 'address') return { ...span, ...addressPart(asked, text, country) };
  if (text.trim() === '') return { ...span, facts: {}, problem: refusal('required', 'street', '') };
  const { facts, problem } = readAddress(text, wordsOf(text), country);
  if (problem !== undefined) return { ...span, facts, problem };
  if (Object.keys(facts).length > 0) return { ...span, facts };
  return { ...span, facts, problem: refusal('addressUnclear', 'street', tidy(text)) };
};

const foundAs = (reading: AddressReading, led: boolean, from = reading.from): Found => {
  const { facts, problem, to } = reading;
  return { facts, ...(problem === undefined ? {} : { problem }), from, to, led };
};

const isEmpty = (facts: Draft): boolean => Object.keys(facts).length === 0;

/** "ville : Laval, code postal : H7A 1A1", "my zip is 10118": every part that is introduced. */
const ledParts = (
  text: string,
  words: readonly Word[],
  home: string | undefined,
): Found | undefined => {
  let found: Found | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const label = phraseAt(partLeads, words, at);
    const first = words[at];
    if (label === undefined || first === undefined) continue;
    const link = phraseAt(links, words, at + label.length);
    const start = at + label.length + (link?.length ?? 0);
    const linked =
      link !== undefined || words[start]?.before === 'colon' || label.value === 'postalCode';
    const run = linked ? valueRun(words, start, label.value) : [];
    const last = run.at(-1);
    if (run[0] === undefined || last === undefined) continue;
    const country = found?.facts.country ?? home;
    const typed = text.slice(run[0].from, last.to);
    const introduction = text.slice(first.from, run[0].from);
    const read =
      country === undefined && isZip(introduction, typed)
        ? zip(typed)
        : addressPart(label.value, typed, country);
    if (read.problem !== undefined && !isWorthRefusing(label.value, link !== undefined, run))
      continue;
    found = {
      facts: { ...found?.facts, ...read.facts },
      ...(read.problem === undefined ? {} : { problem: read.problem }),
      from: found?.from ?? first.from,
      to: last.to,
      led: true,
    };
    at = start + run.length - 1;
  }
  return found !== undefined && (found.problem !== undefined || !isEmpty(found.facts))
    ? found
    : undefined;
};

/** Only Americans say "zip". */
const isZip = (introduction: string, typed: string): boolean =>
  /zip/i.test(introduction) && /^\d{5}/.test(typed);

const zip = (typed: string): PartRead => {
  const { facts, ...read } = addressPart('postalCode', typed, 'US');
  return { ...read, facts: isEmpty(facts) ? facts : { ...facts, country: 'US' } };
};

const isWorthRefusing = (part: AddressPart, linked: boolean, run: readonly Word[]): boolean =>
  linked && part === 'postalCode' && run.some((word) => /\d/.test(word.text));

const valueRun = (words: readonly Word[], start: number, part: AddressPart): readonly Word[] => {
  const run: Word[] = [];
  for (const [offset, word] of words.slice(start, start + 8).entries()) {
    if (offset > 0 && (breaks.has(word.before) || word.before === 'colon')) break;
    if (
      isSentenceWord(word) ||
      (phraseAt(partLeads, words, start + offset) !== undefined && offset > 0)
    )
      break;
    run.push(word);
  }
  if (part === 'unit' && !(run.length <= 2 && hasUnit.test(run.at(-1)?.text ?? ''))) return [];
  return part === 'postalCode' ? postalRun(run) : run;
};

const hasUnit = /\d|^\p{Lu}$/u;

/** A code is one word or two. */
const postalRun = (run: readonly Word[]): readonly Word[] => {
  const [first, second] = run;
  if (first === undefined || !/\d/.test(first.text))
    return second !== undefined &&
      /\d/.test(second.text) &&
      /^[a-z]{1,4}$/.test(first?.folded ?? '')
      ? run.slice(0, 2)
      : [];
  if (second === undefined) return [first];
  const whole = canadian(first.text) !== undefined || /^\d{4,}/.test(first.text);
  return whole || !/\d/.test(second.text) ? [first] : [first, second];
};

const ledAddress = (
  text: string,
  words: readonly Word[],
  { asked, country }: Hints,
): Found | undefined => {
  let tries = 0;
  for (const [at, first] of words.entries()) {
    const lead = phraseAt(addressLeads, words, at);
    if (lead === undefined) continue;
    tries += 1;
    if (tries > mostLeads) return undefined;
    const link = phraseAt(links, words, at + lead.length);
    const rest = words.slice(at + lead.length + (link?.length ?? 0));
    if (rest[0] === undefined) return undefined;
    const reading = readAddress(text, rest, country);
    const { street, city, postalCode, region } = reading.facts;
    const enough =
      street !== undefined ||
      postalCode !== undefined ||
      (city !== undefined && region !== undefined);
    if (enough && (street !== undefined || asked !== undefined || rest.length <= 8)) {
      return foundAs(reading, true, first.from);
    }
  }
  return undefined;
};

/** Nobody introduces an address more often; it keeps hostile text linear. */
const mostLeads = 4;

const plainAddress = (
  text: string,
  words: readonly Word[],
  home: string | undefined,
): Found | undefined => {
  const start = words.findIndex((_, at) => startsAddress(words, at));
  if (start < 0) return undefined;
  const gap = words.findIndex(
    (word, at) => at > start && (word.before === 'gap' || word.before === 'stop'),
  );
  const reading = readAddress(
    text,
    words.slice(unitBefore(words, start), gap < 0 ? words.length : gap),
    home,
  );
  const { street, postalCode, country, region } = reading.facts;
  if (street === undefined || !reading.typed) return undefined;
  const placed = postalCode !== undefined || country !== undefined || region !== undefined;
  const city = reading.cityTyped;
  const named = city !== undefined && (knownCities.has(placeKey(city)) || /^\p{Lu}/u.test(city));
  return placed || (named && !street.split(' ').some(isPronoun))
    ? foundAs(reading, false)
    : undefined;
};

const isPronoun = (word: string): boolean => /^(?:my|mon|ma|mes|your|votre|we|nous)$/i.test(word);

/** A unit written before its civic number belongs to the address. */
const unitBefore = (words: readonly Word[], start: number): number => {
  const two = words[start - 2];
  if (two !== undefined && /^(?:app|appt|apt|bureau|suite|unit|unite|local|#)$/.test(two.folded))
    return start - 2;
  const one = words[start - 1];
  return one !== undefined &&
    (/^#/.test(one.text) || words[start]?.before === 'dash') &&
    /\d/.test(one.text)
    ? start - 1
    : start;
};

/** A number with a kind of street within the next few words, or a box. */
const startsAddress = (words: readonly Word[], at: number): boolean => {
  const word = words[at];
  if (word === undefined) return false;
  if (boxAt(words, at) > 0 && word.folded !== 'box') return true;
  const numbered = isCivic(word, words[at + 1]);
  if (!numbered && !(isStreetType(word) && word.folded.length > 2)) return false;
  for (const [offset, next] of words.slice(at + 1, at + 7).entries()) {
    if (breaks.has(next.before) && (offset > 0 || !numbered)) return false;
    if (isSentenceWord(next)) return false;
    if (numbered ? isStreetType(next) : isCivic(next)) return true;
  }
  return false;
};

const saidAddress = (
  text: string,
  words: readonly Word[],
  asked: Asked,
  country: string | undefined,
): Found | undefined => {
  if (isQuestion(text, words) || isSmallTalk(words)) return undefined;
  const reading = readAddress(text, words, country);
  if (asked !== 'address') {
    const several = Object.keys(reading.facts).length > 1 && reading.facts[asked] !== undefined;
    const found =
      several && reading.typed ? foundAs(reading, false) : saidPart(text, words, asked, country);
    return (
      found ??
      (reading.typed && reading.facts.street !== undefined ? foundAs(reading, false) : undefined)
    );
  }
  if (!isEmpty(reading.facts) && (reading.facts.street !== undefined || words.length <= 10))
    return foundAs(reading, false);
  if (words.length > 8 || words.some(isSentenceWord)) return undefined;
  return foundAs(
    {
      ...reading,
      from: words[0]?.from ?? 0,
      to: words.at(-1)?.to ?? text.length,
      problem: reading.problem ?? refusal('addressUnclear', 'street', tidy(text)),
    },
    false,
  );
};

/** A short answer to a question about one part, which may bring the parts that follow along ("Laval, QC H7A 1A1"). */
const saidPart = (
  text: string,
  words: readonly Word[],
  asked: AddressPart,
  country: string | undefined,
): Found | undefined => {
  const start = afterFillers(words, asked);
  const rest = words.slice(start);
  const first = rest[0];
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const content = text.slice(first.from, last.to);
  const span = { from: first.from, to: last.to, led: false };
  const open = asked === 'region' && country !== undefined && needsRegion(country);
  const part = addressPart(asked, content, open ? undefined : country);
  if (asked === 'city' || part.problem !== undefined) {
    const reading = readAddress(text, rest, country);
    const whole =
      Object.keys(reading.facts).length > 1 &&
      (reading.facts[asked] !== undefined || asked !== 'city');
    const place = asked === 'city' && countryNames.has(placeKey(content));
    if (whole && !place && (rest.length > 1 || part.problem !== undefined))
      return foundAs(reading, false);
  }
  if (part.problem === undefined) {
    return rest.length > 8 || rest.some(isSentenceWord) ? undefined : { ...span, ...part };
  }
  return rest.length > 6 || rest.some(isSentenceWord) ? undefined : { ...span, ...part };
};

const afterFillers = (words: readonly Word[], asked: AddressPart): number => {
  let at = 0;
  for (;;) {
    const filler =
      asked === 'city' && /^(?:la|le|the)$/i.test(words[at]?.text ?? '')
        ? undefined
        : phraseAt(fillers, words, at);
    if (filler === undefined || at + filler.length >= words.length) return at;
    at += filler.length;
  }
};
