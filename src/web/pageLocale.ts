import type { Request } from 'restify';
import { type Locale, locales } from '../domain/locale';

/** `?lang=`, else what the browser prefers, else French. */
export const pageLocale = (request: Request): Locale =>
  known(query(request).get('lang') ?? '') ??
  preferred(request.headers['accept-language'] ?? '') ??
  'fr';

export const query = (request: Request): URLSearchParams => new URLSearchParams(request.getQuery());

const preferred = (header: string): Locale | undefined =>
  header
    .slice(0, 500)
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';');
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { tag, weight: weight === undefined ? 1 : Number(weight.trim().slice(2)) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => known(tag))
    .find((locale) => locale !== undefined);

/** "fr-CA" is French. */
const known = (tag: string): Locale | undefined =>
  locales.find((locale) => tag.trim().toLowerCase().split('-')[0] === locale);
