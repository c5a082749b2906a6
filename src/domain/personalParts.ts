import { fold } from './recognise/fold';

/** What a person is called, in pieces, and what a password must not hold. Long pieces count wherever they stand, short ones as a word. */
export interface PersonalParts {
  readonly anywhere: readonly string[];
  readonly asWords: readonly string[];
}

/** The address, what stands before its @, the names of its domain, and the words of all these; not the ".org". */
export const emailParts = (email: string): PersonalParts => {
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at);
  const domain = email.slice(at + 1).split('.');
  return sorted([email, local, ...wordsIn(local), ...domain.slice(0, -1).flatMap(wordsIn)]);
};

export const nameParts = (name: string): PersonalParts => sorted(wordsIn(name));

export const holdsAny = (password: string, { anywhere, asWords }: PersonalParts): boolean => {
  const folded = fold(password);
  const words = new Set(folded.match(letterRuns));
  return anywhere.some((part) => folded.includes(part)) || asWords.some((part) => words.has(part));
};

const shortestAnywhere = 4;
const shortestWord = 3;

const sorted = (parts: readonly string[]): PersonalParts => {
  const folded = [...new Set(parts.map(fold))].filter((part) => !particles.has(part));
  return {
    anywhere: folded.filter((part) => part.length >= shortestAnywhere),
    asWords: folded.filter((part) => part.length >= shortestWord && part.length < shortestAnywhere),
  };
};

const wordsIn = (text: string): readonly string[] => fold(text).match(letterRuns) ?? [];

const letterRuns = /\p{L}+/gu;

/** Parts of names that are ordinary words of the language: nobody is known by them. */
const particles: ReadonlySet<string> = new Set(['des', 'les', 'del', 'der', 'den', 'van', 'von']);
