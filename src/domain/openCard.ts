import { isEdited } from './change';
import { type Fact, type Field, fields } from './facts';
import { missing } from './missing';
import type { CardName, Press } from './press';
import type { Registration } from './registration';

/** A card that was sent and may still be answered, with what has to be known to show it once it was. Kept in every turn's document: short. */
export interface OpenCard {
  readonly at: number;
  readonly card: CardName;
  /** Of `details` and `machine`: what its inputs are about. */
  readonly asks?: readonly Field[];
  /** Of `review`: which state of the answers it shows. */
  readonly rev?: number;
  /** Of `question`: its words and those of its buttons. */
  readonly question?: { readonly text: string; readonly yes: string; readonly no: string };
}

export type Standing =
  | 'open'
  | 'answered'
  | 'declined'
  /** It cannot be answered any more, and was not. */
  | 'over';

/** What became of the registration in one turn. */
export interface Turned {
  readonly before: Registration | undefined;
  readonly after: Registration | undefined;
  /** It became an account. */
  readonly wentThrough: boolean;
  /** It goes on in another conversation. */
  readonly moved: boolean;
  readonly press: Press | undefined;
}

/** How a card of the registration stands after a turn. Typing answers it as well as pressing it does. */
export const standingOf = (card: OpenCard, turned: Turned): Standing => {
  const { before, after, wentThrough, moved } = turned;
  if (after !== undefined && card.at < after.firstCard) return 'over';
  if (after === undefined) {
    if (before !== undefined && wentThrough) {
      return card.card !== 'review' || card.rev === before.revision ? 'answered' : 'over';
    }
    return card.card === 'terms' && !moved ? 'declined' : 'over';
  }
  return byCard[card.card]?.(card, after, turned) ?? 'open';
};

type Stands = (card: OpenCard, after: Registration, turned: Turned) => Standing;

const written: Stands = ({ at, asks = [] }, after, { before, press }) => {
  const facts = asks.flatMap((field): readonly Fact[] => fields[field]);
  if (!facts.some((fact) => isOpen(after, fact))) return 'answered';
  const gained = facts.some(
    (fact) => after.draft[fact] !== undefined && after.draft[fact] !== before?.draft[fact],
  );
  return press?.at === at && gained ? 'answered' : 'open';
};

const isOpen = (registration: Registration, fact: Fact): boolean => {
  const { draft, machine } = registration;
  if (isEdited(registration, fact) || missing(draft).includes(fact)) return true;
  return fact === 'serial' && machine?.serial !== draft.serial;
};

const answeredWhen = (isAnswered: boolean): Standing => (isAnswered ? 'answered' : 'open');

const byCard: Readonly<Partial<Record<CardName, Stands>>> = {
  details: written,
  machine: written,
  terms: (_, after) => answeredWhen(after.consent !== undefined && !isOpen(after, 'termsAccepted')),
  meterContact: (_, after) => answeredWhen(!isOpen(after, 'meterContact')),
  // Another suggestion has another card.
  suggestion: (_, after, { before }) =>
    answeredWhen(after.suggestion?.given !== before?.suggestion?.given),
  review: ({ rev }, after) => (after.revision === rev ? 'open' : 'over'),
};
