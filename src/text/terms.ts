import type { Locale } from '../domain/locale';
import type { Terms } from '../domain/terms';
import { termsEn } from './terms/en';
import { termsFr } from './terms/fr';

/** The terms in force. A changed text needs a new version in both languages. */
export const terms: Readonly<Record<Locale, Terms>> = { fr: termsFr, en: termsEn };
