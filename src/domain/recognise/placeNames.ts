import { fold } from './fold';
import { breaks, type Word } from './words';

/** Names of places, by `placeKey`. */
export type PlaceNames<V> = ReadonlyMap<string, V>;

/** One spelling for all: no accents, dots, hyphens or apostrophes ("Î.-P.-É." is "i p e"). */
export const placeKey = (text: string): string =>
  fold(text).replace(dots, '').replace(joints, ' ').trim();

export interface PlaceFound<V> {
  readonly value: V;
  /** Index of its first word. */
  readonly start: number;
  readonly key: string;
}

/** The longest name of at most six words that ends before `end` and may stand where it does. */
export const placeBefore = <V>(
  names: PlaceNames<V>,
  words: readonly Word[],
  end: number,
): PlaceFound<V> | undefined => {
  let key = '';
  let found: PlaceFound<V> | undefined;
  for (let start = end - 1; start >= 0 && start >= end - longest; start -= 1) {
    const word = words[start];
    if (word === undefined) break;
    const part = placeKey(word.text);
    key = key === '' ? part : `${part} ${key}`;
    const value = names.get(key);
    if (value !== undefined) found = { value, start, key };
    if (breaks.has(word.before)) break;
  }
  return found;
};

const longest = 6;
const dots = /\.+/g;
const joints = /[-'\s]+/g;
