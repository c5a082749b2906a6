import { createHash } from 'node:crypto';
import type { Locale } from './locale';

interface TermsSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** One version of the account-management terms in one language. Another word means another version: who accepted has accepted a text. */
export interface Terms {
  readonly version: string;
  readonly locale: Locale;
  /** ISO date, "2026-11-01". */
  readonly effectiveOn: string;
  readonly title: string;
  readonly sections: readonly TermsSection[];
}

/** SHA-256, hex: what a consent record keeps to prove which text was accepted. */
export const hashOf = (terms: Terms): string => {
  const known = hashes.get(terms);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(canonical(terms), 'utf8').digest('hex');
  hashes.set(terms, hash);
  return hash;
};

/** A text is put before everybody who registers, and never changes. */
const hashes = new WeakMap<Terms, string>();

/** Spelled out field by field: the order of keys in the source must not count. JSON keeps the borders between texts unmistakable. */
const canonical = ({ version, locale, effectiveOn, title, sections }: Terms): string =>
  JSON.stringify([
    version,
    locale,
    effectiveOn,
    title,
    sections.map(({ heading, paragraphs }) => [heading, paragraphs]),
  ]);
