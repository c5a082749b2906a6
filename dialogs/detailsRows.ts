import type { DetailsData, DetailsRow } from '../cards/data';
import {
  type DetailsFact,
  type Draft,
  detailsFacts,
  type Fact,
  type Field,
} from '../src/domain/facts';
import { defaultCountry, factsOf } from '../src/domain/fieldTable';
import type { Locale } from '../src/domain/locale';
import { missing } from '../src/domain/missing';
import { phoneShown } from '../src/domain/recognise/phoneShown';
import type { Registration } from '../src/domain/registration';

/** The inputs of the details card: all that is still missing, or all of what is asked again, with what is known or could not be used in them. */
export const detailsRows = (
  asks: Field | Fact,
  { draft, rejected }: Registration,
  { locale, editing }: { readonly locale: Locale; readonly editing: boolean },
): Omit<DetailsData, 'at' | 'regions' | 'countries'> => {
  const facts = editing ? asked(asks) : stillMissing({ draft, rejected });
  const rows = facts.map((fact): DetailsRow => {
    const value =
      rejected[fact] ??
      known(fact, draft, locale) ??
      (fact === 'country' ? defaultCountry : undefined);
    return value === undefined ? { fact } : { fact, value };
  });
  return {
    rows,
    ...(draft.country === undefined ? {} : { country: draft.country }),
  };
};

/** As a person writes it, since they will edit it. */
const known = (fact: DetailsFact, draft: Draft, locale: Locale): string | undefined => {
  const { [fact]: value } = draft;
  return fact === 'phone' && value !== undefined ? phoneShown(value, undefined, locale) : value;
};

/** Optional parts come with what they belong to: a unit with a street, an extension with a number, a country while the rest of the address is open. */
const stillMissing = ({
  draft,
  rejected,
}: Pick<Registration, 'draft' | 'rejected'>): readonly DetailsFact[] => {
  const needed = missing(draft);
  const along: Readonly<Partial<Record<Fact, Fact>>> = {
    unit: 'street',
    extension: 'phone',
    country: rejected.postalCode === undefined ? 'street' : 'postalCode',
  };
  return detailsFacts.filter((fact) => {
    if (needed.includes(fact)) return true;
    const main = along[fact];
    return (
      main !== undefined &&
      needed.includes(main) &&
      (draft[fact] === undefined || fact === 'country')
    );
  });
};

const asked = (asks: Field | Fact): readonly DetailsFact[] => {
  const wanted: readonly Fact[] = factsOf(asks);
  return detailsFacts.filter((fact) => wanted.includes(fact));
};
