import { type Draft, type Fact, type Field, fields, type TextFact } from './facts';
import { addressIn } from './recognise/address';
import { emailIn } from './recognise/email';
import { nameIn } from './recognise/name';
import { phoneIn } from './recognise/phone';
import { needsPostalCode } from './recognise/postalCode';
import type { Recogniser } from './recognise/recogniser';
import { needsRegion } from './recognise/region';
import { serialIn } from './recognise/serial';

/** Fields whose answers are read; the others are ticked. */
export type TextField = Exclude<Field, 'termsAccepted' | 'meterContact'>;

export interface FactRow<F extends Field = Field> {
  readonly field: F;
  /** Longest value, in characters. */
  readonly max: number;
  /** Whether a registration needs it, given what is known so far. */
  readonly required: (draft: Draft) => boolean;
  readonly input: 'text' | 'email' | 'tel' | 'select' | 'checkbox' | 'radio';
  readonly inputMode?: 'email' | 'tel' | 'numeric';
  /** HTML autofill token. */
  readonly autocomplete: string;
}

/** Addresses are in Canada unless another country is named. */
export const defaultCountry = 'CA';

/** One row per fact: everything that asks, reads, shows or checks an answer looks here (design §4). */
export const factTable: {
  readonly [F in Fact]: FactRow<F extends TextFact ? TextField : Exclude<Field, TextField>>;
} = {
  givenName: text('name', 100, 'given-name'),
  familyName: text('name', 100, 'family-name'),
  street: text('address', 120, 'address-line1'),
  unit: { ...text('address', 12, 'address-line2'), required: never },
  city: text('address', 80, 'address-level2'),
  region: {
    ...text('address', 60, 'address-level1'),
    input: 'select',
    required: ({ country }) => needsRegion(country ?? defaultCountry),
  },
  postalCode: {
    ...text('address', 12, 'postal-code'),
    required: ({ country }) => needsPostalCode(country ?? defaultCountry),
  },
  // Never asked for by itself: it is the default unless the person says otherwise.
  country: { ...text('address', 60, 'country'), input: 'select', required: never },
  email: { ...text('email', 254, 'email'), input: 'email', inputMode: 'email' },
  phone: { ...text('phone', 40, 'tel'), input: 'tel', inputMode: 'tel' },
  extension: {
    ...text('phone', 7, 'tel-extension'),
    inputMode: 'numeric',
    required: never,
  },
  serial: text('serial', 20, 'off'),
  termsAccepted: { ...text('termsAccepted', 5, 'off'), input: 'checkbox' },
  meterContact: { ...text('meterContact', 5, 'off'), input: 'radio' },
};

/** How each field is read from a text; several in one text are read in this order. */
export const recognisers: { readonly [F in TextField]: Recogniser } = {
  email: emailIn,
  phone: phoneIn,
  serial: serialIn,
  address: addressIn,
  name: nameIn,
};

/** Fields in the order in which they are asked. */
export const askingOrder: readonly Field[] = [
  'name',
  'address',
  'email',
  'phone',
  'termsAccepted',
  'serial',
  'meterContact',
];

export const isField = (name: unknown): name is Field =>
  typeof name === 'string' && Object.hasOwn(fields, name);

export const isFact = (name: unknown): name is Fact =>
  typeof name === 'string' && Object.hasOwn(factTable, name);

/** The facts of a field; a fact stands for itself. */
export const factsOf = (asked: Field | Fact): readonly Fact[] =>
  isField(asked) ? fields[asked] : [asked];

/** The field a fact belongs to; a field stands for itself. */
export const fieldOf = (asked: Field | Fact): Field =>
  isField(asked) ? asked : factTable[asked].field;

function text<F extends Field>(field: F, max: number, autocomplete: string): FactRow<F> {
  return { field, max, required: always, input: 'text', autocomplete };
}

function always(): boolean {
  return true;
}

function never(): boolean {
  return false;
}
