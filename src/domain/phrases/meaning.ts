import type { Fact, Field } from '../facts';
import type { Locale } from '../locale';
import type { Intent } from '../understanding';

/** What a phrase does in a message. */
export type Meaning =
  | { readonly is: 'intent'; readonly intent: Intent; readonly language?: Locale }
  /** Names a field or one of its parts: "mon courriel", "the city". */
  | { readonly is: 'field'; readonly field: Field | Fact }
  /** "changer", "remplacez": the field that follows is to be asked again or set. */
  | { readonly is: 'change' }
  /** "n'est pas bon", "wrong". */
  | { readonly is: 'wrong' }
  /** "enlevez", "remove". */
  | { readonly is: 'remove' }
  /** "je n'ai pas de", "without". */
  | { readonly is: 'lack' }
  /** "je ne veux pas": turns what follows round. */
  | { readonly is: 'refuse' }
  /** "n'annulez pas": what was begun is not to be given up. */
  | { readonly is: 'goOn' }
  /** "en fait", "actually": what is said replaces what was said before. */
  | { readonly is: 'fix' }
  /** Between a field and its value: "est", "is", "to". */
  | { readonly is: 'link' }
  /** Wants to be the meter contact, or not. */
  | { readonly is: 'meter'; readonly wanted: boolean }
  /** Politeness and small words without a meaning of their own. */
  | { readonly is: 'filler' };

/**
 * Phrases by what they mean. `[a|b|]` stands for a, b or nothing; accents, capitals and punctuation are not looked at,
 * an apostrophe or a hyphen separates words.
 */
export type PhraseTable = {
  readonly intents: { readonly [I in Exclude<Intent, 'language'>]: readonly string[] };
  readonly languages: { readonly [L in Locale]: readonly string[] };
  readonly fields: { readonly [F in Field | Fact]?: readonly string[] };
  readonly meter: { readonly wanted: readonly string[]; readonly unwanted: readonly string[] };
} & { readonly [K in Plain]: readonly string[] };

type Plain = 'change' | 'wrong' | 'remove' | 'lack' | 'refuse' | 'goOn' | 'fix' | 'link' | 'filler';
