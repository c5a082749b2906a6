import type { Draft, Fact } from '../facts';
import type { Problem, ProblemKind } from '../problem';
import { countryOf } from './country';
import { placeTitle } from './placeTitle';
import { canadian, postalCodeFor } from './postalCode';
import { postalRegion } from './postalRegion';
import { refusal } from './refusal';
import { needsRegion, regionOf } from './region';
import { boxAt, isCivic } from './street';
import { bareUnit } from './unit';
import { tidy, wordsOf } from './words';

export type AddressPart = 'street' | 'unit' | 'city' | 'region' | 'postalCode' | 'country';

export interface PartRead {
  readonly facts: Draft;
  readonly problem?: Problem;
}

/** Longest values, in characters. */
const longestPart: Readonly<Record<AddressPart, number>> = {
  street: 120,
  unit: 12,
  city: 80,
  region: 60,
  postalCode: 12,
  country: 60,
};

export const isAddressPart = (fact: string | undefined): fact is AddressPart =>
  fact !== undefined && Object.hasOwn(longestPart, fact);

/** One part, alone: its canonical value or what is wrong with it. `country` is the country of the address, when it is known. */
export const addressPart = (
  part: AddressPart,
  text: string,
  country: string | undefined,
): PartRead => {
  const typed = tidy(text).replace(edges, '');
  if (typed === '')
    return typed === '' && part === 'unit' ? nothing : refused('required', part, '');
  const max = longestPart[part];
  if (typed.length > max) return refused('tooLong', part, typed, { max });
  return readers[part](typed, country);
};

const edges = /^[\s,;]+|[\s,;!]+$/g;
const nothing: PartRead = { facts: {} };

const refused = (
  kind: ProblemKind,
  fact: Fact,
  text: string,
  more: Pick<Problem, 'max' | 'country'> = {},
): PartRead => ({ facts: {}, problem: refusal(kind, fact, text, more) });

type Reader = (typed: string, country: string | undefined) => PartRead;

const street: Reader = (typed, country) => {
  if (!/\p{L}/u.test(typed) || markup.test(typed))
    return refused('addressUnclear', 'street', typed);
  const words = wordsOf(typed);
  const numbered = words.some(
    (word, at) => isCivic(word, words[at + 1]) || /^\d/.test(word.text) || boxAt(words, at) > 0,
  );
  if (!numbered && needsRegion(country ?? 'CA'))
    return refused('streetWithoutNumber', 'street', typed);
  return { facts: { street: placeTitle(typed.replace(endDot, '$1')) } };
};

const city: Reader = (typed) => {
  const bare = typed.replace(/\.$/, '');
  if (!/\p{L}/u.test(bare) || /\d/.test(bare) || markup.test(bare)) {
    return refused('cityWithoutLetters', 'city', typed);
  }
  return { facts: { city: placeTitle(bare) } };
};

const unit: Reader = (typed) => {
  if (noUnit.test(typed)) return nothing;
  const bare = bareUnit(typed);
  return bare === undefined ? refused('unitForm', 'unit', typed) : { facts: { unit: bare } };
};

const region: Reader = (typed, country) => {
  if (country !== undefined && !needsRegion(country)) return nothing;
  const found = regionOf(typed);
  if (found === undefined || (country !== undefined && found.country !== country)) {
    return refused('regionUnknown', 'region', typed, { country: country ?? 'CA' });
  }
  return { facts: { region: found.code, country: found.country } };
};

const postalCode: Reader = (typed, country) => {
  const bare = typed.replace(/\.$/, '');
  const canada = canadian(bare);
  const target = country ?? 'CA';
  const code = target === 'CA' ? canada : postalCodeFor(target, bare);
  if (code === undefined)
    return refused('postalCodeForm', 'postalCode', typed, { country: target });
  const inferred = postalRegion(target, code);
  return {
    facts: {
      postalCode: code,
      ...(inferred === undefined ? {} : { region: inferred }),
      ...(target === 'CA' ? { country: 'CA' } : {}),
    },
  };
};

const countryReader: Reader = (typed) => {
  const code = countryOf(typed);
  return code === undefined
    ? refused('countryUnknown', 'country', typed)
    : { facts: { country: code } };
};

const readers: Readonly<Record<AddressPart, Reader>> = {
  street,
  unit,
  city,
  region,
  postalCode,
  country: countryReader,
};

const endDot = /(\p{L}{5,}|\d)\.$/u;
/** Nor is an e-mail address a street or a city. */
const markup = /[<>{}[\]\\|@]|https?:|\$\{/;
const noUnit =
  /^(?:[-–—]+|0|n\/?a|non|no|none|aucune?|rien|nothing|pas d['’]appartement|sans objet|s\.?o\.?)\.?$/iu;
