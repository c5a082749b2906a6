import type { BrokenRule } from '../../domain/passwordRules';

type OfKind<K extends BrokenRule['kind']> = Extract<BrokenRule, { readonly kind: K }>;

export const passwords = {
  /** Before anything is typed. */
  rules: (min: number) => [
    `au moins ${min} caractères\u00a0; les espaces et les accents sont permis`,
    'au moins un caractère spécial, par exemple # * + - (les espaces comptent)',
    'rien de votre nom ni de votre adresse e-mail',
    'ni le mot de passe temporaire, ni un mot de passe courant',
  ],
  /** Each says what is wrong with the password that was typed. */
  broken: {
    tooShort: ({ min }: OfKind<'tooShort'>) =>
      `Le mot de passe est trop court\u00a0: il faut au moins ${min} caractères.`,
    tooLong: ({ max }: OfKind<'tooLong'>) =>
      `Le mot de passe est trop long\u00a0: la limite est de ${max} caractères.`,
    noSpecialCharacter: () =>
      'Il manque un caractère spécial\u00a0: ajoutez au moins un signe, par exemple # * + - (les espaces comptent).',
    holdsEmail: () =>
      'Le mot de passe contient votre adresse e-mail ou une partie de celle-ci\u00a0: enlevez-la.',
    holdsName: () =>
      'Le mot de passe contient votre nom ou une partie de celui-ci\u00a0: enlevez-le.',
    temporary: () =>
      'Le mot de passe contient un mot de passe temporaire que vous avez reçu\u00a0: choisissez-en un autre.',
    common: () =>
      'Le mot de passe est trop courant, donc facile à deviner\u00a0: réunissez plutôt quelques mots qui ne vont pas ensemble.',
    confirmationDiffers: () =>
      'La confirmation est différente du nouveau mot de passe\u00a0: saisissez le même dans les deux zones.',
  } satisfies { readonly [K in BrokenRule['kind']]: (rule: OfKind<K>) => string },
};
