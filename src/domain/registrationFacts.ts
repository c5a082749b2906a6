import type { Draft, Facts } from './facts';

const needed = [
  'givenName',
  'familyName',
  'street',
  'city',
  'country',
  'email',
  'phone',
  'serial',
  'meterContact',
] as const;

type Needed = (typeof needed)[number];

/** A draft with everything that every registration has; what its country asks for besides is the fields' business. */
export type RegistrationFacts = Draft & { readonly [F in Needed]: Facts[F] };

export const isComplete = (draft: Draft): draft is RegistrationFacts =>
  needed.every((fact) => draft[fact] !== undefined);
