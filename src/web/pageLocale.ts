import type { Request } from 'restify';
import { type Locale, locales } from '../domain/locale';
import { cookieIn } from './cookies';

/** `?lang=`, else what was chosen before, else what the browser prefers, else French. */
export const pageLocale = (request: Request): Locale =>
  chosenLocale(request) ??
  known(cookieIn(request, languageCookie) ?? '') ??
  preferred(request.headers['accept-language'] ?? '') ??
  'fr';

export const query = (request: Request): URLSearchParams => new URLSearchParams(request.getQuery());

/** The language that this very address asks for. */
const chosenLocale = (request: Request): Locale | undefined =>
  known(query(request).get('lang') ?? '');

/** `Set-Cookie` that keeps a choice for a year. Scripts may read it: the chat speaks the page's language. */
export const languageKept = (request: Request, publicUrl: string): readonly string[] => {
  const locale = chosenLocale(request);
  if (locale === undefined || cookieIn(request, languageCookie) === locale) return [];
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return [`${languageCookie}=${locale}; Path=/; SameSite=Lax; Max-Age=31536000${secure}`];
};

/** The address of this page in another language; what else its query says stays. */
export const inLanguage = (request: Request, locale: Locale): string => {
  const kept = query(request);
  kept.set('lang', locale);
  return `?${kept}`;
};

const languageCookie = 'language';

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
