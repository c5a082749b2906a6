import { cleanText } from '../../src/domain/cleanText';

test.each([
  ['  bonjour \t  le   monde ', 'bonjour le monde'],
  ['e\u0301te\u0301', 'été'],
  ['ja\u200bne\u202e@\u2066example.org\ufeff', 'jane@example.org'],
  ['a\u0000b\u0007c\u009b', 'a b c '.trim()],
  ['12 rue des Érables\r\nLaval QC', '12 rue des Érables, Laval QC'],
  ['Bonjour,\n\n\nvoici', 'Bonjour, voici'],
  ['Courriel :\njane@example.org', 'Courriel : jane@example.org'],
  ['\n\nallo\n', 'allo'],
  ['a\u2028b', 'a, b'],
  ['Jane\nTremblay', 'Jane Tremblay'],
  ['jane \r\n d’Amours\n12 rue Principale\nLaval', 'jane d’Amours, 12 rue Principale, Laval'],
  ['Jane Tremblay\nLaval', 'Jane Tremblay, Laval'],
  ['mot\u00a0: x', 'mot : x'],
  ['half \ud83d of a pair', 'half of a pair'],
  ['ok 👍', 'ok 👍'],
  ['', ''],
])('cleans %j to %j', (raw, clean) => {
  expect(cleanText(raw)).toBe(clean);
});
