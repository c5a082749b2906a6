/**
 * What a person tells us. The names are the same everywhere: input ids in cards, `name` attributes in forms,
 * keys in JSON (outside contract, design §10). Values are in canonical form.
 */
export interface Facts {
  readonly givenName: string;
  readonly familyName: string;
  /** Civic number and street, as typed ("12 rue des Érables"). */
  readonly street: string;
  /** Bare: "4", "2B", "300"; the prefix (app., bureau, unit, #) is added by the language that shows it. */
  readonly unit: string;
  readonly city: string;
  /** Canada and the United States only: the subdivision's code, "QC", "NY". */
  readonly region: string;
  /** As its country writes it; Canada "A1A 1A1". */
  readonly postalCode: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly email: string;
  /** E.164. */
  readonly phone: string;
  /** Digits. */
  readonly extension: string;
  /** Capitals, without separators unless the list of machines has them. */
  readonly serial: string;
  readonly termsAccepted: boolean;
  readonly meterContact: boolean;
}

export type Fact = keyof Facts;

/** Facts gathered so far. */
export type Draft = { readonly [F in Fact]?: Facts[F] };

/** A row of the table of fields: what a person sees as one thing, made of one or more facts. */
export const fields = {
  name: ['givenName', 'familyName'],
  address: ['street', 'unit', 'city', 'region', 'postalCode', 'country'],
  email: ['email'],
  phone: ['phone', 'extension'],
  serial: ['serial'],
  termsAccepted: ['termsAccepted'],
  meterContact: ['meterContact'],
} as const satisfies Record<string, readonly Fact[]>;

export type Field = keyof typeof fields;

/** Facts that are written, not ticked. */
export type TextFact = Exclude<Fact, 'termsAccepted' | 'meterContact'>;

/** Facts of the guide's first step. */
export type DetailsFact = Exclude<TextFact, 'serial'>;

/** Under their headings, in the order of the guide. */
export const groupsOfDetails = [
  { group: 'name', facts: fields.name },
  { group: 'address', facts: fields.address },
  { group: 'contact', facts: [...fields.email, ...fields.phone] },
] as const satisfies readonly { readonly group: string; readonly facts: readonly DetailsFact[] }[];

export const detailsFacts: readonly DetailsFact[] = groupsOfDetails.flatMap(({ facts }) => facts);
