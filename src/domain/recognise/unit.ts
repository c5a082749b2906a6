import { breaks, type Word } from './words';

export interface UnitFound {
  /** Bare, in capitals. */
  readonly value: string;
  /** Words taken. */
  readonly length: number;
}

/** "app. 4", "suite 300", "#5", "bureau no 12", "apt4b", "3e étage" beginning at a word. */
export const unitAt = (words: readonly Word[], at: number): UnitFound | undefined => {
  const word = words[at];
  if (word === undefined) return undefined;
  const joined = attached.exec(word.folded);
  if (joined?.[1] !== undefined) return { value: joined[1].toUpperCase(), length: 1 };
  const next = words[at + 1];
  if (next === undefined) return undefined;
  if (floor.has(next.folded) && ordinal.test(word.folded)) {
    return { value: `${word.text} ${next.text}`, length: 2 };
  }
  if (!unitWords.has(word.folded) || breaks.has(next.before)) return undefined;
  const skipped = numberSigns.has(next.folded) ? 1 : 0;
  const value = words[at + 1 + skipped];
  if (value === undefined || !isBare(word, value)) return undefined;
  return { value: value.folded.replace(sign, '').toUpperCase(), length: 2 + skipped };
};

/** The whole content of a box for the unit, without its prefix; `undefined` when it is not a unit. */
export const bareUnit = (text: string): string | undefined => {
  const bare = text.replace(leading, '').trim();
  if (!form.test(bare) || !(/\d/.test(bare) || bare.length <= 3 || named.test(bare)))
    return undefined;
  return bare.length <= 5 ? bare.toUpperCase() : bare;
};

const unitWords: ReadonlySet<string> = new Set(
  "app|appt|apt|appartement|l'appartement|apartment|bureau|bur|suite|ste|unit|unite|l'unite|local|porte|door|office|flat|bte|boite|#|logement|room|lot".split(
    '|',
  ),
);

const numberSigns: ReadonlySet<string> = new Set(['#', 'no', 'n°', 'nº', 'numero', 'number']);
const attached =
  /^(?:#|(?:app|appt|apt|bur|bureau|suite|unit|unite|local)[.#-]?)([a-z]?-?\d{1,5}[a-z]?)$/;
const ordinal = /^\d{1,2}(?:e|er|eme|ieme|th|st|nd|rd)$/;
const floor: ReadonlySet<string> = new Set(['etage', 'floor']);
const bareForm = /^#?(?:[a-z]{0,2}-?\d{1,5}[a-z]?|\d{1,4}-\d{1,4}|ph)$/;
const oneLetter = /^\p{Lu}$/u;
const sign = /^#/;
const leading =
  /^(?:(?:app|appt|apt|appartement|apartment|bureau|bur|suite|ste|unit|unité|unite|local|porte|door|office|flat|bte|boîte|boite|room|logement)\b\.?|#)?\s*(?:(?:#|n[o°º]\.?|num[ée]ro|number)\s*)?:?\s*/iu;
const named = /^(?:penthouse|sous-sol|basement|rdc)$/i;
const form = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} .#/-]{0,11}$/u;

const isBare = (word: Word, value: Word): boolean => {
  if (bareForm.test(value.folded)) return word.folded !== 'lot' || value.folded.length < 6;
  return oneLetter.test(value.text) && word.folded !== 'ste';
};
