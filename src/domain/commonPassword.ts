import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { frequentFrenchPasswords } from './frequentFrenchPasswords';
import { fold } from './recognise/fold';

/**
 * One of the passwords that everybody chooses, also with a year and an exclamation mark at its end, as "P@ssw0rd", in pieces
 * ("Mot-de-passe"), said twice, or typed along the keyboard. Judged on this machine, from lists of frequent passwords.
 */
export const isCommonPassword = (password: string): boolean => {
  const folded = fold(password);
  if (folded === '') return false;
  if (guesses(folded) < fewGuesses) return true;
  const plain = folded.replace(/[^\p{L}\p{N}]/gu, '');
  // Of a password that is mostly signs, what is left says nothing.
  return plain.length * 2 > folded.length && guesses(plain) < fewGuessesWithoutSigns;
};

const fewGuesses = 1e9;
const fewGuessesWithoutSigns = 1e6;

/** The time it takes grows with the square of the length; what begins with so many good characters is good. */
const mostJudged = 48;

const made: { factory?: ZxcvbnFactory } = {};

/** The lists take a moment to load: not before the first password is chosen. */
const guesses = (password: string): number => {
  made.factory ??= new ZxcvbnFactory({
    dictionary: { ...dictionary, 'passwords-french': [...frequentFrenchPasswords] },
    graphs: adjacencyGraphs,
    useLevenshteinDistance: false,
    maxLength: mostJudged,
  });
  return made.factory.check(password).guesses;
};
