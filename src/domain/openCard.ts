import { isEdited } from './change';
import { type Fact, type Field, fields } from './facts';
import { missing } from './missing';
import { openOffer } from './offer';
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
    return card.card === 'terms' && before !== undefined && !moved ? 'declined' : 'over';
  }
  return byCard[card.card]?.(card, after, turned) ?? 'open';
};

type Stands = (card: OpenCard, after: Registration, turned: Turned) => Standing;

const written: Stands = (card, after, turned) => {
  const { at, asks = [] } = card;
  const facts = asks.flatMap((field): readonly Fact[] => fields[field]);
  if (!facts.some((fact) => isOpen(after, fact))) return 'answered';
  return turned.press?.at === at && isGained(card, after, turned) ? 'answered' : 'open';
};

const isGained = ({ asks = [] }: OpenCard, after: Registration, { before }: Turned): boolean =>
  asks
    .flatMap((field): readonly Fact[] => fields[field])
    .some((fact) => after.draft[fact] !== undefined && after.draft[fact] !== before?.draft[fact]);

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
  offer: (card, after, turned) => {
    const before = turned.before === undefined ? undefined : openOffer(turned.before);
    const left = openOffer(after);
    // What is left of it has another card.
    if (JSON.stringify(left) === JSON.stringify(before)) return 'open';
    return isGained(card, after, turned) ? 'answered' : 'over';
  },
  // Another suggestion has another card.
  suggestion: (_, after, { before }) =>
    answeredWhen(after.suggestion?.given !== before?.suggestion?.given),
  review: ({ rev }, after) => (after.revision === rev ? 'open' : 'over'),
};
