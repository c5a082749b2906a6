import type { Account, Address } from './account';
import type { Consent } from './consent';
import type { Locale } from './locale';
import { owe } from './owe';
import { emailKey } from './recognise/email';
import type { RegistrationFacts } from './registrationFacts';

export interface NewAccount {
  /** The registration's id, made when it began: becomes the account's. No dots or dollars. */
  readonly id: string;
  readonly facts: RegistrationFacts;
  readonly consent: Consent;
  readonly locale: Locale;
}

/** Account, consent and activation mail in one document. */
export const newAccount = ({ id, facts, consent, locale }: NewAccount, now: Date): Account => ({
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
  mails: { 'activation-1': owe({ kind: 'activation', to: facts.email, locale }, now) },
  mailDueAt: now,
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
