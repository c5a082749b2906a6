import { canonicalPassword } from './canonicalPassword';
import { isCommonPassword } from './commonPassword';
import { emailParts, holdsAny, nameParts } from './personalParts';
import { fold } from './recognise/fold';

export const usualMinLength = 12;

const maxLength = 128;

/** A rule that a wished password breaks. Each kind has its sentence in `src/text`. Lengths are counted in characters (code points). */
export type BrokenRule =
  | { readonly kind: 'tooShort'; readonly min: number }
  | { readonly kind: 'tooLong'; readonly max: number }
  | { readonly kind: 'noSpecialCharacter' }
  | { readonly kind: 'holdsEmail' }
  | { readonly kind: 'holdsName' }
  | { readonly kind: 'temporary' }
  | { readonly kind: 'common' }
  | { readonly kind: 'confirmationDiffers' };

export interface WishedPassword {
  readonly password: string;
  readonly confirmation: string;
  readonly owner: {
    readonly email: string;
    readonly givenName: string;
    readonly familyName: string;
  };
  /** Those the person was sent. */
  readonly temporaryPasswords: readonly string[];
  readonly minLength: number;
}

/** Every rule that is broken, in the order in which they are told; none for a good password. */
export const brokenRules = (wished: WishedPassword): readonly BrokenRule[] => {
  const canonical = {
    ...wished,
    password: canonicalPassword(wished.password),
    confirmation: canonicalPassword(wished.confirmation),
  };
  return rules.filter(({ isBroken }) => isBroken(canonical)).map(({ told }) => told(canonical));
};

interface Rule {
  readonly isBroken: (wished: WishedPassword) => boolean;
  readonly told: (wished: WishedPassword) => BrokenRule;
}

const rules: readonly Rule[] = [
  {
    isBroken: ({ password, minLength }) => lengthOf(password) < minLength,
    told: ({ minLength }) => ({ kind: 'tooShort', min: minLength }),
  },
  {
    isBroken: ({ password }) => lengthOf(password) > maxLength,
    told: () => ({ kind: 'tooLong', max: maxLength }),
  },
  {
    isBroken: ({ password }) => !special.test(password),
    told: () => ({ kind: 'noSpecialCharacter' }),
  },
  {
    isBroken: ({ password, owner }) => holdsAny(password, emailParts(owner.email)),
    told: () => ({ kind: 'holdsEmail' }),
  },
  {
    isBroken: ({ password, owner }) =>
      holdsAny(password, nameParts(`${owner.givenName} ${owner.familyName}`)),
    told: () => ({ kind: 'holdsName' }),
  },
  {
    isBroken: ({ password, temporaryPasswords }) =>
      temporaryPasswords.some((temporary) => bare(password).includes(bare(temporary))),
    told: () => ({ kind: 'temporary' }),
  },
  {
    isBroken: ({ password }) => isCommonPassword(password),
    told: () => ({ kind: 'common' }),
  },
  {
    isBroken: ({ password, confirmation }) => password !== confirmation,
    told: () => ({ kind: 'confirmationDiffers' }),
  },
];

const lengthOf = (text: string): number => [...text].length;

/** Neither letter, accent nor digit: a blank counts, as in sentences people remember. */
const special = /[^\p{L}\p{M}\p{N}]/u;

const bare = (text: string): string => fold(text).replace(/[\s\p{Dash}\p{Cf}]/gu, '');
