import type { Draft } from '../facts';
import { type AddressPart, addressPart, type PartRead } from './addressPart';
import { links, partLeads } from './addressPhrases';
import { phraseAt } from './phrases';
import { canadian } from './postalCode';
import { isSentenceWord } from './prose';
import type { Found } from './recogniser';
import { breaks, type Word } from './words';

/** "ville : Laval, code postal : H7A 1A1", "my zip is 10118": every part that is introduced. */
export const ledParts = (
  text: string,
  words: readonly Word[],
  home: string | undefined,
): Found | undefined => {
  let found: Found | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const label = phraseAt(partLeads, words, at);
    const first = words[at];
    if (label === undefined || first === undefined) continue;
    // "12 rue A": behind a civic number the word belongs to the street.
    if (/^\d/.test(words[at - 1]?.text ?? '')) continue;
    const link = phraseAt(links, words, at + label.length);
    const start = at + label.length + (link?.length ?? 0);
    // With a number in it, it is a whole address.
    if (label.value === 'livesIn' && words.some(({ text: word }) => /\d/.test(word))) continue;
    const part = label.value === 'livesIn' ? 'city' : label.value;
    const linked =
      label.value === 'livesIn' ||
      link !== undefined ||
      words[start]?.before === 'colon' ||
      label.value === 'postalCode';
    const run = linked ? valueRun(words, start, part) : [];
    const last = run.at(-1);
    if (run[0] === undefined || last === undefined) continue;
    const country = found?.facts.country ?? home;
    const typed = text.slice(run[0].from, last.to);
    const introduction = text.slice(first.from, run[0].from);
    const read =
      country === undefined && isZip(introduction, typed)
        ? zip(typed)
        : addressPart(part, typed, country);
    if (read.problem !== undefined && !isWorthRefusing(part, link !== undefined, run)) continue;
    found = {
      facts: { ...found?.facts, ...read.facts },
      ...(read.problem === undefined ? {} : { problem: read.problem }),
      from: found?.from ?? first.from,
      to: last.to,
      led: true,
    };
    at = start + run.length - 1;
  }
  return found !== undefined && (found.problem !== undefined || !isEmpty(found.facts))
    ? found
    : undefined;
};

/** Only Americans say "zip". */
const isZip = (introduction: string, typed: string): boolean =>
  /zip/i.test(introduction) && /^\d{5}/.test(typed);

const zip = (typed: string): PartRead => {
  const { facts, ...read } = addressPart('postalCode', typed, 'US');
  return { ...read, facts: isEmpty(facts) ? facts : { ...facts, country: 'US' } };
};

const isWorthRefusing = (part: AddressPart, linked: boolean, run: readonly Word[]): boolean =>
  linked && part === 'postalCode' && run.some((word) => /\d/.test(word.text));

const valueRun = (words: readonly Word[], start: number, part: AddressPart): readonly Word[] => {
  const run: Word[] = [];
  for (const [offset, word] of words.slice(start, start + 8).entries()) {
    if (offset > 0 && (breaks.has(word.before) || word.before === 'colon')) break;
    if (
      isSentenceWord(word) ||
      (phraseAt(partLeads, words, start + offset) !== undefined && offset > 0)
    )
      break;
    run.push(word);
  }
  if (part === 'unit' && !(run.length <= 2 && hasUnit.test(run.at(-1)?.text ?? ''))) return [];
  return part === 'postalCode' ? postalRun(run) : run;
};

const hasUnit = /\d|^\p{Lu}$/u;

/** A code is one word or two. */
const postalRun = (run: readonly Word[]): readonly Word[] => {
  const [first, second] = run;
  if (first === undefined || !/\d/.test(first.text))
    return second !== undefined &&
      /\d/.test(second.text) &&
      /^[a-z]{1,4}$/.test(first?.folded ?? '')
      ? run.slice(0, 2)
      : [];
  if (second === undefined) return [first];
  const whole = canadian(first.text) !== undefined || /^\d{4,}/.test(first.text);
  return whole || !/\d/.test(second.text) ? [first] : [first, second];
};

const isEmpty = (facts: Draft): boolean => Object.keys(facts).length === 0;
