import type { Draft, Field } from '../src/domain/facts';
import { emailShown } from '../src/domain/recognise/email';
import type { Texts } from '../src/text/texts';
import type { ReviewRow } from './data';

/** What is written differently from what is kept. */
export interface Shown {
  readonly address: readonly string[];
  /** With its extension. */
  readonly phone: string;
  readonly model?: string;
}

/** One row for every field that has an answer, in the order they are asked; given and family name are named, so that a wrong split shows. */
export const reviewRows = (
  { cards: { review, details } }: Pick<Texts, 'cards'>,
  draft: Draft,
  shown: Shown,
): readonly ReviewRow[] => {
  const labelled = (label: string, value: string | undefined): readonly string[] =>
    value === undefined ? [] : [review.labelled(label, value)];
  const lines: Readonly<Record<Field, readonly string[]>> = {
    name: [
      ...labelled(details.labels.givenName, draft.givenName),
      ...labelled(details.labels.familyName, draft.familyName),
    ],
    address: shown.address,
    email: present(draft.email === undefined ? undefined : emailShown(draft.email)),
    phone: present(draft.phone === undefined ? undefined : shown.phone),
    serial: draft.serial === undefined ? [] : [draft.serial, ...present(shown.model)],
    termsAccepted: draft.termsAccepted === true ? [review.accepted] : [],
    meterContact: present(answer(draft.meterContact, review)),
  };
  return order.flatMap((field) =>
    lines[field].length === 0 ? [] : [{ field, lines: lines[field] }],
  );
};

const order = [
  'name',
  'address',
  'email',
  'phone',
  'serial',
  'meterContact',
  'termsAccepted',
] as const satisfies readonly Field[];

const present = (value: string | undefined): readonly string[] =>
  value === undefined ? [] : [value];

const answer = (
  wanted: boolean | undefined,
  words: Texts['cards']['review'],
): string | undefined => {
  if (wanted === undefined) return undefined;
  return wanted ? words.contact : words.noContact;
};
