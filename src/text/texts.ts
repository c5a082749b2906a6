import type { Locale } from '../domain/locale';
import { en } from './en';
import { fr } from './fr';

/** Every sentence; French is the contract that English has to fill. */
export type Texts = typeof fr;

export const texts: Readonly<Record<Locale, Texts>> = { fr, en };
