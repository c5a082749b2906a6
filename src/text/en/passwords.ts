import type { passwords as french } from '../fr/passwords';

export const passwords: typeof french = {
  rules: (min) => [
    `at least ${min} characters; spaces and accents are allowed`,
    'at least one special character, for example # * + - (spaces count)',
    'nothing of your name or your e-mail address',
    'neither the temporary password nor a common one',
  ],
  broken: {
    tooShort: ({ min }) => `The password is too short: it needs at least ${min} characters.`,
    tooLong: ({ max }) => `The password is too long: the limit is ${max} characters.`,
    noSpecialCharacter: () =>
      'A special character is missing: add at least one sign, for example # * + - (spaces count).',
    holdsEmail: () => 'The password contains your e-mail address or a part of it: leave that out.',
    holdsName: () => 'The password contains your name or a part of it: leave that out.',
    temporary: () =>
      'The password contains a temporary password that you were sent: choose another one.',
    common: () =>
      'The password is too common and so easy to guess: put together a few words that do not belong together.',
    confirmationDiffers: () =>
      'The confirmation differs from the new password: type the same one in both boxes.',
  },
};
