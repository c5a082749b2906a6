import { correctionIn } from './correction';
import type { Draft, Fact, Field } from './facts';
import { fieldOf, isFact, isField } from './fieldTable';
import { type Wish, wishIn } from './intent';
import { leadingAnswer } from './leadingAnswer';
import { knownSpelling } from './phrases/knownSpelling';
import { knownPhrases, longestOrder, type Phrase, phrasesIn } from './phrases/phrasesIn';
import { knownWords } from './phrases/vocabulary';
import type { Word } from './phrases/words';
import { type Reading, readFacts } from './readFacts';
import { isTitledName } from './recognise/name';
import type { Hints } from './recognise/recogniser';
import type { Intent, Understanding } from './understanding';

/** The open question: a field or a part of one, a yes or no, the review, or a free text (the description of a problem). */
export type Asked = Field | Fact | 'yesNo' | 'confirm' | 'free';

export interface Question {
  readonly asked?: Asked;
  readonly country?: string;
  readonly draft: Draft;
}

export type TypedReading = Pick<
  Understanding,
  'facts' | 'led' | 'problems' | 'removed' | 'intent' | 'correction' | 'language'
>;

/** What a typed text says; `text` is clean. An order is the whole message or it is none. */
export const readMessage = (
  text: string,
  words: readonly Word[],
  question: Question,
): TypedReading => {
  if (signsOnly.test(text) && questionMark.test(text)) return { ...silence, intent: 'help' };
  const order = wholeOrder(text, words, question);
  if (order !== undefined && !mayBeName(order, text, question)) return order;
  const reading = readFacts(text, words, hintsOf(question), question.draft);
  if (order !== undefined && Object.keys(reading.facts).length === 0) return order;
  const rest = withRest(reading, words, question);
  const intent = rest.intent ?? answerWithReasons(words, rest, question);
  return { ...rest, ...(intent === undefined ? {} : meterAnswer(intent, question)) };
};

const silence: TypedReading = { facts: {}, led: [], problems: [], removed: [] };

const signsOnly = /^[?？؟\s!]+$/u;

const questionMark = /[?？؟]/u;

const hintsOf = ({ asked, country }: Question): Hints => ({
  ...(isField(asked) || isFact(asked) ? { asked } : {}),
  ...(country === undefined ? {} : { country }),
});

/** Where any word may be the answer, a word that resembles one of ours is left alone. */
const spelled = ({ asked }: Question) => {
  const field = isField(asked) || isFact(asked) ? fieldOf(asked) : undefined;
  const asTyped = field === 'name' || field === 'address';
  return (word: Word): Word => (asTyped ? word : { ...word, text: knownSpelling(word.text) });
};

const wholeOrder = (
  text: string,
  words: readonly Word[],
  question: Question,
): TypedReading | undefined => {
  if (text.includes('@') || words.length > longestOrder) return undefined;
  const known = knownAs(words, spelled(question));
  const phrases = known === undefined ? undefined : phrasesIn(known);
  return phrases === undefined ? undefined : orderIn(phrases, question);
};

/** `undefined` at the first word that no phrase has: a message that tells something is seldom an order. */
const knownAs = (words: readonly Word[], spell: (word: Word) => Word) => {
  const known: Word[] = [];
  for (const word of words) {
    const spelled = spell(word);
    if (!knownWords.has(spelled.text)) return undefined;
    known.push(spelled);
  }
  return known;
};

/** What a message made of known phrases alone asks for. */
const orderIn = (phrases: readonly Phrase[], question: Question): TypedReading | undefined => {
  const correction = correctionIn(phrases, question.asked === 'confirm');
  if (correction !== undefined && 'ask' in correction)
    return { ...silence, correction: correction.ask };
  if (correction !== undefined && 'remove' in correction) {
    return { ...silence, removed: [correction.remove] };
  }
  if (correction !== undefined) {
    return {
      ...silence,
      facts: { meterContact: correction.meterContact },
      led: ['meterContact'],
    };
  }
  const wish = wishAround(phrases, question);
  if (wish === undefined) return undefined;
  return { ...silence, ...meterAnswer(wish.intent, question), ...wish };
};

/** A field may be named by an order about it ("pourquoi mon adresse ?"); next to a yes it makes the message unclear. */
const wishAround = (phrases: readonly Phrase[], { asked }: Question) => {
  const has = (is: Phrase['meaning']['is']) => phrases.some(({ meaning }) => meaning.is === is);
  const wish = wishIn(phrases);
  if (has('goOn')) return goOn(wish, asked);
  if (has('lack') || (has('refuse') && has('field'))) return { intent: 'skip' } as const;
  if (has('field')) return wish !== undefined && aboutField.has(wish.intent) ? wish : undefined;
  const dissatisfied = has('wrong') || has('change') || has('remove');
  if (!dissatisfied || (wish !== undefined && wish.intent !== 'yes' && wish.intent !== 'no'))
    return wish;
  return { intent: asked === 'confirm' || asked === 'yesNo' ? 'no' : 'undo' } as const;
};

/** "Don't cancel" is a no, but not to the questions that a no would answer with something else. */
const goOn = (wish: Wish | undefined, asked: Asked | undefined): Wish | undefined => {
  if (wish !== undefined && !beside.has(wish.intent)) {
    return asides.has(wish.intent) ? wish : undefined;
  }
  const answers = asked === 'meterContact' || asked === 'termsAccepted' || asked === 'confirm';
  return answers ? undefined : { intent: 'no' };
};

const beside: ReadonlySet<Intent> = new Set<Intent>(['no', 'greeting', 'thanks']);

const aboutField: ReadonlySet<Intent> = new Set<Intent>([
  'why',
  'help',
  'human',
  'skip',
  'repeat',
  'mail',
  'mailAgain',
  'language',
  'cancel',
  'restart',
  'start',
  'summary',
]);

/** "Parfait" is also a given name, and a title makes any word a name: asked for one, they are read as names when they can be. */
const mayBeName = ({ intent }: TypedReading, text: string, question: Question): boolean => {
  const { asked } = hintsOf(question);
  if (asked === undefined || fieldOf(asked) !== 'name') return false;
  const approves = intent === 'yes' || intent === 'thanks';
  return approves || isTitledName(text);
};

/** The meter question is answered by its yes or no. */
const meterAnswer = (intent: Intent, { asked }: Question): Partial<TypedReading> =>
  asked === 'meterContact' && (intent === 'yes' || intent === 'no')
    ? { intent, facts: { meterContact: intent === 'yes' }, led: ['meterContact'] }
    : { intent };

/** Facts, with what the words around them do: lead them, ask for help, correct another field. */
const withRest = (reading: Reading, all: readonly Word[], question: Question): TypedReading => {
  const { facts, led, problems, denied } = reading;
  const found = Object.keys(facts).filter(isFact).map(fieldOf);
  const words = all.filter((word) => reading.rest[word.from] !== ' ');
  const around = knownPhrases(words);
  const typed: TypedReading = {
    ...silence,
    facts,
    led: [...new Set([...led, ...found.filter(ledBy(around))])],
    problems: question.asked === 'free' ? [] : problems,
    ...(denied === undefined ? {} : { correction: denied }),
  };
  const phrases = found.length > 0 && question.asked !== 'free' ? phrasesIn(words) : undefined;
  const order = phrases === undefined ? undefined : orderIn(phrases, question);
  if (order === undefined) return typed;
  // "Non, c'est …" sets a fact right; it says no to the open question only when that fact is named ("non, et mon poste est 4").
  const answers = order.intent !== 'no' || found.every(namedBy(around));
  return {
    ...typed,
    ...aside(order, found),
    facts: answers ? { ...order.facts, ...facts } : facts,
    led: answers ? [...typed.led, ...order.led] : typed.led,
  };
};

/** "En fait", "non", "je me suis trompé" or the field's own name make what follows replace what was said before. */
const ledBy = (around: readonly Phrase[]) => {
  const corrects = around.some(
    ({ meaning }) =>
      corrections.has(meaning.is) ||
      (meaning.is === 'intent' && (meaning.intent === 'no' || meaning.intent === 'undo')),
  );
  const named = namedBy(around);
  return (field: Field): boolean => corrects || named(field);
};

const namedBy = (around: readonly Phrase[]) => {
  const named = new Set(
    around.flatMap(({ meaning }) => (meaning.is === 'field' ? [fieldOf(meaning.field)] : [])),
  );
  return (field: Field): boolean => named.has(field);
};

const corrections: ReadonlySet<Phrase['meaning']['is']> = new Set<Phrase['meaning']['is']>([
  'fix',
  'change',
  'wrong',
]);

/** What may be asked for in the same breath as facts are given; a yes or a consent may not. */
const aside = (order: TypedReading, found: readonly Field[]): Partial<TypedReading> => {
  const { intent, correction, removed, language } = order;
  const other = correction !== undefined && !found.includes(fieldOf(correction));
  const lasting = intent !== undefined && asides.has(intent);
  return {
    ...(other ? { correction } : {}),
    ...(lasting ? { intent } : {}),
    ...(lasting && language !== undefined ? { language } : {}),
    ...(removed.length > 0 ? { removed } : {}),
  };
};

const asides: ReadonlySet<Intent> = new Set<Intent>(['language', 'human', 'help', 'why', 'start']);

/** "Oui, je m'en occupe déjà": at a yes-or-no question the first word answers it, unless the rest takes it back. */
const answerWithReasons = (
  words: readonly Word[],
  { facts, correction, removed }: TypedReading,
  { asked }: Question,
): Intent | undefined => {
  const spoken = Object.keys(facts).length > 0 || correction !== undefined || removed.length > 0;
  if (spoken || asked === undefined || !leadingAnswers.has(asked)) return undefined;
  const answer = leadingAnswer(words);
  // Nothing is confirmed by a sentence that was not understood to its end.
  return answer === 'yes' && asked === 'confirm' ? undefined : answer;
};

const leadingAnswers: ReadonlySet<Asked> = new Set<Asked>([
  'yesNo',
  'confirm',
  'meterContact',
  'termsAccepted',
]);
