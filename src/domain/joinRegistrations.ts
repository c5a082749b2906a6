import { type Draft, type Fact, type Field, fields } from './facts';
import { fieldOf } from './fieldTable';
import { factsIn } from './merge';
import { type Registration, without } from './registration';

/** One registration of two: what a person began in two conversations. */
export interface Joined {
  readonly registration: Registration;
  /** Facts that this conversation did not have. */
  readonly gained: readonly Fact[];
  /** Fields that both had answered differently: the newest answer stands, and the other one is here. */
  readonly conflicts: readonly Conflict[];
}

export interface Conflict {
  readonly field: Field;
  /** What does not stand any more. */
  readonly other: Draft;
}

/** A registration that comes into a conversation, with the one that was begun there, if any. Numbers of cards are a conversation's own. */
export const joinRegistrations = (
  here: Registration | undefined,
  given: Registration,
  nextCard: number,
): Joined => {
  // Which messages were typed there, and what that channel knew of the person without having been told, stay there.
  const brought: Registration = without(given, 'said', 'offer');
  if (here === undefined) {
    return {
      registration: settledIn(without(brought, 'said'), brought, nextCard),
      gained: factsIn(brought.draft),
      conflicts: [],
    };
  }
  const joined = joinedFields(here, brought);
  const draft: Draft = Object.assign({}, ...joined.map(({ facts }) => facts));
  const consent = newestConsent(here, brought);
  const machine = [brought.machine, here.machine].find((one) => one?.serial === draft.serial);
  const registration: Registration = {
    ...without(here, 'machine', 'consent', 'shown'),
    ...without(brought, 'machine', 'consent', 'said'),
    draft: without(draft, 'termsAccepted'),
    rejected: { ...here.rejected, ...brought.rejected },
    revision: Math.max(here.revision, brought.revision) + 1,
    answeredAt: newestTimes(here, brought),
    ...(machine === undefined ? {} : { machine }),
    ...(consent === undefined ? {} : { consent, draft: { ...draft, termsAccepted: true } }),
  };
  return {
    // Cards that were sent here before may still be answered.
    registration: { ...settledIn(registration, brought, nextCard), firstCard: here.firstCard },
    gained: factsIn(draft).filter((fact) => here.draft[fact] === undefined),
    conflicts: joined.flatMap(({ field, other }) =>
      other === undefined ? [] : [{ field, other }],
    ),
  };
};

/** As a conversation has it that shows its first card of it next. Terms that were not accepted elsewhere are shown again before they are. */
const settledIn = (
  registration: Registration,
  { editing }: Registration,
  nextCard: number,
): Registration => ({
  ...(registration.consent === undefined ? without(registration, 'shown') : registration),
  firstCard: nextCard,
  misses: 0,
  confirmed: false,
  ...(editing === undefined ? {} : { editing: { ...editing, sinceCard: nextCard } }),
});

interface JoinedField {
  readonly field: Field;
  readonly facts: Draft;
  readonly other?: Draft;
}

const joinedFields = (here: Registration, brought: Registration): readonly JoinedField[] =>
  (Object.keys(fields) as readonly Field[]).map((field) => {
    const own = partOf(here.draft, field);
    const coming = partOf(brought.draft, field);
    const differ = factsIn(own).some(
      (fact) => coming[fact] !== undefined && coming[fact] !== own[fact],
    );
    if (!differ) return { field, facts: { ...own, ...coming } };
    const ownIsNewer = timeOf(here, field) > timeOf(brought, field);
    return ownIsNewer ? { field, facts: own, other: coming } : { field, facts: coming, other: own };
  });

const partOf = (draft: Draft, field: Field): Draft =>
  Object.fromEntries(
    factsIn(draft)
      .filter((fact) => fieldOf(fact) === field)
      .map((fact) => [fact, draft[fact]]),
  );

const timeOf = ({ answeredAt }: Registration, field: Field): number => answeredAt?.[field] ?? 0;

const newestTimes = (
  here: Registration,
  brought: Registration,
): NonNullable<Registration['answeredAt']> =>
  Object.fromEntries(
    (Object.keys(fields) as readonly Field[])
      .map((field) => [field, Math.max(timeOf(here, field), timeOf(brought, field))] as const)
      .filter(([, time]) => time > 0),
  );

const newestConsent = (here: Registration, brought: Registration): Registration['consent'] => {
  if (here.consent === undefined || brought.consent === undefined)
    return brought.consent ?? here.consent;
  return here.consent.acceptedAt > brought.consent.acceptedAt ? here.consent : brought.consent;
};
