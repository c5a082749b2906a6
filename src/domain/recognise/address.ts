import type { Draft } from '../facts';
import { type AddressPart, addressPart, isAddressPart } from './addressPart';
import { addressLeads, fillers, links } from './addressPhrases';
import { countryNames, countryOf } from './country';
import { countrySaid } from './countrySaid';
import { foundAs } from './foundAs';
import { ledParts } from './ledParts';
import { phraseAt } from './phrases';
import { placeKey } from './placeNames';
import { plainAddress } from './plainAddress';
import { isQuestion, isSentenceWord, isSmallTalk } from './prose';
import { readAddress } from './readAddress';
import type { Found, Hints, Recogniser } from './recogniser';
import { refusal } from './refusal';
import { needsRegion, regionOf } from './region';
import { hasControls, tidy, type Word, wordsOf } from './words';

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
  const said = countrySaid(words);
  const country = said ?? hints.country;
  const found =
    ledParts(text, words, country) ??
    ledAddress(text, words, { ...hints, ...(country === undefined ? {} : { country }) }) ??
    (asked === undefined
      ? plainAddress(text, words, country)
      : saidAddress(text, words, asked, country));
  return found?.facts.street === undefined || said === undefined
    ? found
    : { ...found, facts: { country: said, ...found.facts } };
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
  if (text.trim() === '') return { facts: {}, problem: refusal('required', 'street', ''), ...span };
  const { facts, problem } = readAddress(text, wordsOf(text), country);
  if (problem !== undefined) return { facts, problem, ...span };
  if (Object.keys(facts).length > 0) return { facts, ...span };
  return { facts, problem: refusal('addressUnclear', 'street', tidy(text)), ...span };
};

const isEmpty = (facts: Draft): boolean => Object.keys(facts).length === 0;

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
  const named = asked === 'region' || asked === 'postalCode' ? countryNamed(content) : undefined;
  if (named !== undefined) return { ...span, facts: { country: named } };
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

/** Nobody who lives abroad knows what else to say about a province. */
const countryNamed = (content: string): string | undefined =>
  content.length > 2 && regionOf(content) === undefined ? countryOf(content) : undefined;

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
