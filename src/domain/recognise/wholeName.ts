import type { Draft } from '../facts';
import { known } from './known';
import { splitName } from './splitName';
import { titleCase } from './titleCase';

/** Longest given or family name, in characters. */
export const longestName = 100;

/** The facts that the words of a whole name give. */
export const wholeName = (words: readonly string[]): Draft => {
  const { givenName, familyName } = splitName(words);
  return known({
    givenName: givenName && titleCase(givenName),
    familyName: familyName && titleCase(familyName),
  });
};

export const tooLongPart = (facts: Draft): 'givenName' | 'familyName' | undefined =>
  (['givenName', 'familyName'] as const).find((part) => isTooLong(facts[part] ?? ''));

const isTooLong = (name: string): boolean =>
  name.length > longestName && [...name].length > longestName;
