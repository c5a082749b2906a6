import { type CardValues, cardValues } from './cardValues';
import { cleanText, longestMessage } from './cleanText';
import type { Draft } from './facts';
import { asksWhether, isQuestion, spokenLanguage } from './language';
import type { Locale } from './locale';
import { type Word, wordsOf } from './phrases/words';
import { type Asked, readMessage, type TypedReading } from './readMessage';
import type { Intent, Understanding } from './understanding';

export interface Context {
  /** The open question. */
  readonly asked?: Asked;
  /** ISO country of the address; the draft's when absent. */
  readonly country?: string;
  readonly draft?: Draft;
  readonly locale: Locale;
}

/** Reads a message once, before any dialog sees it. Total: whatever comes in, it answers and never throws. */
export const understand = (
  message: { readonly text?: unknown; readonly value?: unknown },
  context: Context,
): Understanding => {
  const country = context.country ?? context.draft?.country;
  const card = cardValues(message.value, country);
  const raw = typedText(message);
  const text = cleanText(raw.slice(0, longestRaw));
  if (raw.length > longestRaw || text.length > longestMessage) {
    return { text: text.slice(0, longestMessage), unusable: 'tooLong', ...pressed(card) };
  }
  const words = wordsOf(text);
  const typed = readMessage(text, words, {
    draft: context.draft ?? {},
    ...(context.asked === undefined ? {} : { asked: context.asked }),
    ...(country === undefined ? {} : { country }),
  });
  return together({ text, words }, typed, card);
};

/** Blanks and invisible characters may make a message longer than what is read of it. */
const longestRaw = 4 * longestMessage;

/** A suggested action may arrive as a value alone. */
const typedText = ({
  text,
  value,
}: {
  readonly text?: unknown;
  readonly value?: unknown;
}): string => {
  if (typeof text === 'string' && text.trim() !== '') return text;
  return typeof value === 'string' && !value.trimStart().startsWith('{') ? value : '';
};

const pressed = (card: CardValues): Omit<Understanding, 'text'> => ({
  led: [],
  question: false,
  ...card,
});

const together = (
  { text, words }: { readonly text: string; readonly words: readonly Word[] },
  typed: TypedReading,
  card: CardValues,
): Understanding => {
  const { intent, ...rest } = typed;
  const spoken = spokenLanguage(words);
  const unusable = whyUnusable(text, typed, card);
  // A client that sends the box alone, without saying which card it stood on, says it in so many words.
  const ticked = card.press === undefined && card.facts.termsAccepted === true;
  return {
    text,
    ...pressed(card),
    ...rest,
    facts: { ...typed.facts, ...card.facts },
    problems: [...typed.problems, ...card.problems],
    removed: [...typed.removed, ...card.removed],
    led: asksWhether(text) ? [] : typed.led,
    question: isQuestion(text),
    ...(intent === undefined || isDoubtful(intent, text, card) ? {} : { intent }),
    ...(ticked && intent === undefined ? { intent: 'accept' as const } : {}),
    ...(spoken === undefined ? {} : { spoken }),
    ...(unusable === undefined ? {} : { unusable }),
  };
};

/**
 * Agreement has to be said in so many words: a button speaks for itself, "do I have to accept?" asks, and a thumb is no
 * word. The same holds for refusing, which erases.
 */
const isDoubtful = (intent: Intent, text: string, card: CardValues): boolean =>
  consents.has(intent) && (card.press !== undefined || asks(text) || !lettersOrDigits.test(text));

/** "Pourquoi pas" agrees. */
const asks = (text: string): boolean =>
  isQuestion(text) && !/^(?:pourquoi pas|why not)\b/i.test(text);

const consents: ReadonlySet<Intent> = new Set<Intent>([
  'yes',
  'no',
  'accept',
  'decline',
  'confirm',
]);

const whyUnusable = (
  text: string,
  typed: TypedReading,
  card: CardValues,
): Understanding['unusable'] => {
  const used =
    card.press !== undefined || holds(card.facts) || holds(card.inputs) || holds(card.extras);
  if (used || lettersOrDigits.test(text)) return undefined;
  if (text === '') return 'empty';
  return typed.intent === 'help' ? undefined : 'symbols';
};

const holds = (values: object): boolean => Object.keys(values).length > 0;

const lettersOrDigits = /[\p{L}\p{N}]/u;
