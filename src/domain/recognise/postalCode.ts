import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator';

/** Where every address has a postal code and people know theirs; elsewhere it may be left out. */
export const needsPostalCode = (country: string): boolean => always.has(country);

/** The code as its country writes it, or `undefined` when the country writes codes differently. */
export const postalCodeFor = (country: string, typed: string): string | undefined => {
  const text = typed.trim().toUpperCase().replace(blanks, ' ');
  if (country === 'CA') return canadian(text);
  if (country === 'US') return american(text);
  const bare = text.replace(prefix, '');
  const national = byDigits.get(country);
  if (national !== undefined) {
    const digits = bare.replace(separators, '');
    return digits.length === national && allDigits.test(digits) ? digits : undefined;
  }
  if (country === 'GB') return british(text);
  if (country === 'JP') return japanese(bare);
  if (bare.length > 12 || !plausible.test(bare)) return undefined;
  // Nobody is sure of the form where codes are rare.
  if (!needsPostalCode(country) || !postcodeValidatorExistsForCountry(country)) return bare;
  return [text, bare].find((code) => postcodeValidator(code, country));
};

/** A1A 1A1; blanks and hyphens forgiven, and O for 0, I or L for 1, where a digit must stand. */
export const canadian = (typed: string): string | undefined => {
  if (typed.length > 12) return undefined;
  const code = typed.toUpperCase().replace(separators, '');
  if (code.length !== 6) return undefined;
  const repaired = Array.from(
    code,
    (character, at) => (at % 2 === 0 ? letterFor : digitFor).get(character) ?? character,
  ).join('');
  return canadianForm.test(repaired) ? `${repaired.slice(0, 3)} ${repaired.slice(3)}` : undefined;
};

/** Outward and inward code with one blank; the form is like no other country's. */
export const british = (typed: string): string | undefined => {
  const match = britishForm.exec(typed.toUpperCase());
  return match === null ? undefined : `${match[1]} ${match[2]}`;
};

const american = (text: string): string | undefined => {
  const match = americanForm.exec(text);
  if (match === null) return undefined;
  return match[2] === undefined ? match[1] : `${match[1]}-${match[2]}`;
};

const japanese = (text: string): string | undefined => {
  const digits = text.replace(separators, '');
  return /^\d{7}$/.test(digits) ? `${digits.slice(0, 3)}-${digits.slice(3)}` : undefined;
};

const always: ReadonlySet<string> = new Set(
  'AT AU BE BG BR CA CH CN CY CZ DE DK DZ EE ES FI FR GB GR HR HU IL IN IS IT JP KR LI LT LU LV MA MC MT MX NL NO NZ PL PT RO RU SE SG SI SK TN TR UA US ZA'.split(
    ' ',
  ),
);
const byDigits: ReadonlyMap<string, number> = new Map([
  ['FR', 5],
  ['BE', 4],
  ['CH', 4],
]);
const blanks = /\s+/g;
const separators = /[\s.-]+/g;
const prefix = /^[A-Z]{1,2}[- ](?=\d)/;
const allDigits = /^\d+$/;
const plausible = /^[\p{L}\p{N}][\p{L}\p{N} -]*$/u;
const letterFor: ReadonlyMap<string, string> = new Map([['1', 'L']]);
const digitFor: ReadonlyMap<string, string> = new Map([
  ['O', '0'],
  ['I', '1'],
  ['L', '1'],
]);
const canadianForm = /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]\d[ABCEGHJ-NPRSTV-Z]\d$/;
const americanForm = /^(\d{5})(?:[- ]?(\d{4}))?$/;
const britishForm = /^([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})$/;
