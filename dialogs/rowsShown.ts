import type { ReviewRow } from '../cards/data';
import { reviewRows } from '../cards/reviewRows';
import type { Locale } from '../src/domain/locale';
import type { Registration } from '../src/domain/registration';
import { texts } from '../src/text/texts';
import { linesOf } from './show';

/** Every answer of a registration as a card shows it. */
export const rowsShown = (
  registration: Pick<Registration, 'draft' | 'machine'>,
  locale: Locale,
): readonly ReviewRow[] => {
  const { draft, machine } = registration;
  const [phone = ''] = linesOf('phone', registration, locale);
  return reviewRows(texts[locale], draft, {
    address: linesOf('address', registration, locale),
    phone,
    ...(machine === undefined ? {} : { model: machine.model }),
  });
};
