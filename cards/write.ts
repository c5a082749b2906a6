import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales } from '../src/domain/locale';
import { termsEn } from '../src/text/terms/en';
import { termsFr } from '../src/text/terms/fr';
import { texts } from '../src/text/texts';
import { type Said, samples } from './samples';

const said: Omit<Said, 'terms' | 'sentence'> = {
  draft: {
    givenName: 'Jeanne',
    familyName: 'Tremblay-Côté',
    street: '12 rue des Érables',
    unit: '4',
    city: 'Québec',
    region: 'QC',
    postalCode: 'G1R 4P5',
    country: 'CA',
    email: 'jeanne.tremblay@example.org',
    phone: '418 555-0123',
    extension: '204',
    serial: 'GNX130001',
    termsAccepted: true,
    meterContact: true,
  },
  address: ['12 rue des Érables, app. 4', 'Québec (QC) G1R 4P5', 'Canada'],
  model: 'Modèle C7020',
};

const byLocale = {
  fr: { ...said, terms: termsFr, sentence: 'Ici se trouve une phrase de la conversation.' },
  en: { ...said, terms: termsEn, sentence: 'A sentence of the conversation stands here.' },
} as const;

/** `npm run cards -- FOLDER`: every card in both languages, as JSON for a card designer or a schema check. */
const folder = process.argv[2] ?? 'data/cards';
mkdirSync(folder, { recursive: true });
for (const locale of locales) {
  for (const [name, { content }] of Object.entries(samples(texts[locale], byLocale[locale]))) {
    const file = join(folder, `${name}.${locale}.json`);
    writeFileSync(file, `${JSON.stringify(content, undefined, 2)}\n`);
    process.stdout.write(`${file}\n`);
  }
}
