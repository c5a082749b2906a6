import type { Draft } from '../facts';
import type { ProblemKind } from '../problem';
import { ledName } from './ledName';
import { type NameAsked, nameFault, namePart } from './namePart';
import { afterOpenings, isTitled } from './nameRun';
import { isQuestion, isSentenceWord, isSmallTalk } from './prose';
import type { Found, Hints, Recogniser } from './recogniser';
import { refusal } from './refusal';
import { splitName } from './splitName';
import { titleCase } from './titleCase';
import { longestName, tooLongPart, wholeName } from './wholeName';
import { breaks, hasControls, tidy, type Word, wordsOf } from './words';

/**
 * Given and family name. Without a question only a name that is introduced counts; a question about the name takes short
 * answers at their word. A whole name is split as `splitName` says; asked for one part, all words belong to that part.
 */
export const nameIn: Recogniser = (text, hints) => {
  const asked = askedFor(hints);
  if (hints.exact === true) return asked && exactName(text, asked);
  const words = wordsOf(text);
  return ledName(text, words, asked) ?? (asked && saidName(text, words, asked));
};

/** Whether the split of a name typed in one go was a guess that should be shown; takes what `nameIn` took. */
export const splitWasGuessed = (typed: string): boolean => {
  const words = wordsOf(typed);
  const led = ledName(typed, words, 'name');
  if (led !== undefined) return led.guessed;
  const rest = words.slice(afterOpenings(words, 0));
  return !rest.some((word) => word.before === 'comma') && splitName(textsOf(rest)).guessed;
};

/** A title and one word, which may be anything ("Mme Stop"). */
export const isTitledName = (text: string): boolean => {
  const words = wordsOf(text);
  const at = words.length - 1;
  const last = words[at];
  return last !== undefined && isTitled(words, at) && isCapitalName(last);
};

const askedFor = ({ asked }: Hints): NameAsked | undefined =>
  asked === 'name' || asked === 'givenName' || asked === 'familyName' ? asked : undefined;

const textsOf = (words: readonly Word[]): readonly string[] => words.map((word) => word.text);

const exactName = (text: string, asked: NameAsked): Found => {
  const typed = tidy(text);
  const span = { from: 0, to: text.length, led: false };
  if (hasControls(text)) return refused(span, 'controlCharacters', asked, typed);
  if (typed === '') return refused(span, 'required', asked, typed);
  const [family, given, more] = asked === 'name' ? typed.split(',') : [typed];
  if (family?.trim() && given?.trim() && more === undefined) {
    return read(span, asked, [family, given]);
  }
  return read(span, asked, typed);
};

const saidName = (text: string, words: readonly Word[], asked: NameAsked): Found | undefined => {
  if (text.trim() === '') return undefined;
  const whole = { from: 0, to: text.length, led: false };
  if (hasControls(text)) {
    return refused(whole, 'controlCharacters', asked, tidy(text.replace(controls, ' ')));
  }
  if (!lettersOrDigits.test(text)) return refused(whole, 'nameWithoutLetters', asked, tidy(text));
  if (isQuestion(text, words) || isSmallTalk(words)) return undefined;
  const start = afterOpenings(words, 0);
  const rest = words.slice(start);
  const end = rest.findIndex(
    (word, at) =>
      at > 0 && ((word.before !== 'line' && breaks.has(word.before)) || joins.has(word.text)),
  );
  const said = end < 0 ? rest : rest.slice(0, end);
  const after = rest.slice(said.length);
  const [first, last, next] = [said[0], said.at(-1), after.at(-1)];
  if (first === undefined || last === undefined || said.length > longestAnswer) return undefined;
  const titled = said.length === 1 && isTitled(words, start);
  if (!(titled && isCapitalName(first)) && (said.some(isSentenceWord) || isSmallTalk(said))) {
    return undefined;
  }
  const span = { from: first.from, to: last.to, led: false };
  const value = textsOf(said).join(' ');
  if (next !== undefined && isInverted(said, after)) {
    return read({ ...span, to: next.to }, asked, [value, textsOf(after).join(' ')]);
  }
  return read(span, titled && asked === 'name' ? 'familyName' : asked, value);
};

interface Span {
  readonly from: number;
  readonly to: number;
  readonly led: boolean;
}

const refused = (span: Span, kind: ProblemKind, asked: NameAsked, typed: string): Found => {
  const fact = asked === 'familyName' ? 'familyName' : 'givenName';
  return { facts: {}, problem: refusal(kind, fact, typed), ...span };
};

/** A value or a problem. A pair is family name and given name, split by a comma. */
const read = (span: Span, asked: NameAsked, typed: string | readonly [string, string]): Found => {
  const texts = typeof typed === 'string' ? [typed] : typed;
  const value = texts.join(' ');
  const fault = nameFault(value);
  if (fault !== undefined) return refused(span, fault, asked, value);
  const facts = typeof typed === 'string' ? said(asked, namePart(typed)) : pair(typed);
  const long = tooLongPart(facts);
  if (long === undefined) return { facts, ...span };
  const problem = refusal('tooLong', long, facts[long] ?? '', { max: longestName });
  return { facts: {}, problem, ...span };
};

const said = (asked: NameAsked, value: string): Draft =>
  asked === 'name' ? wholeName(value.split(' ')) : { [asked]: titleCase(value) };

const pair = ([family, given]: readonly [string, string]): Draft => ({
  givenName: titleCase(namePart(given)),
  familyName: titleCase(namePart(family)),
});

/** "Mme Stop" is a name, "Madame, stop" and "madame aide" are not. */
const isCapitalName = ({ text, before }: Word): boolean =>
  before === 'blank' && /^\p{Lu}/u.test(text);

const longestAnswer = 6;
/** What goes on after the name is not part of it. */
const joins: ReadonlySet<string> = new Set(['et', 'and', 'from', 'with', 'avec']);
const lettersOrDigits = /[\p{L}\p{N}]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it removes
const controls = /[\u0000-\u001f\u007f-\u009f]+/g;

/** "Tremblay, Jane": one word (or a particle and more), a comma, and one or two words that end the text. */
const isInverted = (family: readonly Word[], given: readonly Word[]): boolean =>
  given[0]?.before === 'comma' &&
  given.length <= 2 &&
  given.every((word, at) => at === 0 || word.before === 'blank') &&
  [...family, ...given].every((word) => nameFault(word.text) === undefined) &&
  !given.some(isSentenceWord) &&
  !isSmallTalk(given) &&
  (family.length === 1 ||
    splitName(['x', ...textsOf(family)]).familyName === textsOf(family).join(' '));
