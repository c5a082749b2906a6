import {
  type MetadataJson,
  parsePhoneNumberFromString as parseAmong,
} from 'libphonenumber-js/core';
import {
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/max/metadata';
import type { ProblemKind } from '../problem';
import type { DigitGroup, PhoneRun } from './phoneRuns';

/** What a stretch of digits is: a number in E.164, or what is wrong with it. */
export interface PhoneReading {
  readonly phone?: string;
  readonly problem?: ProblemKind;
  /** Where it ends in the text. */
  readonly to: number;
}

interface Expected {
  readonly country: string;
  /** Nothing but its shape says that it is a telephone number. */
  readonly shapeOnly: boolean;
}

/** `undefined` when the digits are rather something else. */
export const readPhone = (
  run: PhoneRun,
  { country, shapeOnly }: Expected,
): PhoneReading | undefined => {
  const abroad = run.abroad === undefined ? undefined : readInternational(run.groups);
  if (abroad?.phone !== undefined || run.abroad === 'plus') return abroad;
  const home = readNorthAmerican(run.groups) ?? readNational(run.groups, country);
  return home ?? (shapeOnly ? undefined : (readLoose(run.groups) ?? misread(run.groups)));
};

/** The longest beginning that is a number: a civic number may follow it. */
const readInternational = (groups: readonly DigitGroup[]): PhoneReading | undefined => {
  for (let count = Math.min(groups.length, 8); count > 0; count -= 1) {
    const part = groups.slice(0, count);
    const digits = digitsOf(part).replace(/^(?:00|011)/, '');
    const to = part.at(-1)?.to;
    if (to === undefined || digits.length < 7 || digits.length > 15) continue;
    const phone = valid(parse(`+${digits}`));
    if (phone !== undefined) return { phone, to };
  }
  const to = groups.at(-1)?.to;
  if (to === undefined) return undefined;
  const digits = digitsOf(groups).replace(/^(?:00|011)/, '').length;
  if (digits < 7) return undefined;
  return { problem: digits > 15 ? 'phoneTooLong' : 'phoneImpossible', to };
};

const readNorthAmerican = (groups: readonly DigitGroup[]): PhoneReading | undefined => {
  for (const count of [1, 2, 3, 4]) {
    const part = groups.slice(0, count);
    const to = part.at(-1)?.to;
    const digits = digitsOf(part);
    if (
      to === undefined ||
      !tenDigits.test(shape(part)) ||
      !(digits.length === 10 || digits.startsWith('1'))
    )
      continue;
    const phone = northAmerican(digits.slice(-10));
    if (phone !== undefined) return { phone, to };
    if (!digits.startsWith('0')) return { problem: 'phoneImpossible', to };
  }
  return undefined;
};

/** The library asks the rules of 25 countries whose +1 it is; most numbers are of the one that is asked first here. */
const northAmerican = (digits: string): string | undefined =>
  valid(parseAmong(digits, 'CA', canada)) ?? valid(parse(digits, 'CA'));

const canada: MetadataJson = {
  ...metadata,
  country_calling_codes: { 1: ['CA'] },
  countries: { CA: metadata.countries.CA },
};

/** Written as at home in a country that has its own rules. */
const readNational = (groups: readonly DigitGroup[], country: string): PhoneReading | undefined => {
  if (country === 'CA' || country === 'US') return undefined;
  for (let count = Math.min(groups.length, 6); count > 0; count -= 1) {
    const part = groups.slice(0, count);
    const to = part.at(-1)?.to;
    const digits = digitsOf(part);
    if (to === undefined || digits.length < 8 || digits.length > 12) continue;
    const phone = valid(parse(digits, country));
    if (phone !== undefined) return { phone, to };
  }
  return undefined;
};

/** Ten digits in unusual groups, which count when nothing but a number is expected. */
const readLoose = (groups: readonly DigitGroup[]): PhoneReading | undefined => {
  const to = groups.at(-1)?.to;
  const digits = digitsOf(groups);
  const phone = /^1?\d{10}$/.test(digits) ? valid(parse(digits.slice(-10), 'CA')) : undefined;
  return to === undefined || phone === undefined ? undefined : { phone, to };
};

/** Introduced or asked for, so something is wrong with it. */
const misread = (groups: readonly DigitGroup[]): PhoneReading | undefined => {
  const to = groups.at(-1)?.to;
  const digits = digitsOf(groups).length;
  if (to === undefined || digits < 7) return undefined;
  if (digits === 7) return { problem: 'phoneWithoutAreaCode', to };
  if (digits < 10) return { problem: 'phoneTooShort', to };
  return { problem: digits > 10 ? 'phoneTooLong' : 'phoneImpossible', to };
};

const digitsOf = (groups: readonly DigitGroup[]): string =>
  groups.map(({ digits }) => digits).join('');

const shape = (groups: readonly DigitGroup[]): string =>
  groups.map(({ digits }) => digits.length).join(' ');

const tenDigits = /^(?:(?:1 )?(?:3 3 4|3 7|6 4|10|3 3 2 2)|11|4 3 4|4 7)$/;

/** Where the country is not known, only numbers with their + can be read. */
const parse = (digits: string, country?: string): PhoneNumber | undefined =>
  country !== undefined && isSupportedCountry(country)
    ? parsePhoneNumberFromString(digits, country)
    : parsePhoneNumberFromString(digits);

const valid = (number: PhoneNumber | undefined): string | undefined =>
  number?.isValid() || (number !== undefined && isFictional(number)) ? number?.number : undefined;

/** Mobile numbers that France and the United Kingdom keep for films and examples: the library calls them invalid. */
const isFictional = ({ number }: PhoneNumber): boolean =>
  /^\+(?:3363998\d{4}|447700900\d{3})$/.test(number);
