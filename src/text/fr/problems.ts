import type { Fact } from '../../domain/facts';
import type { Problem, ProblemKind } from '../../domain/problem';
import { conversation } from './conversation';

type Heard = Pick<Problem, 'heard'>;

export const problems = {
  emailIncomplete: ({ heard }: Heard) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: il manque une partie de l'adresse e-mail. Exemple\u00a0: jane.tremblay@example.org.`,
  emailForm: ({ heard }: Heard) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: ce n'est pas la forme d'une adresse e-mail. Exemple\u00a0: jane.tremblay@example.org.`,
  emailSeveral: ({ heard }: Heard) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: il me faut une seule adresse e-mail, celle de votre compte. Exemple\u00a0: jane.tremblay@example.org.`,
  phoneTooShort: ({ heard }: Heard) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: il manque des chiffres. Exemple\u00a0: 514 555-0123.`,
  phoneTooLong: ({ heard }: Heard) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: il y a trop de chiffres. Exemple, avec un poste\u00a0: 514 555-0123, poste 12.`,
  phoneWithoutAreaCode: ({ heard }: Heard) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: il manque l'indicatif régional. Exemple\u00a0: 514 555-0123.`,
  phoneImpossible: ({ heard }: Heard) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: ce n'est pas un numéro de téléphone possible. Exemple\u00a0: 514 555-0123, ou +33 1 99 00 12 34 pour un autre pays.`,
  phoneSeveral: ({ heard }: Heard) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: il me faut un seul numéro de téléphone. Exemple\u00a0: 514 555-0123.`,
  extensionForm: ({ heard }: Heard) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: un poste téléphonique compte de 1 à 7 chiffres. Exemple\u00a0: 204.`,
  serialForm: ({ heard }: Heard) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: un numéro de série est fait de lettres sans accent et de chiffres. Exemple\u00a0: GNX130001.`,
  serialTooShort: ({ heard }: Heard) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: un numéro de série compte au moins cinq caractères. Exemple\u00a0: GNX130001.`,
  serialSeveral: ({ heard }: Heard) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: il me faut un seul numéro de série, les autres machines pourront être ajoutées plus tard. Exemple\u00a0: GNX130001.`,
  required: () =>
    `Cette information est obligatoire\u00a0: écrivez-la en quelques mots. Exemple\u00a0: 12 rue des Érables, Laval (Québec) H7A 1A1.`,
  tooLong: ({ fact, heard, max = 100 }: Heard & Pick<Problem, 'fact' | 'max'>) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: c'est trop long, la limite est de ${max} caractères. Écrivez une forme plus courte. ${conversation.exampleOf(exampleOf(fact))}`,
  controlCharacters: ({ fact, heard }: Heard & Pick<Problem, 'fact'>) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: le texte contient des caractères invisibles que je ne peux pas garder. Récrivez-le au clavier. ${conversation.exampleOf(exampleOf(fact))}`,
  nameWithoutLetters: ({ heard }: Heard) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: un nom s'écrit avec des lettres, des traits d'union et des apostrophes. Exemple\u00a0: Jane Tremblay.`,
  nameWithDigits: ({ heard }: Heard) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: un nom ne contient pas de chiffres. Exemple\u00a0: Jane Tremblay.`,
  addressUnclear: ({ heard }: Heard) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: je n'y reconnais pas d'adresse. Exemple\u00a0: 12 rue des Érables, app. 4, Laval (Québec) H7A 1A1.`,
  streetWithoutNumber: ({ heard }: Heard) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: il manque le numéro de l'immeuble ou la case postale. Exemple\u00a0: 12 rue des Érables.`,
  cityWithoutLetters: ({ heard }: Heard) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: une ville s'écrit en lettres, sans chiffres. Exemple\u00a0: Trois-Rivières.`,
  regionUnknown: ({ heard }: Heard) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: ce n'est ni une province ou un territoire du Canada, ni un État des États-Unis. Exemple\u00a0: Québec ou QC.`,
  countryUnknown: ({ heard }: Heard) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: je ne connais pas ce pays. Exemple\u00a0: Canada.`,
  unitForm: ({ heard }: Heard) =>
    `J'ai compris «\u00a0${heard}\u00a0»\u00a0: le numéro d'appartement ou de bureau compte au plus 12 lettres ou chiffres. Exemple\u00a0: 4, 2B ou 300.`,
  postalCodeForm: ({ heard, country = 'CA' }: Heard & Pick<Problem, 'country'>) =>
    country === 'CA'
      ? `J'ai compris «\u00a0${heard}\u00a0»\u00a0: ce n'est pas la forme d'un code postal du Canada (H7A 1A1). Si l'adresse est ailleurs, nommez le pays. Exemple\u00a0: 12 rue de Rivoli, 75001 Paris, France.`
      : `J'ai compris «\u00a0${heard}\u00a0»\u00a0: ce n'est pas la forme d'un code postal du pays de l'adresse (${country}). Exemple\u00a0: 75001 pour la France, 1000 pour la Belgique, 10118 pour les États-Unis.`,
} satisfies Record<ProblemKind, (problem: Problem) => string>;

const exampleOf = (fact: Fact): string =>
  fact === 'termsAccepted' || fact === 'meterContact'
    ? conversation.example.name
    : conversation.example[fact];
