import type { Locale } from '../src/domain/locale';

/** "15:42" for a person to wait for, the next full minute: earlier would be too early. Companies' people are mostly in Québec, so its time is named. */
export const clockTime = (time: Date, locale: Locale): string =>
  format[locale].format(Math.ceil(time.getTime() / 60_000) * 60_000);

/** The last full minute before, for what ends then. */
export const clockTimeBefore = (time: Date, locale: Locale): string => format[locale].format(time);

/** With its day. */
export const clockDate = (time: Date, locale: Locale): string => dated[locale].format(time);

const options = {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'America/Toronto',
  timeZoneName: 'short',
} as const;

const day = { ...options, year: 'numeric', month: 'long', day: 'numeric' } as const;

const dated = {
  fr: new Intl.DateTimeFormat('fr-CA', day),
  en: new Intl.DateTimeFormat('en-CA', day),
};

const format = {
  fr: new Intl.DateTimeFormat('fr-CA', options),
  en: new Intl.DateTimeFormat('en-CA', options),
};
