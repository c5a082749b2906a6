import type { Said } from '../../cards/samples';
import type { Draft } from '../../src/domain/facts';
import type { Locale } from '../../src/domain/locale';
import { termsEn } from '../../src/text/terms/en';
import { termsFr } from '../../src/text/terms/fr';

/** Samples on which a person has said the same words everywhere. */
export const saidEverywhere = (words: string, locale: Locale, draft?: Partial<Draft>): Said => ({
  draft: {
    givenName: words,
    familyName: words,
    street: words,
    unit: words,
    city: words,
    region: words,
    postalCode: words,
    country: words,
    email: words,
    phone: words,
    extension: words,
    serial: words,
    termsAccepted: true,
    meterContact: true,
    ...draft,
  },
  address: [words, words, words],
  model: words,
  sentence: words,
  terms: { fr: termsFr, en: termsEn }[locale],
});
