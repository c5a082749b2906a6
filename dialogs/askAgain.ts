import type { Fact, Field } from '../src/domain/facts';
import type { Locale } from '../src/domain/locale';
import type { Registration } from '../src/domain/registration';
import { texts } from '../src/text/texts';
import { valueShown } from './show';

/** Asks for an answer that is to be given again, with the one that stands until then. */
export const askAgain = (
  what: Field | Fact,
  registration: Registration,
  locale: Locale,
): string => {
  const t = texts[locale].conversation;
  const now = valueShown(what, registration, locale);
  return now === '' ? t.askedAgainEmpty(t.the[what]) : t.askedAgain(t.the[what], now);
};
