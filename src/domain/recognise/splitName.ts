import { fold } from './fold';

export interface SplitName {
  readonly givenName?: string;
  readonly familyName?: string;
  /** The rule had to choose: show the parts for confirmation. */
  readonly guessed: boolean;
}

/**
 * Splits the words of a whole name. The first rule that fits decides:
 * 1. one word is the given name, unless it is written in Han or Hangul without blanks: then the family name is its first
 *    character (two for the few double surnames), as those languages put it first. Several such words: the first is the family name;
 * 2. words in capitals at one end of a name that is not all in capitals are the family name ("Jane TREMBLAY");
 * 3. from the first particle after the first word on, all is family name ("Jane de la Tour"); "y" takes the word before it along;
 *    a name that begins with de, du, des or von is a family name;
 * 4. the last word is the family name, with a suffix such as Jr. or III; everything before it is the given name.
 * A split of three words or more by rules 3 and 4, or of one by rule 1, is a guess.
 */
export const splitName = (words: readonly string[]): SplitName => {
  const first = words[0];
  if (first === undefined) return { guessed: false };
  if (words.every((word) => eastAsian.test(word))) return familyFirst(first, words.slice(1));
  if (words.length === 1) return { givenName: first, guessed: false };
  return byCapitals(words) ?? byParticle(words) ?? byPlace(words);
};

const eastAsian = /^[\p{Script=Han}\p{Script=Hangul}]+$/u;
const doubleSurnames: ReadonlySet<string> = new Set(
  '欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|夏侯|司徒|皇甫|남궁|황보|제갈|선우'.split('|'),
);
const particles: ReadonlySet<string> = new Set(
  "de|d'|del|della|di|da|das|dos|do|du|des|la|le|les|van|von|vom|der|den|het|'t|ten|ter|te|zu|zur|st|ste|saint|sainte|mac|mc|o'|el|al|ben|bin|bint|ibn|abu|ap|y".split(
    '|',
  ),
);
const startsFamily: ReadonlySet<string> = new Set(['de', 'du', 'des', 'von']);
const suffixes: ReadonlySet<string> = new Set('jr|sr|ii|iii|iv|junior|senior|fils'.split('|'));
const finalDots = /\.+$/;
const plain = (word: string): string => fold(word).replace(finalDots, '');

const familyFirst = (first: string, others: readonly string[]): SplitName => {
  if (others.length > 0) {
    return { familyName: first, givenName: others.join(' '), guessed: others.length > 1 };
  }
  const letters = [...first];
  if (letters.length < 2 || letters.length > 4) return { givenName: first, guessed: false };
  const double = letters.length > 2 && doubleSurnames.has(letters.slice(0, 2).join(''));
  const cut = double ? 2 : 1;
  return {
    familyName: letters.slice(0, cut).join(''),
    givenName: letters.slice(cut).join(''),
    guessed: true,
  };
};

const inCapitals = (word: string, least: number): boolean =>
  !word.includes('.') &&
  word.length >= least &&
  word === word.toUpperCase() &&
  /\p{Lu}/u.test(word);

const byCapitals = (words: readonly string[]): SplitName | undefined => {
  if (words.every((word) => word === word.toUpperCase())) return undefined;
  let start = words.length;
  while (start > 0 && inCapitals(words[start - 1] ?? '', 2)) start -= 1;
  if (start < words.length) {
    while (start > 1 && particles.has(plain(words[start - 1] ?? ''))) start -= 1;
    return parts(words.slice(0, start), words.slice(start), false);
  }
  let end = 0;
  while (inCapitals(words[end] ?? '', 3)) end += 1;
  return end === 0 ? undefined : parts(words.slice(end), words.slice(0, end), false);
};

const byParticle = (words: readonly string[]): SplitName | undefined => {
  const first = words[0] ?? '';
  if (startsFamily.has(first)) return parts([], words, words.length > 2);
  const at = words.findIndex(
    (word, index) =>
      index > 0 && index < words.length - 1 && (word === 'Ó' || particles.has(plain(word))),
  );
  if (at < 0) return undefined;
  const start = plain(words[at] ?? '') === 'y' && at > 1 ? at - 1 : at;
  return parts(words.slice(0, start), words.slice(start), true);
};

const byPlace = (words: readonly string[]): SplitName => {
  const suffixed = words.length > 2 && suffixes.has(plain(words.at(-1) ?? ''));
  const start = words.length - (suffixed ? 2 : 1);
  return parts(words.slice(0, start), words.slice(start), words.length > 2);
};

const parts = (
  given: readonly string[],
  family: readonly string[],
  guessed: boolean,
): SplitName => ({
  guessed,
  ...(given.length > 0 ? { givenName: given.join(' ') } : {}),
  ...(family.length > 0 ? { familyName: family.join(' ') } : {}),
});
