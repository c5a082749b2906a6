import type { Draft, Fact, Field, TextFact } from './facts';
import type { Locale } from './locale';
import type { Press } from './press';
import type { Problem } from './problem';

export type Intent =
  | 'yes'
  | 'no'
  /** "I accept", said in so many words. */
  | 'accept'
  /** "I refuse", said in so many words. */
  | 'decline'
  | 'confirm'
  | 'skip'
  | 'repeat'
  /** "go back", "that was wrong": the last answer is asked again. */
  | 'undo'
  | 'cancel'
  /** Help with the open question. */
  | 'help'
  /** A person, or a help request. */
  | 'human'
  | 'restart'
  | 'why'
  | 'language'
  | 'start'
  /** "Go on in Teams", "on another device", "later". */
  | 'moveOn'
  /** "What do you have so far?" */
  | 'summary'
  | 'greeting'
  | 'thanks'
  /** "I did not get the mail", "where is my mail?" */
  | 'mail'
  /** "Send it again". */
  | 'mailAgain';

/** One message, understood once, before any dialog sees it: typed text, card values, suggested actions, in both languages whatever the language of the conversation. */
export interface Understanding {
  /** What was typed, cleaned: NFC, no invisible or control characters, blanks folded; empty for a pressed card. */
  readonly text: string;
  /** Canonical values that were read. */
  readonly facts: Draft;
  /** Fields that the message named ("mon courriel est …") or set right ("en fait …"): these replace earlier answers. */
  readonly led: readonly Field[];
  readonly problems: readonly Problem[];
  readonly intent?: Intent;
  /** A field or part that is said to be wrong, or that is to be changed, without a new value. */
  readonly correction?: Field | Fact;
  readonly press?: Press & { readonly rev?: number };
  /** Optional facts that are not wanted any more ("enlevez le poste"), or whose box on a pressed card came back empty. */
  readonly removed: readonly Fact[];
  /** Content of a pressed card's text inputs as they came, cut to 200 characters: shown again when they could not be used. */
  readonly inputs: { readonly [F in TextFact]?: string };
  /** Other inputs of a pressed card that are not facts (`description`, `includeDraft`). */
  readonly extras: Readonly<Record<string, string | boolean>>;
  /** Language that was asked for ("in English please"), with the intent `language`. */
  readonly language?: Locale;
  /** Language the text seems to be written in, when it shows. */
  readonly spoken?: Locale;
  /** The text asks something ("?", "est-ce que", "what is"). */
  readonly question: boolean;
  /** Nothing to read: no text and no card, only symbols or emoji, or longer than 4,000 characters. */
  readonly unusable?: 'empty' | 'symbols' | 'tooLong';
}
