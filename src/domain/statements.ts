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
    field: statement.field,
    from: statement.from,
    ...meantPart(text, statement, valueEnd(text, statement.valueFrom, begun[at + 1]?.from)),
  }));
};

type Beginning = Omit<Statement, 'valueTo'>;

type Value = Pick<Statement, 'valueFrom' | 'denied'>;

const beginnings = (text: string, words: readonly Word[]): readonly Beginning[] => {
  const found: Beginning[] = [];
  for (let at = 0; at < words.length; ) {
    const named = phraseAt(words, at);
    at = named?.next ?? at + 1;
    if (named?.phrase.meaning.is !== 'field') continue;
    const value = valueAfter(text, words, at);
    const { meaning, from } = named.phrase;
    if (value !== undefined) found.push({ field: meaning.field, from, ...value });
  }
  return found;
};

/** Where the value begins: after "est", "is", "to", a colon. */
const valueAfter = (text: string, words: readonly Word[], at: number): Value | undefined => {
  const next = words[at];
  if (next === undefined) return undefined;
  if (sign.test(text.slice(words[at - 1]?.to, next.from))) {
    return { valueFrom: next.from, denied: false };
  }
  const link = phraseAt(words, at);
  const value = words[link?.next ?? words.length];
  if (link?.phrase.meaning.is !== 'link' || value === undefined) return undefined;
  const linking = words.slice(at, link.next);
  return { valueFrom: value.from, denied: linking.some(({ text: word }) => negations.has(word)) };
};

const negations: ReadonlySet<string> = new Set(['pas', 'plus', 'not', 'longer', 't']);

const sign = /[:=]/;

const valueEnd = (text: string, from: number, next: number | undefined): number => {
  const end = clauseEnd.exec(text.slice(from, next));
  return end === null ? (next ?? text.length) : from + end.index;
};

const clauseEnd =
  /[,;!?]|\.(?= |$)|(?<=\s)(?:et|and|mais) (?=mon |ma |mes |le |la |l['’]|my |the )|(?<=\s)(?:svp|s['’]il vous pla[iî]t|please|merci|thanks|thank you)(?= |$)/iu;

/** "5 not 4", "pas 4 mais 5", "Laval au lieu de Montréal": where the value that is meant stands. */
const meantPart = (text: string, { valueFrom, denied }: Value, valueTo: number) => {
  const value = text.slice(valueFrom, valueTo);
  const refused = denied || refusing.test(value);
  const turn = refused ? turning.exec(value) : null;
  if (turn !== null) {
    return { valueFrom: valueFrom + turn.index + turn[0].length, valueTo, denied: false };
  }
  const other = refused ? null : against.exec(value);
  return {
    valueFrom,
    valueTo: other === null ? valueTo : valueFrom + other.index,
    denied: refused,
  };
};

const refusing = /^(?:pas|non pas|not) /iu;

const turning = / (?:mais|but|plut[oô]t) /iu;

const against =
  /\s(?:(?:et )?(?:pas|non)|(?:and )?not|instead of|rather than|au lieu de|plut[oô]t que)\s/iu;
