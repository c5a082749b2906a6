import fc from 'fast-check';
import { nameIn, splitWasGuessed } from '../../../src/domain/recognise/name';

type Row = readonly [typed: string, given: string | undefined, family: string | undefined];

const french: readonly Row[] = [
  ['Jane Tremblay', 'Jane', 'Tremblay'],
  ['jane tremblay', 'Jane', 'Tremblay'],
  ['JANE TREMBLAY', 'Jane', 'Tremblay'],
  ['Jane TREMBLAY', 'Jane', 'Tremblay'],
  ['TREMBLAY Jane', 'Jane', 'Tremblay'],
  ['Tremblay, Jane', 'Jane', 'Tremblay'],
  ['Jane', 'Jane', undefined],
  ['jean-pierre tremblay', 'Jean-Pierre', 'Tremblay'],
  ['Marie Ève St-Pierre', 'Marie Ève', 'St-Pierre'],
  ['Zoé Lévesque', 'Zoé', 'Lévesque'],
  ['Zoé d’Amours', 'Zoé', 'd’Amours'],
  ["zoé d'amours", 'Zoé', "D'Amours"],
  ["Jean L'Heureux", 'Jean', "L'Heureux"],
  ['Jean de la Tour', 'Jean', 'de la Tour'],
  ['JEAN DE LA TOUR', 'Jean', 'de la Tour'],
  ['Luc Le Blanc', 'Luc', 'Le Blanc'],
  ['Anne du Berger', 'Anne', 'du Berger'],
  ['de Courval', undefined, 'de Courval'],
  ['Jane Tremblay-Gagnon', 'Jane', 'Tremblay-Gagnon'],
  ['Jane Tremblay.', 'Jane', 'Tremblay'],
  ['Jane Tremblay !', 'Jane', 'Tremblay'],
  ['« Jane Tremblay »', 'Jane', 'Tremblay'],
  ['Bonjour, Jane Tremblay', 'Jane', 'Tremblay'],
  ['oui, Jane Tremblay', 'Jane', 'Tremblay'],
  ["c'est Jane Tremblay", 'Jane', 'Tremblay'],
  ["c'est bien Jane Tremblay", 'Jane', 'Tremblay'],
  ["moi c'est jane tremblay", 'Jane', 'Tremblay'],
  ["bonjour, je m'appelle Jane Tremblay, merci", 'Jane', 'Tremblay'],
  ['je m’appelle Jane', 'Jane', undefined],
  ['je mappelle jane tremblay', 'Jane', 'Tremblay'],
  ['mon nom est Jane Tremblay', 'Jane', 'Tremblay'],
  ['MON NOM EST JANE TREMBLAY', 'Jane', 'Tremblay'],
  ['je suis jane tremblay', 'Jane', 'Tremblay'],
  ['M. Tremblay', undefined, 'Tremblay'],
  ['Mme Stop', undefined, 'Stop'],
  ['Mme Jane Tremblay', 'Jane', 'Tremblay'],
  ['Dre Anne Roy', 'Anne', 'Roy'],
  ['Prénom : Jane, Nom : Tremblay', 'Jane', 'Tremblay'],
  ['nom Tremblay prénom Jane', 'Jane', 'Tremblay'],
  ['mon prénom est Jane', 'Jane', undefined],
  ['mon nom de famille est Tremblay', undefined, 'Tremblay'],
  ['mon nom est Jane et mon courriel est', 'Jane', undefined],
  ['Jane Tremblay et je travaille à Laval', 'Jane', 'Tremblay'],
  ['Jane Tremblay 🙂', 'Jane', 'Tremblay'],
];

const english: readonly Row[] = [
  ['Jane Roy', 'Jane', 'Roy'],
  ['jane roy', 'Jane', 'Roy'],
  ["it's Jane Roy", 'Jane', 'Roy'],
  ['its jane roy', 'Jane', 'Roy'],
  ["I'm Jane Roy", 'Jane', 'Roy'],
  ['I am Jane Roy from Accounting', 'Jane', 'Roy'],
  ['this is Jane Roy', 'Jane', 'Roy'],
  ['my name is Jane Roy', 'Jane', 'Roy'],
  ['My name is Jane Roy and my phone is', 'Jane', 'Roy'],
  ['my name is actually Jane Roy', 'Jane', 'Roy'],
  ['name: Jane Roy', 'Jane', 'Roy'],
  ['first name Jane last name Roy', 'Jane', 'Roy'],
  ['First name: Jane\nLast name: Roy', 'Jane', 'Roy'],
  ['last name: Roy, first name: Jane', 'Jane', 'Roy'],
  ['my last name is Roy', undefined, 'Roy'],
  ['my first name is Jane', 'Jane', undefined],
  ['my surname is Roy', undefined, 'Roy'],
  ['hi, Jane Roy here', undefined, undefined],
  ['Hello Jane Roy', 'Jane', 'Roy'],
  ['call me Jane', 'Jane', undefined],
  ['Mr. Roy', undefined, 'Roy'],
  ['Mrs Jane Roy', 'Jane', 'Roy'],
  ['Dr. Jane Roy', 'Jane', 'Roy'],
  ['J. R. Smith', 'J. R.', 'Smith'],
  ['JR Smith', 'JR', 'Smith'],
  ["o'neil", "O'Neil", undefined],
  ["shane o'neil", 'Shane', "O'Neil"],
  ['ann macdonald', 'Ann', 'Macdonald'],
  ['ann mcdonald', 'Ann', 'McDonald'],
  ['Ludwig van Winkel', 'Ludwig', 'van Winkel'],
  ['JAN VAN DEN BERG', 'Jan', 'van den Berg'],
  ['Ana de la Cruz', 'Ana', 'de la Cruz'],
  ['José Ortega y Prado', 'José', 'Ortega y Prado'],
  ['John Smith Jr.', 'John', 'Smith Jr.'],
  ['Mary Ann Smith', 'Mary Ann', 'Smith'],
  ['Jack Ma', 'Jack', 'Ma'],
  ['An Nguyen', 'An', 'Nguyen'],
  ['Van Le', 'Van', 'Le'],
  ['Bon Scott', 'Bon', 'Scott'],
  ['A', 'A', undefined],
  ['Jane Roy - Accounting', 'Jane', 'Roy'],
  ['Jane\nRoy', 'Jane', 'Roy'],
];

const otherScripts: readonly Row[] = [
  ['李小龍', '小龍', '李'],
  ['歐陽小龍', '小龍', '歐陽'],
  ['山田 太郎', '太郎', '山田'],
  ['김민수', '민수', '김'],
  ['Владимир Иванов', 'Владимир', 'Иванов'],
  ['عبد العزيز', 'عبد', 'العزيز'],
  ['Søren Ørsted', 'Søren', 'Ørsted'],
  ['Jürgen Weiß', 'Jürgen', 'Weiß'],
];

const facts = (given: string | undefined, family: string | undefined) =>
  Object.fromEntries(
    Object.entries({ givenName: given, familyName: family }).filter(([, name]) => name),
  );

test.each([...french, ...english, ...otherScripts])(
  'reads %j, asked for the name, as %j %j',
  (typed, given, family) => {
    expect(nameIn(typed, { asked: 'name' })?.facts ?? {}).toEqual(facts(given, family));
  },
);

test.each([
  'aide',
  'help',
  'oui',
  'non',
  'yes',
  'no',
  'annuler',
  'cancel',
  'pourquoi',
  'why',
  'recommencer',
  'restart',
  'bonjour',
  'hello',
  'merci',
  'english',
  'français',
  'passer',
  'skip',
  'stop',
  'retour',
  'quoi ?',
  'je ne sais pas',
  "I don't know",
  'Jane Roy ?',
  'je voudrais parler à une personne',
  'I want to change my email',
  'je suis perdu',
  'et mon téléphone :        ',
  '',
  '   ',
])('does not take %j for a name', (typed) => {
  expect(nameIn(typed, { asked: 'name' })).toBeUndefined();
});

test.each([
  ['Jane2', 'nameWithDigits'],
  ['Jane 2', 'nameWithDigits'],
  ['my name is Jane2', 'nameWithDigits'],
  ['123', 'nameWithoutLetters'],
  ['???', 'nameWithoutLetters'],
  ['🙂', 'nameWithoutLetters'],
  ['<b>Jane</b>', 'nameWithoutLetters'],
  [`$${'{x}'}`, 'nameWithoutLetters'],
  ['[a](http://b)', 'nameWithoutLetters'],
  ['Jane\u0000Roy', 'controlCharacters'],
  ['b'.repeat(101), 'tooLong'],
  [`my name is Jane ${'b'.repeat(101)}`, 'tooLong'],
])('refuses %j because of %s', (typed, kind) => {
  expect(nameIn(typed, { asked: 'name' })?.problem?.kind).toBe(kind);
});

test.each([
  ["Bonjour, je m'appelle Jane Tremblay, 12 rue X", 'Jane', 'Tremblay'],
  ['je suis Jane Roy', 'Jane', 'Roy'],
  ['mon nom est M. Roy', undefined, 'Roy'],
  ['en fait mon prénom est Janet', 'Janet', undefined],
  ['change my name to Jane Roy', 'Jane', 'Roy'],
  ['prénom : Jane\nnom : Roy', 'Jane', 'Roy'],
] satisfies readonly Row[])('reads %j without a question', (typed, given, family) => {
  expect(nameIn(typed, {})).toMatchObject({ facts: facts(given, family), led: true });
});

test.each([
  'Jane Roy',
  'je suis perdu',
  'je suis Perdu',
  "I'm lost",
  "I'm ready",
  'this is not working',
  'mon nom est mal écrit',
  'my last name is wrong',
  'je suis jane roy',
])('finds no name in %j without a question', (typed) => {
  expect(nameIn(typed, {})).toBeUndefined();
});

test.each([
  ['givenName', 'Marie Claude', { givenName: 'Marie Claude' }],
  ['familyName', 'de la tour', { familyName: 'de la Tour' }],
  ['familyName', "c'est Roy", { familyName: 'Roy' }],
  ['familyName', 'mon nom est Roy', { familyName: 'Roy' }],
  ['givenName', 'prénom Jane nom Roy', { givenName: 'Jane', familyName: 'Roy' }],
] as const)('gives all words to the part that was asked: %s, %j', (asked, typed, expected) => {
  expect(nameIn(typed, { asked })?.facts).toEqual(expected);
});

test.each([
  ['givenName', 'je suis', { givenName: 'Je Suis' }],
  ['familyName', 'Non', { familyName: 'Non' }],
  ['familyName', ' St. John ', { familyName: 'St. John' }],
  ['name', 'Jane Roy', { givenName: 'Jane', familyName: 'Roy' }],
  ['name', 'Roy, Jane', { givenName: 'Jane', familyName: 'Roy' }],
] as const)('takes the content of a box at its word: %s, %j', (asked, typed, expected) => {
  expect(nameIn(typed, { asked, exact: true })?.facts).toEqual(expected);
});

test.each([
  ['', 'required'],
  ['4', 'nameWithoutLetters'],
  ['Jane4', 'nameWithDigits'],
  ['x'.repeat(101), 'tooLong'],
  ['Jane\u0007', 'controlCharacters'],
])('refuses a box with %j because of %s', (typed, kind) => {
  expect(nameIn(typed, { asked: 'familyName', exact: true })?.problem).toMatchObject({
    kind,
    fact: 'familyName',
  });
});

test('points at the words that were read and at nothing else', () => {
  const text = "Bonjour,  je m'appelle Jane Roy, merci";
  const found = nameIn(text, {});
  expect(text.slice(found?.from, found?.to)).toBe("je m'appelle Jane Roy");
});

test.each([
  ['Jane Roy', false],
  ['Jane', false],
  ['Mary Ann Smith', true],
  ['je m’appelle Mary Ann Smith', true],
  ['Jean de la Tour', true],
  ['Smith, Mary Ann', false],
  ['Mary Ann SMITH', false],
  ['李小龍', true],
])('says whether the split of %j was a guess: %s', (typed, guessed) => {
  expect(splitWasGuessed(typed)).toBe(guessed);
});

test('never throws and stays within the text, whatever is typed', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('name', 'givenName', 'familyName', 'email', undefined),
      fc.boolean(),
      (text, asked, exact) => {
        const found = nameIn(text, asked === undefined ? {} : { asked, exact });
        const { from, to } = found ?? { from: 0, to: 0 };
        expect(0 <= from && from <= to && to <= text.length).toBe(true);
      },
    ),
  );
});
