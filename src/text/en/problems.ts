import type { Fact } from '../../domain/facts';
import type { problems as french } from '../fr/problems';
import { conversation } from './conversation';

export const problems: typeof french = {
  emailIncomplete: ({ heard }) =>
    `I understood “${heard}”: part of the e-mail address is missing. Example: jane.tremblay@example.org.`,
  emailForm: ({ heard }) =>
    `I understood “${heard}”: that is not how an e-mail address is written. Example: jane.tremblay@example.org.`,
  emailSeveral: ({ heard }) =>
    `I understood “${heard}”: I need a single e-mail address, the one for your account. Example: jane.tremblay@example.org.`,
  phoneTooShort: ({ heard }) =>
    `I understood “${heard}”: some digits are missing. Example: 514-555-0123.`,
  phoneTooLong: ({ heard }) =>
    `I understood “${heard}”: there are too many digits. Example, with an extension: 514-555-0123 ext. 12.`,
  phoneWithoutAreaCode: ({ heard }) =>
    `I understood “${heard}”: the area code is missing. Example: 514-555-0123.`,
  phoneImpossible: ({ heard }) =>
    `I understood “${heard}”: that is not a possible telephone number. Example: 514-555-0123, or +33 1 99 00 12 34 for another country.`,
  phoneSeveral: ({ heard }) =>
    `I understood “${heard}”: I need a single telephone number. Example: 514-555-0123.`,
  extensionForm: ({ heard }) =>
    `I understood “${heard}”: an extension has 1 to 7 digits. Example: 204.`,
  serialForm: ({ heard }) =>
    `I understood “${heard}”: a serial number is made of plain letters and digits. Example: GNX130001.`,
  serialTooShort: ({ heard }) =>
    `I understood “${heard}”: a serial number has at least five characters. Example: GNX130001.`,
  serialSeveral: ({ heard }) =>
    `I understood “${heard}”: I need a single serial number; other machines can be added later. Example: GNX130001.`,
  required: () =>
    `This information is required: write it in a few words. Example: 12 Maple Street, Toronto, Ontario M5V 2T6.`,
  tooLong: ({ fact, heard, max = 100 }) =>
    `I understood “${heard}”: that is too long, the limit is ${max} characters. Write a shorter form. ${conversation.exampleOf(exampleOf(fact))}`,
  controlCharacters: ({ fact, heard }) =>
    `I understood “${heard}”: the text has invisible characters that I cannot keep. Type it again. ${conversation.exampleOf(exampleOf(fact))}`,
  nameWithoutLetters: ({ heard }) =>
    `I understood “${heard}”: a name is written with letters, hyphens and apostrophes. Example: Jane Tremblay.`,
  nameWithDigits: ({ heard }) =>
    `I understood “${heard}”: a name has no digits in it. Example: Jane Tremblay.`,
  addressUnclear: ({ heard }) =>
    `I understood “${heard}”: I do not recognize an address there. Example: 12 Maple Street, Unit 4, Toronto, Ontario M5V 2T6.`,
  streetWithoutNumber: ({ heard }) =>
    `I understood “${heard}”: the building number or post office box is missing. Example: 12 Maple Street.`,
  cityWithoutLetters: ({ heard }) =>
    `I understood “${heard}”: a city is written in letters, without digits. Example: Toronto.`,
  regionUnknown: ({ heard }) =>
    `I understood “${heard}”: that is neither a Canadian province or territory nor a state of the United States. Example: Ontario or ON.`,
  countryUnknown: ({ heard }) =>
    `I understood “${heard}”: I do not know that country. Example: Belgium.`,
  unitForm: ({ heard }) =>
    `I understood “${heard}”: an apartment or suite number has at most 12 letters or digits. Example: 4, 2B or 300.`,
  postalCodeForm: ({ heard, country = 'CA' }) =>
    country === 'CA'
      ? `I understood “${heard}”: that is not how a Canadian postal code is written (M5V 2T6). If the address is elsewhere, name the country. Example: 350 5th Avenue, New York, NY 10118, USA.`
      : `I understood “${heard}”: that is not how a postal code is written in the country of the address (${country}). Example: 10118 for the United States, 75001 for France, 1000 for Belgium.`,
};

const exampleOf = (fact: Fact): string =>
  fact === 'termsAccepted' || fact === 'meterContact'
    ? conversation.example.name
    : conversation.example[fact];
