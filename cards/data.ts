import type { DetailsFact, Field } from '../src/domain/facts';
import type { Terms } from '../src/domain/terms';

/** Every card that asks something carries its number in the conversation, counted from 1. */
export interface Numbered {
  readonly at: number;
}

export interface Choice {
  readonly title: string;
  readonly value: string;
}

export interface DetailsRow {
  readonly fact: DetailsFact;
  /** Canonical for `region` and `country`; what the person wrote for the others, right or not. */
  readonly value?: string;
  /** Sentence that says what is wrong with the value. */
  readonly problem?: string;
}

export interface DetailsData extends Numbered {
  readonly rows: readonly DetailsRow[];
  /** Known already: decides whether a region and a postal code are needed. */
  readonly country?: string;
  /** Needed with a row for `region`: its codes. Without choices the region is typed. */
  readonly regions?: readonly Choice[];
  /** Needed with a row for `country`: ISO 3166-1 alpha-2, likely ones first. Keep the list short: a card has 28 KB. */
  readonly countries?: readonly Choice[];
}

export interface SuggestionData extends Numbered {
  readonly kind: 'email' | 'machine';
  readonly given: string;
  /** The address, or the serial number that was found. */
  readonly proposed: string;
  /** With `machine`. */
  readonly model?: string;
}

/** What the channel says of the person, in parts. */
export interface OfferData extends Numbered {
  readonly givenName?: string;
  readonly familyName?: string;
  readonly email?: string;
}

export interface TermsData extends Numbered {
  readonly terms: Terms;
  /** Of the page with the same text. */
  readonly url: string;
}

/** The same as it is kept: which text instead of the text, which is longer than all that other cards say. */
export interface TermsReference extends Numbered {
  readonly version: string;
  /** Only asks: the text was on an earlier card. */
  readonly seen: boolean;
  readonly url: string;
}

export interface MachineData extends Numbered {
  /** What the person wrote, when it could not be used. */
  readonly value?: string;
  readonly problem?: string;
  /** Offers to ask a person instead. */
  readonly offerHelp?: boolean;
}

export interface MeterContactData extends Numbered {
  readonly model: string;
  /** The machine came from a partner, whose representative may be the contact. */
  readonly partner: boolean;
}

export interface ReviewRow {
  readonly field: Field;
  /** Instead of the field's own name. */
  readonly label?: string;
  readonly lines: readonly string[];
}

export interface ReviewData extends Numbered {
  /** Goes with every button: which state of the answers was confirmed. */
  readonly rev: number;
  readonly rows: readonly ReviewRow[];
}

export interface HelpData extends Numbered {
  /** Where the answer goes; asked for when it is not known. */
  readonly email?: string;
  /** There are answers that could be sent along. */
  readonly hasDraft: boolean;
  /** Ticked already. */
  readonly includeDraft?: boolean;
  /** What the person wrote already. */
  readonly description?: string;
  readonly problem?: string;
}

export interface InPrivateData {
  /** Opens a conversation with the assistant alone. */
  readonly url: string;
}

export interface QuestionData extends Numbered {
  readonly question: string;
  readonly detail?: string;
  /** Titles of the two buttons. */
  readonly yes: string;
  readonly no: string;
}

export interface HandOverData {
  readonly code: string;
  /** Opens the conversation in Teams. */
  readonly teamsUrl?: string;
  readonly portalUrl?: string;
}

export interface DoneData {
  /** Given and family name. */
  readonly name: string;
  readonly email: string;
  /** Sentence about the true state of the activation mail. */
  readonly mail: string;
}
