import { addressLines } from '../src/domain/addressLines';
import type { Draft, Fact, Field } from '../src/domain/facts';
import { fieldOf, isField } from '../src/domain/fieldTable';
import type { Locale } from '../src/domain/locale';
import { countryName } from '../src/domain/recognise/country';
import { emailShown } from '../src/domain/recognise/email';
import { phoneShown } from '../src/domain/recognise/phoneShown';
import { regionChoices } from '../src/domain/recognise/region';
import type { Registration } from '../src/domain/registration';
import { texts } from '../src/text/texts';

/** The lines a field is shown in, none when nothing of it is known. */
export const linesOf = (
  field: Field,
  { draft, machine }: Pick<Registration, 'draft' | 'machine'>,
  locale: Locale,
): readonly string[] => {
  const model = machine?.serial === draft.serial ? machine?.model : undefined;
  return linesFor[field](draft, locale, model).filter(
    (line): line is string => line !== undefined && line !== '',
  );
};

type Lines = (draft: Draft, locale: Locale, model?: string) => readonly (string | undefined)[];

const linesFor: Readonly<Record<Field, Lines>> = {
  name: ({ givenName, familyName }) => [join(' ', givenName, familyName)],
  address: addressLines,
  email: ({ email }) => [email === undefined ? undefined : emailShown(email)],
  phone: (draft, locale) => [phoneLine(draft, locale)],
  serial: ({ serial }, _, model) => [join(' · ', serial, model)],
  termsAccepted: ({ termsAccepted }, locale) => [
    termsAccepted === true ? texts[locale].conversation.accepted : undefined,
  ],
  meterContact: ({ meterContact }, locale) => [yesOrNo(meterContact, locale)],
};

/** A field or one of its parts in a sentence; the empty string when it is not known. */
export const valueShown = (
  what: Field | Fact,
  registration: Pick<Registration, 'draft' | 'machine'>,
  locale: Locale,
): string => {
  if (isField(what)) return linesOf(what, registration, locale).join(', ');
  const value = registration.draft[what];
  if (value === undefined) return '';
  if (what === 'country') return countryName(String(value), locale);
  return what === 'region' ? regionName(String(value), locale) : String(value);
};

const regionName = (code: string, locale: Locale): string =>
  regionChoices(locale).find(({ value }) => value === code)?.title ?? code;

/** Several facts in a sentence, each field once and in full: a misreading shows at once. */
export const factsShown = (
  facts: readonly (Field | Fact)[],
  registration: Pick<Registration, 'draft' | 'machine'>,
  locale: Locale,
): string =>
  [...new Set(facts.map(fieldOf))]
    .map((field) =>
      field === 'meterContact'
        ? contactShown(registration.draft.meterContact, locale)
        : valueShown(field, registration, locale),
    )
    .filter((value) => value !== '')
    .join(' · ');

/** A bare "no" would not say of what. */
const contactShown = (wanted: boolean | undefined, locale: Locale): string => {
  const { contact, noContact } = texts[locale].conversation;
  if (wanted === undefined) return '';
  return wanted ? contact : noContact;
};

/** Everything that is known, labelled, for "what do you have so far?". */
export const summaryOf = (draft: Draft, locale: Locale): string =>
  (['name', 'address', 'email', 'phone', 'serial'] as const)
    .map((field) => valueShown(field, { draft }, locale))
    .filter((value) => value !== '')
    .join(' · ');

/** An extension may come before its number. */
const phoneLine = ({ phone, extension }: Draft, locale: Locale): string | undefined => {
  if (phone !== undefined) return phoneShown(phone, extension, locale);
  const { details, review } = texts[locale].cards;
  return extension === undefined ? undefined : review.labelled(details.labels.extension, extension);
};

const yesOrNo = (answer: boolean | undefined, locale: Locale): string | undefined => {
  if (answer === undefined) return undefined;
  const { yes, no } = texts[locale].conversation;
  return answer ? yes : no;
};

const join = (between: string, ...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(between);
