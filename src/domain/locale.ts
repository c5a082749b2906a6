/** French first: it is the product's first language, English follows. */
export const locales = ['fr', 'en'] as const;

export type Locale = (typeof locales)[number];

export const isLocale = (value: unknown): value is Locale =>
  locales.some((locale) => locale === value);
