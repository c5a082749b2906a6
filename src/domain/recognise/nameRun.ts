import { honorifics, nameLeads, openings } from './namePhrases';
import { phraseAt } from './phrases';
import { isSentenceWord } from './prose';
import { breaks, type Word } from './words';

/** The name words that follow a lead: up to a break, the next lead or a word of a sentence. */
export const nameRun = (words: readonly Word[], at: number): readonly Word[] => {
  const start = afterOpenings(words, at);
  const run: Word[] = [];
  for (const [offset, word] of words.slice(start, start + longest).entries()) {
    if (offset > 0 && (breaks.has(word.before) || word.before === 'colon')) break;
    if (offset > 0 && endsSentence(run.at(-1))) break;
    if (isSentenceWord(word) || !nameLike.test(word.text)) break;
    if (offset > 0 && phraseAt(nameLeads, words, start + offset) !== undefined) break;
    run.push(word);
  }
  return run;
};

/** Where a name begins after greetings, fillers and titles; these count only when something follows. */
export const afterOpenings = (words: readonly Word[], from: number): number => {
  let at = from;
  for (;;) {
    const opening = phraseAt(openings, words, at);
    const length = opening?.length ?? (isHonorific(words[at]) ? 1 : 0);
    if (length === 0 || at + length >= words.length || isTypedAsName(words, at)) return at;
    at += length;
  }
};

/** "Mme Tremblay": a word after a title alone is a family name. */
export const isTitled = (words: readonly Word[], at: number): boolean => isHonorific(words[at - 1]);

const longest = 8;
const nameLike = /^['’]?\p{L}[\p{L}\p{M}.'’‘ʼ`´·・‐‑–-]*$/u;

const isHonorific = (word: Word | undefined): boolean =>
  word !== undefined && honorifics.has(word.folded);

/** A filler that is also a name: "So Yeon Park" and not "So, Jane Park". */
const isTypedAsName = (words: readonly Word[], at: number): boolean =>
  maybeNames.has(words[at]?.text ?? '') && words[at + 1]?.before === 'blank';

const maybeNames: ReadonlySet<string> = new Set(['Bon', 'So', 'Um', 'Bien']);

const endsSentence = (word: Word | undefined): boolean =>
  word?.text.endsWith('.') === true &&
  word.folded.replace(/[^a-z]/g, '').length > 2 &&
  !honorifics.has(word.folded) &&
  !/^ste?$/.test(word.folded);
