import { type Draft, type Fact, type Field, fields } from './facts';
import { fieldOf } from './fieldTable';

export interface Merged {
  readonly draft: Draft;
  /** Facts that were not known before. */
  readonly noted: readonly Fact[];
  /** Fields of which an earlier answer was replaced. */
  readonly changed: readonly Field[];
}

/** Adds facts to a draft. An earlier answer is replaced only where `mayReplace` says so; saying the same again is no change. */
export const merge = (draft: Draft, facts: Draft, mayReplace: (fact: Fact) => boolean): Merged => {
  const given = factsIn(facts);
  const taken = given.filter((fact) => draft[fact] === undefined || mayReplace(fact));
  const replaced = taken.filter((fact) => draft[fact] !== undefined && draft[fact] !== facts[fact]);
  const added = taken.filter((fact) => draft[fact] === undefined);
  const stale = replaced.length === 0 ? none : leftovers(draft, facts, replaced);
  const kept = factsIn(draft).filter((fact) => !stale.has(fact));
  const next: Draft = Object.fromEntries([
    ...kept.map((fact) => [fact, draft[fact]]),
    ...taken.map((fact) => [fact, facts[fact]]),
  ]);
  return {
    draft: next,
    noted: added.filter((fact) => !replaced.some((other) => fieldOf(other) === fieldOf(fact))),
    changed: unique([...replaced, ...stale].map(fieldOf)),
  };
};

const none: ReadonlySet<Fact> = new Set();

export const factsIn = (draft: Draft): readonly Fact[] =>
  allFacts.filter((fact) => draft[fact] !== undefined);

const allFacts: readonly Fact[] = Object.values(fields).flat();

/** Parts of an earlier answer that made sense only with what has been replaced: an extension with its number, a unit with its street, a postal code with its country. */
const leftovers = (draft: Draft, facts: Draft, replaced: readonly Fact[]): ReadonlySet<Fact> => {
  const moved = (fact: Fact) => replaced.includes(fact);
  const wholeAddress =
    moved('street') && (facts.city !== undefined || facts.postalCode !== undefined);
  const stale: readonly (readonly [boolean, readonly Fact[]])[] = [
    [moved('phone'), ['extension']],
    [wholeAddress, ['unit', 'region', 'postalCode']],
    [moved('country'), ['region', 'postalCode']],
  ];
  return new Set(
    stale
      .filter(([applies]) => applies)
      .flatMap(([, gone]) => gone)
      .filter((fact) => draft[fact] !== undefined && facts[fact] === undefined),
  );
};

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
