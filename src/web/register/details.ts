import { keepFacts } from '../../domain/change';
import { type DetailsFact, type Draft, detailsFacts, type Fact } from '../../domain/facts';
import { defaultCountry, factTable } from '../../domain/fieldTable';
import type { Problem } from '../../domain/problem';
import { readInput } from '../../domain/readInput';
import { type Registration, without } from '../../domain/registration';
import type { FormValues } from '../formBody';

/** The answers of the first form in the place of earlier ones; what could not be used is kept as it was typed. */
export const withDetails = (registration: Registration, values: FormValues): Registration => {
  const country = countryIn(values);
  const readings = detailsFacts.map((fact) => ({
    fact,
    typed: values.get(fact),
    reading: readInput(fact, values.get(fact), fact === 'country' ? {} : { country }),
  }));
  // A postal code tells the region and a phone number may bring its extension; a box of their own counts more.
  const told = readings.map(({ reading }) => reading?.facts ?? {});
  const own = readings.map(({ fact, reading }) => pick(reading?.facts, fact));
  const facts: Draft = Object.assign({ country }, ...told, ...own);
  const rejected = Object.fromEntries(
    readings
      .filter(({ reading }) => reading?.problem !== undefined)
      .map(({ fact, typed }) => [fact, typed.slice(0, longestKept)]),
  );
  const usable = without(facts, ...detailsFacts.filter((fact) => fact in rejected));
  const before: Registration = without(registration, 'suggestion');
  const bare = { ...before, rejected: without(before.rejected, ...detailsFacts) };
  const kept = keepFacts(bare, usable, () => true).registration;
  const gone = detailsFacts.filter((fact) => !(fact in usable));
  return {
    ...kept,
    draft: without(kept.draft, ...gone, ...waiting(kept)),
    rejected: { ...kept.rejected, ...rejected },
    misses: 1,
  };
};

export type DetailsProblem =
  | { readonly fact: DetailsFact; readonly kind: 'missing' }
  | { readonly fact: DetailsFact; readonly kind: 'unusable'; readonly problem: Problem };

/** Everything that is wrong with the first form, in the order of its boxes. */
export const detailsProblems = ({
  draft,
  rejected,
  suggestion,
}: Registration): readonly DetailsProblem[] =>
  detailsFacts.flatMap((fact): readonly DetailsProblem[] => {
    const typed = rejected[fact];
    if (typed !== undefined) {
      const problem = readInput(fact, typed, { country: draft.country ?? defaultCountry })?.problem;
      return problem === undefined ? [] : [{ fact, kind: 'unusable', problem }];
    }
    const asked = fact === 'email' && suggestion?.kind === 'email';
    const missing = factTable[fact].required(draft) && draft[fact] === undefined && !asked;
    return missing ? [{ fact, kind: 'missing' }] : [];
  });

/** What a list of countries or a box with "France" says; without an answer it is Canada. */
const countryIn = (values: FormValues): string =>
  readInput('country', values.get('country'))?.facts?.country ?? defaultCountry;

const pick = (facts: Draft | undefined, fact: Fact): Draft =>
  facts?.[fact] === undefined ? {} : { [fact]: facts[fact] };

/** An address that looks misspelt waits for the person's word. */
const waiting = ({ suggestion }: Registration): readonly Fact[] =>
  suggestion?.kind === 'email' ? ['email'] : [];

/** Of a box that takes far less; the browser has to carry it. */
const longestKept = 300;
