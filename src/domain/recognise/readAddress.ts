import type { Draft, Fact } from '../facts';
import type { Problem } from '../problem';
import { isStop } from './addressPhrases';
import { addressTail, type Tail } from './addressTail';
import { known } from './known';
import { placeTitle } from './placeTitle';
import { postalCodeFor } from './postalCode';
import { type CodeFound, canadianCode, codeInside } from './postalCodeAt';
import { postalRegion } from './postalRegion';
import { refusal } from './refusal';
import { needsRegion } from './region';
import { type StreetAndCity, streetAndCity } from './streetAndCity';
import { unitAt } from './unit';
import { breaks, tidy, type Word } from './words';

export interface AddressReading {
  readonly facts: Draft;
  readonly problem?: Problem;
  readonly from: number;
  readonly to: number;
  /** A number and a kind of street, or a box: nothing but an address looks like it. */
  readonly typed: boolean;
  readonly cityTyped: string | undefined;
}

/**
 * Reads an address from the outside in: unit, postal code, country and region leave the text first; what is left is street
 * and city. The country is the one that is named, or the one whose form the postal code or the region has.
 * `home` is the country known before.
 */
export const readAddress = (
  text: string,
  given: readonly Word[],
  home: string | undefined,
): AddressReading => {
  const all = given.slice(0, mostWords);
  const unit = withoutUnit(upToStop(all));
  const ended = upToCode(unit.words);
  const tail = addressTail(ended, home);
  const abroad = tail.country ?? (home === 'CA' ? undefined : home);
  const inside = tail.code === undefined ? codeInside(tail.words, abroad) : undefined;
  const code = tail.code ?? inside;
  const rest = inside === undefined ? tail.words : withoutCode(tail.words, inside);
  const places = streetAndCity(
    rest,
    [code, tail.region, tail.country].some((part) => part !== undefined),
  );
  const used = [
    ...[places.street, places.city, places.unnumbered, ended.slice(tail.words.length)].flat(),
    ...(inside === undefined ? [] : tail.words.slice(inside.start, inside.start + inside.length)),
  ];
  const { facts: where, problem } = countryFacts(tail, code, home);
  // Abroad many streets and places have no number: it is asked for only at home.
  const numberless = where.country !== undefined && !needsRegion(where.country);
  const named = places.street.length === 0 && numberless ? places.unnumbered : places.street;
  const street = plain(written(text, named));
  const city = plain(written(text, places.city) ?? tail.alsoCity);
  const facts = known({
    street: street && placeTitle(street),
    unit: unit.value,
    city: city && placeTitle(city),
    ...where,
  });
  return {
    cityTyped: city,
    typed: places.typed,
    ...checked(facts, problem, places),
    ...span(all, used, unit),
  };
};

/** No address is longer. */
const mostWords = 200;

const caps: readonly (readonly ['street' | 'city', number])[] = [
  ['street', 120],
  ['city', 80],
];

const checked = (
  facts: Draft,
  problem: Problem | undefined,
  { unnumbered }: StreetAndCity,
): { readonly facts: Draft; readonly problem?: Problem } => {
  for (const [fact, max] of caps) {
    const value = facts[fact];
    if (value === undefined || value.length <= max) continue;
    const { [fact]: _, ...others } = facts;
    return { facts: others, problem: refusal('tooLong', fact, value, { max }) };
  }
  if (problem !== undefined) return { facts, problem };
  if (facts.street !== undefined || unnumbered.length === 0) return { facts };
  const heard = unnumbered.map((word) => word.text).join(' ');
  return { facts, problem: refusal('streetWithoutNumber', 'street', heard) };
};

/** From the first to the last word that was used; what stands before and after is somebody else's. */
const span = (
  all: readonly Word[],
  used: readonly Word[],
  unit: UnitTaken,
): { readonly from: number; readonly to: number } => {
  const words = used.length === 0 && unit.value === undefined ? all : used;
  const starts = [...words.map((word) => word.from), unit.from].filter((at) => at !== undefined);
  const ends = [...words.map((word) => word.to), unit.to].filter((at) => at !== undefined);
  return { from: Math.min(...starts), to: Math.max(...ends) };
};

const upToStop = (words: readonly Word[]): readonly Word[] => {
  const stop = words.findIndex((_, at) => at > 1 && isStop(words, at));
  return stop < 0 ? words : words.slice(0, stop);
};

const afterBreak = (words: readonly Word[], at: number): readonly Word[] =>
  words
    .slice(at)
    .map((word, offset) => (offset === 0 && at > 0 ? { ...word, before: 'comma' } : word));

interface UnitTaken {
  /** Where the unit stands. */
  readonly from?: number;
  readonly to?: number;
  readonly value?: string;
  readonly words: readonly Word[];
}

/** Takes the unit out; its place becomes a break. Canada also writes it before the civic number ("4-123 rue Principale"). */
const withoutUnit = (words: readonly Word[]): UnitTaken => {
  for (let at = 0; at < words.length; at += 1) {
    const unit = unitAt(words, at);
    if (unit !== undefined) {
      const rest = [...words.slice(0, at), ...afterBreak(words, at + unit.length)];
      const [start, end] = [words[at], words[at + unit.length - 1]];
      const where = start && end ? { from: start.from, to: end.to } : {};
      return { value: unit.value, words: rest, ...where };
    }
  }
  const [first, second, third] = words;
  if (first === undefined || second === undefined) return { words };
  const joined = unitAndCivic.exec(first.folded);
  if (joined?.[1] !== undefined && joined[2] !== undefined && /^\p{L}/u.test(second.text)) {
    const civic = {
      ...first,
      text: joined[2].toUpperCase(),
      folded: joined[2],
      from: first.from + joined[1].length + 1,
    };
    return {
      value: joined[1].toUpperCase(),
      words: [civic, ...words.slice(1)],
      from: first.from,
      to: first.to,
    };
  }
  if (
    second.before === 'dash' &&
    unitAlone.test(first.folded) &&
    /^\d/.test(second.folded) &&
    third !== undefined
  ) {
    return {
      value: first.folded.toUpperCase(),
      words: afterBreak(words, 1),
      from: first.from,
      to: first.to,
    };
  }
  return { words };
};

const unitAndCivic = /^([a-z]?\d{1,4}[a-z]?)-(\d{1,6}[a-z]?)$/;
const unitAlone = /^[a-z]?\d{1,5}[a-z]?$/;

/** A Canadian code ends its address; a country may follow. */
const upToCode = (words: readonly Word[]): readonly Word[] => {
  const code = canadianCode(words);
  if (code === undefined || code.start === 0) return words;
  const end = code.start + code.length;
  const next = words[end];
  if (next === undefined || next.before === 'blank')
    return words.slice(0, end + (isCanada(next) ? 1 : 0));
  return words.slice(0, isCanada(next) ? end + 1 : end);
};

const isCanada = (word: Word | undefined): boolean =>
  word !== undefined && (word.folded === 'canada' || word.text === 'CA');

const withoutCode = (words: readonly Word[], code: CodeFound): readonly Word[] => [
  ...words.slice(0, code.start),
  ...afterBreak(words, code.start + code.length),
];

const countryFacts = (
  tail: Tail,
  code: CodeFound | undefined,
  home: string | undefined,
): { readonly facts: Draft; readonly problem?: Problem } => {
  const country = tail.country ?? code?.country ?? tail.region?.country;
  const target = country ?? home ?? 'CA';
  const postalCode = code === undefined ? undefined : postalCodeFor(target, code.typed);
  const named = tail.region?.country === target ? tail.region.code : undefined;
  const region = named ?? (postalCode === undefined ? undefined : postalRegion(target, postalCode));
  const facts = known({ region, postalCode, country });
  if (code === undefined || postalCode !== undefined) return { facts };
  const fact: Fact = 'postalCode';
  return { facts, problem: refusal('postalCodeForm', fact, code.typed, { country: target }) };
};

/** As typed, from the first word to the last; what was taken out in between stays out. */
const written = (text: string, words: readonly Word[]): string | undefined => {
  if (words.length === 0) return undefined;
  const parts = words.map((word, at) => {
    if (at === 0) return word.text;
    const previous = words[at - 1];
    const between = previous === undefined ? '' : text.slice(previous.to, word.from);
    if (word.before === 'dash') return ` - ${word.text}`;
    const comma = breaks.has(word.before) && (between.includes(',') || word.before === 'line');
    return comma ? `, ${word.text}` : ` ${word.text}`;
  });
  return tidy(parts.join('')).replace(endDot, '$1');
};

/** Markup, e-mail addresses and lone numbers are neither streets nor cities. */
const plain = (place: string | undefined): string | undefined =>
  place !== undefined && /\p{L}/u.test(place) && !markup.test(place) ? place : undefined;

const markup = /[<>{}[\]\\|@]|\$\{|https?/;

/** A dot that ends a sentence; those of "boul." and "St." stay. */
const endDot = /(\p{L}{5,}|\d)\.$/u;
