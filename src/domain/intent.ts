import type { Locale } from './locale';
import type { Phrase } from './phrases/phrasesIn';
import type { Intent } from './understanding';

export interface Wish {
  readonly intent: Intent;
  /** With the intent `language`. */
  readonly language?: Locale;
}

/**
 * What a message that is made of known phrases alone asks for. Careful where it matters: a yes next to a no, or a
 * consent next to anything but a yes, is neither.
 */
export const wishIn = (phrases: readonly Phrase[]): Wish | undefined => {
  const wishes = phrases.flatMap(({ meaning }) => (meaning.is === 'intent' ? [meaning] : []));
  const named = new Set(wishes.map((wish) => wish.intent));
  const intent = refuses(phrases) ? turnedRound(named) : combined(named);
  const language = wishes.findLast((wish) => wish.language !== undefined)?.language;
  if (intent === undefined) return undefined;
  return intent === 'language' && language !== undefined ? { intent, language } : { intent };
};

const refuses = (phrases: readonly Phrase[]): boolean =>
  phrases.some(({ meaning }) => meaning.is === 'refuse');

/** "I don't want to …": only what is certain. */
const turnedRound = (named: ReadonlySet<Intent>): Intent | undefined => {
  const rest = without(named, ['greeting', 'thanks', 'yes', 'no']);
  if (rest.size === 0) return 'no';
  if (rest.size > 1) return undefined;
  if (rest.has('accept')) return 'decline';
  if (rest.has('start')) return 'cancel';
  if (rest.has('confirm')) return 'no';
  return undefined;
};

const combined = (named: ReadonlySet<Intent>): Intent | undefined => {
  const spoken = without(named, ['greeting', 'thanks']);
  if (spoken.size === 0)
    return named.has('thanks') ? first(without(named, ['greeting'])) : first(named);
  if (spoken.has('yes') && opposed.some((intent) => spoken.has(intent))) return undefined;
  if (spoken.has('no') && consents.some((intent) => spoken.has(intent))) return undefined;
  const rest = without(spoken, ['yes', 'no']);
  if (rest.size === 0) return first(spoken);
  // With several the weightier one; a consent is given alone or not at all.
  const other = without(rest, consents);
  return ranked.find((intent) => other.has(intent)) ?? first(other) ?? only(rest);
};

const opposed: readonly Intent[] = ['no', 'decline'];

const consents: readonly Intent[] = ['accept', 'confirm'];

const ranked: readonly Intent[] = [
  'language',
  'human',
  'moveOn',
  'decline',
  'restart',
  'cancel',
  'undo',
  'why',
  'help',
];

const without = (named: ReadonlySet<Intent>, left: readonly Intent[]): ReadonlySet<Intent> =>
  new Set([...named].filter((intent) => !left.includes(intent)));

const first = (named: ReadonlySet<Intent>): Intent | undefined => [...named][0];

/** "J'ai lu et accepté, je confirme": both consents, of which accepting is the one that is asked for in words. */
const only = (named: ReadonlySet<Intent>): Intent | undefined =>
  named.has('accept') ? 'accept' : first(named);
