import type { Draft, Fact, Field, TextFact } from './facts';
import { factsOf, fieldOf, recognisers } from './fieldTable';
import { factsIn } from './merge';
import { readInput } from './readInput';
import { type Registration, without } from './registration';

/** What a channel says of a person, as it came. */
export interface Member {
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  /** The whole name. */
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

/** Registrations are offered what a channel says once; it waits for the person's word, and what the person has given counts. */
export const withOffer = (registration: Registration, member: Member | undefined): Registration => {
  const offer = member === undefined ? {} : offerOf(member);
  return {
    ...registration,
    offered: true,
    ...(factsIn(offer).length === 0 ? {} : { offer }),
  };
};

/** Whether there is anything to ask a channel for. */
export const mayOffer = ({ offered, draft }: Registration): boolean =>
  offered !== true && offerable.some((fact) => isFree(draft, fact));

/** What of the offer still waits for an answer: fields of which nothing was given, not even in vain. */
export const openOffer = ({ offer, draft, rejected }: Registration): Draft | undefined => {
  if (offer === undefined) return undefined;
  const open = factsIn(offer).filter((fact) => isFree(draft, fact) && isFree(rejected, fact));
  if (open.length === 0) return undefined;
  return Object.fromEntries(open.map((fact) => [fact, offer[fact]]));
};

/** Without what is to be asked for instead. */
export const withoutOffered = (registration: Registration, what: Field | Fact): Registration => {
  const { offer } = registration;
  if (offer === undefined) return registration;
  return { ...registration, offer: without(offer, ...factsOf(fieldOf(what))) };
};

const offerable = ['givenName', 'familyName', 'email'] as const satisfies readonly TextFact[];

const isFree = (given: { readonly [F in Fact]?: unknown }, fact: Fact): boolean =>
  factsOf(fieldOf(fact)).every((part) => given[part] === undefined);

/** Read as if it had been typed: what cannot be used is not offered, and of a name all or nothing. Guests' made-up addresses ("jane_example.org#EXT#@…") have no mailbox. */
const offerOf = ({ givenName, familyName, name, email }: Member): Draft => {
  const parts = { ...readPart('givenName', givenName), ...readPart('familyName', familyName) };
  return {
    ...(isName(parts) ? parts : wholeName(name)),
    ...(email?.includes('#EXT#') ? {} : readPart('email', email)),
  };
};

const readPart = (fact: (typeof offerable)[number], typed = ''): Draft =>
  readInput(fact, typed)?.facts ?? {};

const wholeName = (typed = ''): Draft => {
  const read = recognisers.name(typed.slice(0, 300), { asked: 'name', exact: true });
  const facts = read?.facts ?? {};
  return isName(facts) ? facts : {};
};

const isName = ({ givenName, familyName }: Draft): boolean =>
  givenName !== undefined && familyName !== undefined;
