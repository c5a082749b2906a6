import type { Draft } from './facts';
import type { Locale } from './locale';
import { countryName } from './recognise/country';
import { needsRegion } from './recognise/region';

type AddressDraft = Pick<Draft, 'street' | 'unit' | 'city' | 'region' | 'postalCode' | 'country'>;

/**
 * An address as it is shown, one line each: street and unit, city with region and postal code in the order of its country, country.
 * Parts that are missing leave nothing behind.
 */
export const addressLines = (address: AddressDraft, locale: Locale): readonly string[] =>
  [
    joined([address.street, address.unit && withPrefix(address.unit, locale)], ', '),
    cityLine(address),
    address.country && countryName(address.country, locale),
  ].filter((line): line is string => line !== undefined && line !== '');

/** The same on one line. */
export const addressLine = (address: AddressDraft, locale: Locale): string =>
  addressLines(address, locale).join(', ');

const prefixes: Readonly<Record<Locale, string>> = { fr: 'app.', en: 'Unit' };

/** A floor ("3e étage") says itself what it is. */
const withPrefix = (unit: string, locale: Locale): string =>
  unit.includes(' ') ? unit : `${prefixes[locale]} ${unit}`;

const codeLast: ReadonlySet<string> = new Set(['GB', 'AU', 'NZ', 'IE', 'IN', 'ZA']);

const cityLine = ({ city, region, postalCode, country = 'CA' }: AddressDraft): string =>
  needsRegion(country) || codeLast.has(country)
    ? joined([city, region, postalCode], ' ')
    : joined([postalCode, city], ' ');

const joined = (parts: readonly (string | undefined)[], by: string): string =>
  parts.filter((part) => part !== undefined && part !== '').join(by);
