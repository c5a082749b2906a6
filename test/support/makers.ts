import type { Account } from '../../src/domain/account';
import type { Consent } from '../../src/domain/consent';
import type { Conversation } from '../../src/domain/conversation';
import type { HelpRequest } from '../../src/domain/helpRequest';
import type { Machine } from '../../src/domain/machine';
import { type NewAccount, newAccount } from '../../src/domain/newAccount';
import type { RegistrationFacts } from '../../src/domain/registrationFacts';
import { noon } from './clock';

/** Everything a registration needs, as Jane Tremblay gave it. */
export const aDraft = (given: Partial<RegistrationFacts> = {}): RegistrationFacts => ({
  givenName: 'Jane',
  familyName: 'Tremblay',
  street: '12 rue des Érables',
  unit: '4',
  city: 'Laval',
  region: 'QC',
  postalCode: 'H7A 1A1',
  country: 'CA',
  email: 'jane@example.org',
  phone: '+15145550123',
  serial: 'GNX130001',
  meterContact: false,
  ...given,
});

export const aConsent = (given: Partial<Consent> = {}): Consent => ({
  version: '2026-11',
  hash: 'c0ffee'.padEnd(64, '0'),
  locale: 'fr',
  shownAt: noon,
  acceptedAt: noon,
  channel: 'emulator',
  ...given,
});

export const aRegistration = (given: Partial<NewAccount> = {}): NewAccount => ({
  id: 'registration-1',
  facts: aDraft(),
  consent: aConsent(),
  locale: 'fr',
  ...given,
});

export const anAccount = (given: Partial<Account> = {}): Account => ({
  ...newAccount(aRegistration(), noon),
  ...given,
});

export const aMachine = (given: Partial<Machine> = {}): Machine => ({
  _id: 'GNX130001',
  bare: 'GNX130001',
  model: 'AltaLink C8155',
  customerNumber: '70010001',
  customerName: 'Imprimerie Exemple inc.',
  siteCity: 'Laval',
  ...given,
});

export const aConversation = (given: Partial<Conversation> = {}): Conversation => ({
  _id: 'emulator|1',
  state: '{}',
  handled: [],
  replies: [],
  touchedAt: noon,
  ...given,
});

export const aHelpRequest = (given: Partial<HelpRequest> = {}): HelpRequest => ({
  _id: 'D-482913',
  description: 'Je ne trouve pas le numéro de série.',
  email: 'jane@example.org',
  locale: 'fr',
  channel: 'emulator',
  status: 'open',
  mails: {},
  createdAt: noon,
  ...given,
});
