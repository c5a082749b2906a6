import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from '../domain/account';
import type { HelpRequest } from '../domain/helpRequest';
import { type Locale, locales } from '../domain/locale';
import { owe } from '../domain/owe';
import { makeCompose } from './compose';

const compose = makeCompose({
  publicUrl: 'http://localhost:3978',
  from: 'portal@example.org',
  helpAddress: 'help@example.org',
  secretKeys: ['a key for looking at mails only, it opens nothing'],
});

const when = new Date('2026-11-24T15:30:00.000Z');
const to = 'jeanne.tremblay@example.org';

const anAccount = (locale: Locale, status: Account['status']): Account => ({
  _id: '3f0c2a4e-9d1b-4f6e-8a57-1c2d3e4f5a6b',
  email: to,
  emailKey: to,
  givenName: 'Jeanne',
  familyName: 'Tremblay-Côté',
  address: { street: '12 rue des Érables', city: 'Québec', region: 'QC', country: 'CA' },
  phone: '+14185550123',
  locale,
  status,
  origin: 'self',
  machines: ['GNX130001'],
  meterContact: [],
  meterContactWanted: ['GNX130001'],
  consents: [],
  generation: 1,
  sessionEpoch: 0,
  mails: {
    'activation-1': owe({ kind: 'activation', to, locale }, when),
    'reset-1': owe({ kind: 'reset', to, locale }, when),
    notice: owe({ kind: 'alreadyRegistered', to, locale }, when),
  },
  createdAt: when,
});

const aRequest = (locale: Locale): HelpRequest => ({
  _id: 'D-482913',
  description:
    'Bonjour,\nje ne trouve pas le numéro de série de notre machine. Elle est au 2e étage.\n\nMerci <de votre aide> & bonne journée',
  email: to,
  draft: {
    givenName: 'Jeanne',
    familyName: 'Tremblay-Côté',
    street: '12 rue des Érables',
    city: 'Québec',
    region: 'QC',
    email: to,
    termsAccepted: true,
  },
  locale,
  channel: 'webchat',
  status: 'closed',
  answer:
    'Bonjour,\nle numéro se trouve aussi dans le menu « À propos » de la machine, et sur <https://portal.example.org/help>.',
  mails: {
    'staff-1': owe({ kind: 'helpRequest', to: 'help@example.org', locale }, when),
    'receipt-1': owe({ kind: 'helpReceipt', to, locale }, when),
    'answer-1': owe({ kind: 'helpAnswer', to, locale }, when),
  },
  createdAt: when,
});

/** `npm run mails -- FOLDER`: every mail in both languages, as HTML and as text, for looking at. */
const folder = process.argv[2] ?? 'data/mails';
mkdirSync(folder, { recursive: true });
for (const locale of locales) {
  const mails = {
    activation: compose(anAccount(locale, 'invited'), 'activation-1'),
    reset: compose(anAccount(locale, 'active'), 'reset-1'),
    alreadyActive: compose(anAccount(locale, 'active'), 'notice'),
    notYetActive: compose(anAccount(locale, 'invited'), 'notice'),
    helpRequest: compose(aRequest(locale), 'staff-1'),
    helpReceipt: compose(aRequest(locale), 'receipt-1'),
    helpAnswer: compose(aRequest(locale), 'answer-1'),
  };
  for (const [name, mail] of Object.entries(mails)) {
    const file = join(folder, `${name}.${locale}`);
    writeFileSync(`${file}.html`, mail?.html ?? '');
    writeFileSync(`${file}.txt`, `${mail?.subject}\n\n${mail?.text}`);
    process.stdout.write(`${file}.html\n`);
  }
}
