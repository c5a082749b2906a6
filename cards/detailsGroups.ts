import { type DetailsFact, groupsOfDetails } from '../src/domain/facts';
import { defaultCountry, factTable } from '../src/domain/fieldTable';
import type { Texts } from '../src/text/texts';
import type { Choice, DetailsData, DetailsRow } from './data';
import { plain } from './plain';

type Words = Texts['cards']['details'];

interface Row {
  readonly id: DetailsFact;
  readonly kind: 'text' | 'choice';
  /** The label without its asterisk. */
  readonly name: string;
  readonly label: string;
  readonly style: 'text' | 'email' | 'tel';
  readonly placeholder: string;
  readonly maxLength: number;
  readonly required: boolean;
  readonly value: string;
  readonly problem: string;
  readonly choices: readonly Choice[];
  readonly hint: string;
}

/** The rows of the details card under their headings, in the order of the guide's form; a heading without rows is left out. */
export const detailsGroups = (
  t: Words,
  data: DetailsData,
): readonly { readonly heading: string; readonly rows: readonly Row[] }[] => {
  const asked = new Map(data.rows.map((row) => [row.fact, row]));
  return groupsOfDetails.flatMap(({ group, facts }) => {
    const rows = facts.flatMap((fact) => asked.get(fact) ?? []);
    return rows.length === 0
      ? []
      : [{ heading: t.groups[group], rows: rows.map((row) => inputOf(t, row, data)) }];
  });
};

const inputOf = (t: Words, row: DetailsRow, data: DetailsData): Row => {
  const { max, input, required: isRequired } = factTable[row.fact];
  const maxLength = Math.max(max, shortestInput);
  const choices = choicesOf(row.fact, data);
  const required = isRequired(data.country === undefined ? {} : { country: data.country });
  const name = t.labels[row.fact];
  return {
    id: row.fact,
    kind: choices.length > 0 ? 'choice' : 'text',
    name,
    label: required ? `${name} *` : name,
    style: input === 'email' || input === 'tel' ? input : 'text',
    placeholder: choices.length > 0 ? t.choose : t.examples[row.fact],
    maxLength,
    required,
    value: choices.length > 0 ? chosen(row, choices) : plain(row.value ?? '', maxLength),
    problem: plain(row.problem ?? '', 300),
    choices,
    hint: row.fact === 'country' && choices.length > 0 ? t.otherCountry : '',
  };
};

const choicesOf = (fact: DetailsFact, { regions, countries }: DetailsData): readonly Choice[] => {
  if (fact === 'region') return regions ?? [];
  return fact === 'country' ? (countries ?? []) : [];
};

/** What is not in the list cannot be shown in it. */
const chosen = ({ fact, value }: DetailsRow, choices: readonly Choice[]): string => {
  const wanted = value ?? (fact === 'country' ? defaultCountry : '');
  return choices.some((choice) => choice.value === wanted) ? wanted : '';
};

/** An input takes more than is kept: "bureau 300" and "poste 204" are still read. */
const shortestInput = 40;
