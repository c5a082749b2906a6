import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Locale } from '../locale';

/** A number as the reader's language writes it: "514 555-0123, poste 12", "514-555-0123 ext. 12"; other countries' internationally. */
export const phoneShown = (
  phone: string,
  extension: string | undefined,
  locale: Locale,
): string => {
  const shown = home.test(phone) ? northAmerican(phone, locale) : international(phone);
  return extension === undefined ? shown : `${shown}${mark[locale]}${extension}`;
};

const mark: Readonly<Record<Locale, string>> = { fr: ', poste ', en: ' ext. ' };

const gap: Readonly<Record<Locale, string>> = { fr: ' ', en: '-' };

const home = /^\+1\d{10}$/;

const northAmerican = (phone: string, locale: Locale): string =>
  `${phone.slice(2, 5)}${gap[locale]}${phone.slice(5, 8)}-${phone.slice(8)}`;

const international = (phone: string): string =>
  parsePhoneNumberFromString(phone)?.formatInternational() ?? phone;
