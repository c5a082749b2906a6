import type { ProblemKind } from '../problem';

export type NameAsked = 'name' | 'givenName' | 'familyName';

/** What keeps a text from being a name, or part of one. */
export const nameFault = (text: string): ProblemKind | undefined => {
  const name = namePart(text);
  if (!letter.test(name)) return 'nameWithoutLetters';
  if (foreign.test(name)) return 'nameWithoutLetters';
  return digit.test(name) ? 'nameWithDigits' : undefined;
};

/** Without emoji, surrounding quotes and dots that end a sentence; those of initials and abbreviations stay. */
export const namePart = (text: string): string => {
  const bare = text.replace(emoji, '').replace(blanks, ' ').replace(edges, '').trim();
  return abbreviated.test(bare) ? bare.replace(dots, '.') : bare.replace(dots, '');
};

const letter = /\p{L}/u;
const digit = /\p{N}/u;
/** Apostrophes, hyphens, dots and the middle dot are part of names; whatever else is not a letter is not. */
const foreign = /[^\p{L}\p{M}\p{N} .'’‘ʼ`´·・‐‑–-]/u;
const emoji = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f/gu;
const blanks = /\s+/g;
const edges = /^['"-]+(?= |\p{L})|(?<=\p{L})["-]+$/gu;
const dots = /\.+$/;
const abbreviated = /(?:^|[ .-])(?:\p{Lu}|Jr|Sr|St|Ste)\.+$/u;
