import type { Account, Address } from './account';
import type { Consent } from './consent';
import type { Locale } from './locale';
import { owe } from './owe';
import { emailKey } from './recognise/email';
import type { RegistrationFacts } from './registrationFacts';
import type { ToldIn } from './toldIn';

export interface NewAccount {
  /** The registration's id, made when it began: becomes the account's. No dots or dollars. */
  readonly id: string;
  readonly facts: RegistrationFacts;
  readonly consent: Consent;
  readonly locale: Locale;
  /** Absent when no conversation is open: a form. */
  readonly toldIn?: ToldIn;
}

/** Account, consent and activation mail in one document. */
export const newAccount = (
  { id, facts, consent, locale, toldIn }: NewAccount,
  now: Date,
): Account => ({
  _id: id,
  email: facts.email,
  emailKey: emailKey(facts.email),
  givenName: facts.givenName,
  familyName: facts.familyName,
  address: addressOf(facts),
  phone: facts.phone,
  ...(facts.extension === undefined ? {} : { extension: facts.extension }),
  locale,
  status: 'invited',
  origin: 'self',
  machines: [facts.serial],
  meterContact: [],
  meterContactWanted: facts.meterContact ? [facts.serial] : [],
  consents: [consent],
  generation: 1,
  sessionEpoch: 0,
  mails: { 'activation-1': owe({ kind: 'activation', to: facts.email, locale, toldIn }, now) },
  mailDueAt: now,
  ...(toldIn === undefined ? {} : { toldIn }),
  createdAt: now,
});

const addressOf = ({
  street,
  unit,
  city,
  region,
  postalCode,
  country,
}: RegistrationFacts): Address => ({
  street,
  ...(unit === undefined ? {} : { unit }),
  city,
  ...(region === undefined ? {} : { region }),
  ...(postalCode === undefined ? {} : { postalCode }),
  country,
});
