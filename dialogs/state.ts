import type { DialogState } from 'botbuilder-dialogs';
import type { Locale } from '../src/domain/locale';
import type { OpenCard } from '../src/domain/openCard';
import type { AcceptedTerms, Registration } from '../src/domain/registration';
import type { RegistrationFacts } from '../src/domain/registrationFacts';
import type { Place } from './place';

/** What is stored of a conversation. */
export interface State {
  readonly memory: Memory;
  readonly stack: DialogState;
}

/** What a conversation remembers between turns. Stored as JSON: plain values only. */
export interface Memory {
  /** Of this shape, so that a later one can read what an earlier one left. */
  readonly version: 1;
  readonly locale: Locale;
  /** The person asked for it in words: the channel's own language no longer counts. */
  readonly localeChosen: boolean;
  /** Language the channel named last. */
  readonly channelLocale?: string;
  readonly greeted: boolean;
  /** When the last arrival or departure that counted happened, in milliseconds. */
  readonly announcedAt?: number;
  /** Messages the person has sent; says whether this is the first. */
  readonly heard: number;
  /** Number of the last card. */
  readonly cards: number;
  readonly registration?: Registration;
  /** The last registration that went through, for questions about its mail. */
  readonly done?: Done;
  /** The registration goes on elsewhere; `over`: another one was begun or came back. */
  readonly moved?: { readonly id: string; readonly to: Place; readonly over?: boolean };
  /** What was sent elsewhere and may not have arrived yet, by the move's id. */
  readonly parcels?: Readonly<Record<string, string>>;
  /** The last registration that came from elsewhere. */
  readonly arrived?: { readonly id: string; readonly settled?: boolean };
  /** Cards that may still be answered, oldest first; only where an answered one is replaced. */
  readonly open?: readonly OpenCard[];
  /** What was stored could not be read and the conversation began anew: the person is to be told. */
  readonly recovered?: true;
}

export interface Done {
  /** The account that owes the mail: somebody else's when the address was known. */
  readonly account: string;
  readonly mail: string;
  readonly email: string;
  /** What was registered, to register it again with another address. Times are ISO 8601 here. */
  readonly request: {
    readonly id: string;
    readonly facts: RegistrationFacts;
    readonly consent: AcceptedTerms;
    readonly locale: Locale;
  };
}

export const newMemory: Memory = {
  version: 1,
  locale: 'fr',
  localeChosen: false,
  greeted: false,
  heard: 0,
  cards: 0,
};
