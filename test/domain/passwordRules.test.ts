import fc from 'fast-check';
import { type BrokenRule, brokenRules, type WishedPassword } from '../../src/domain/passwordRules';

const broken = (password: string, given: Partial<WishedPassword> = {}) =>
  brokenRules({
    password,
    confirmation: password,
    owner: { email: 'zoe.lavoie@imprimerie.example.org', givenName: 'Zoé', familyName: 'Côté-Roy' },
    temporaryPasswords: ['cdfh-kmnp-rtx3-4674'],
    minLength: 12,
    ...given,
  });

const kinds = (rules: readonly BrokenRule[]) => rules.map(({ kind }) => kind);

test.each([
  'Érable-Bleu-4827!',
  'correct horse battery 9',
  'un chat gris dort au soleil',
  'Chat-Noir-2026!',
  'Xk3#mQp9-vLt2',
  '!"/$%?&*()_+|#',
  '夏の夜のとても静かな湖。',
  '🦫🍁🏒🧊🎣🛶🏕🌲🐻🍂⛸🥌',
  `${'long mot de passe, '.repeat(6)}12345!7890 fin`,
])('takes %j', (password) => {
  expect(broken(password)).toEqual([]);
});

test.each([
  ['Bleu-4827!x', ['tooShort']],
  ['ErableBleu4827', ['noSpecialCharacter']],
  ['éràbleBleuÉté48', ['noSpecialCharacter']],
  [`un chat gris dort au soleil ${'près du vieux quai '.repeat(6)}`, ['tooLong']],
  ['', ['tooShort', 'noSpecialCharacter']],
  ['zoe.lavoie@imprimerie.example.org', ['holdsEmail', 'holdsName']],
  ['Le-clan-LAVOIE-42', ['holdsEmail']],
  ["l'imprimerie du coin 7", ['holdsEmail']],
  ['Vers-la-cote-nord-42', ['holdsName']],
  ['Vers-la-CÔTE-nord-42', ['holdsName']],
  ['bonne idée, zoe 42', ['holdsEmail', 'holdsName']],
  ['le roi et le roy 42', ['holdsName']],
  ['Royaume-Bleu-42x', []],
  ['cdfh-kmnp-rtx3-4674', ['temporary']],
  ['CDFH KMNP RTX3 4674!', ['temporary']],
  ['Password123!', ['common']],
  ['P@ssw0rd2026!', ['common']],
  ['Motdepasse123!', ['common']],
  ['Mot-de-passe-1!', ['common']],
  ['Azertyuiop1!', ['common']],
  ['Bienvenue-2026!', ['common']],
  ['Changeme-2026!', ['common']],
  ['qwertyuiop[]', ['common']],
  ['1q2w3e4r5t6y!', ['common']],
  ['!!!!!!!!!!!!', ['common']],
  ['            ', ['common']],
  ['Password!Password!', ['common']],
  ['abcdefghijkl!', ['common']],
  ['password', ['tooShort', 'noSpecialCharacter', 'common']],
])('says of %j what it breaks: %j', (password, expected) => {
  expect(kinds(broken(password))).toEqual(expected);
});

test('tells all broken rules at once, with the figures', () => {
  expect(broken('zoe', { confirmation: 'zoé', minLength: 14 })).toEqual([
    { kind: 'tooShort', min: 14 },
    { kind: 'noSpecialCharacter' },
    { kind: 'holdsEmail' },
    { kind: 'holdsName' },
    { kind: 'common' },
    { kind: 'confirmationDiffers' },
  ]);
  expect(broken(`${'x y 9 z '.repeat(16)}!`)).toContainEqual({ kind: 'tooLong', max: 128 });
});

test('counts characters, not bytes or halves of them', () => {
  expect(kinds(broken('🦫'.repeat(11)))).toContain('tooShort');
  expect(kinds(broken('é'.repeat(128).normalize('NFD')))).not.toContain('tooLong');
});

test('takes a confirmation typed on another keyboard', () => {
  const password = 'Érable-Été-4827!';
  expect(broken(password.normalize('NFC'), { confirmation: password.normalize('NFD') })).toEqual(
    [],
  );
});

test('is total and fast, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (password) => {
      expect(Array.isArray(broken(password))).toBe(true);
    }),
    { numRuns: 50 },
  );
});
