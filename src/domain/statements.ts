import type { Fact, Field } from './facts';
import { phraseAt } from './phrases/phrasesIn';
import type { Word } from './phrases/words';

/** "La ville est Laval": a field that is named and the text that is said to be its value. */
export interface Statement {
  readonly field: Field | Fact;
  /** Where the field is named. */
  readonly from: number;
  readonly valueFrom: number;
  readonly valueTo: number;
  /** "Mon courriel n'est pas …": the value is the one that is not meant. */
  readonly denied: boolean;
}

/** Every place where a field is named and given a value. */
export const statementsIn = (text: string, words: readonly Word[]): readonly Statement[] => {
  const begun = beginnings(text, words);
  return begun.map((statement, at) => ({
    ...statement,
    ...meantPart(
      text,
      statement.valueFrom,
      valueEnd(text, statement.valueFrom, begun[at + 1]?.from),
    ),
  }));
};

type Beginning = Omit<Statement, 'valueTo'>;

const beginnings = (text: string, words: readonly Word[]): readonly Beginning[] => {
  const found: Beginning[] = [];
  let at = 0;
  while (at < words.length) {
    const named = phraseAt(words, at);
    if (named === undefined) {
      at += 1;
      continue;
    }
    const value =
      named.phrase.meaning.is === 'field' ? valueWord(text, words, named.next) : undefined;
    if (named.phrase.meaning.is === 'field' && value !== undefined) {
      found.push({
        field: named.phrase.meaning.field,
        from: named.phrase.from,
        valueFrom: words[value]?.from ?? text.length,
      });
    }
    at = value ?? named.next;
  }
  return found;
};

/** The word at which the value begins: after "est", "is", "to", a colon. */
const valueWord = (text: string, words: readonly Word[], at: number): number | undefined => {
  const before = words[at - 1]?.to ?? 0;
  const next = words[at]?.from;
  if (next === undefined) return undefined;
  if (sign.test(text.slice(before, next))) return at;
  const link = phraseAt(words, at);
  if (link?.phrase.meaning.is !== 'link') return undefined;
  return link.next < words.length ? link.next : undefined;
};

const sign = /[:=]/;

const valueEnd = (text: string, from: number, next: number | undefined): number => {
  const end = clauseEnd.exec(text.slice(from, next));
  return end === null ? (next ?? text.length) : from + end.index;
};

const clauseEnd =
  /[,;!?]|\.(?= |$)|(?<=\s)(?:et|and|mais) (?=mon |ma |mes |le |la |l['’]|my |the )|(?<=\s)(?:svp|s['’]il vous pla[iî]t|please|merci|thanks|thank you)(?= |$)/iu;

/** "5 not 4", "pas 4 mais 5", "Laval au lieu de Montréal": where the value that is meant stands. */
const meantPart = (text: string, from: number, to: number) => {
  const value = text.slice(from, to);
  const turn = turning.exec(value);
  if (turn !== null && denied.test(value)) {
    return { valueFrom: from + turn.index + turn[0].length, valueTo: to };
  }
  const other = against.exec(value);
  return { valueFrom: from, valueTo: other === null ? to : from + other.index };
};

const denied = /^(?:pas|non pas|not) /iu;

const turning = / (?:mais|but|plut[oô]t) /iu;

const against =
  /\s(?:(?:et )?(?:pas|non)|(?:and )?not|instead of|rather than|au lieu de|plut[oô]t que)\s/iu;
