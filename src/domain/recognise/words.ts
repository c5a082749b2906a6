import { occurrences } from '../occurrences';
import { fold } from './fold';

/** What stands between a word and the one before it; `gap` is where somebody else's fact was blanked out. */
export type Separator = 'start' | 'blank' | 'colon' | 'comma' | 'dash' | 'line' | 'stop' | 'gap';

export interface Word {
  /** As typed, NFC, without invisible characters; a final dot stays ("boul."). */
  readonly text: string;
  /** For comparing: folded, without final dots. */
  readonly folded: string;
  readonly from: number;
  readonly to: number;
  readonly before: Separator;
}

/** The words of a text and where they stand in it, read once from left to right. */
export const wordsOf = (text: string): readonly Word[] => {
  const words: Word[] = [];
  let end = 0;
  let dashed = false;
  for (const { text: typed, from, to } of occurrences(text, run)) {
    const shown = visible(typed);
    if (shown === '') continue;
    if (onlyDashes.test(shown)) {
      dashed = true;
      continue;
    }
    const between = separatorOf(text.slice(end, from));
    words.push({
      text: shown,
      folded: withoutFinalDots(fold(shown)),
      from,
      to,
      before: before(between, dashed, words.length === 0),
    });
    end = to;
    dashed = false;
  }
  return words;
};

const visible = (word: string): string =>
  ascii.test(word) ? word : word.replace(invisible, '').normalize('NFC');

const withoutFinalDots = (word: string): string =>
  word.endsWith('.') ? word.replace(finalDots, '') : word;

/** Text without bidirectional and zero-width marks, NFC, blanks folded. */
export const tidy = (text: string): string =>
  text.replace(invisible, '').normalize('NFC').replace(blanks, ' ').trim();

/** C0 and C1 controls other than tabs and line ends. */
export const hasControls = (text: string): boolean => controls.test(text);

export const breaks: ReadonlySet<Separator> = new Set(['comma', 'dash', 'line', 'stop', 'gap']);

const ascii = /^[!-~]*$/;
const run = /([^\s,;:()«»"“”„!?¿¡،、，]+)/u;
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const blanks = /\s+/g;
const onlyDashes = /^[-–—•*|/~_.]+$/;
const finalDots = /\.+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/;
const lineEnd = /[\n\r\u0085\u2028\u2029]/;
const wide = / {4}/;
const commas = /[,;()،、，]/;
const stops = /[!?]/;

const separatorOf = (between: string): Separator => {
  if (between === ' ') return 'blank';
  if (lineEnd.test(between)) return 'line';
  if (wide.test(between)) return 'gap';
  if (stops.test(between)) return 'stop';
  if (commas.test(between)) return 'comma';
  return between.includes(':') ? 'colon' : 'blank';
};

const before = (between: Separator, dashed: boolean, first: boolean): Separator => {
  if (first) return 'start';
  return dashed && between === 'blank' ? 'dash' : between;
};
