import { plain } from '../../cards/plain';
import { speech } from '../../cards/speech';

test.each([
  ['Jeanne Tremblay', 'Jeanne Tremblay'],
  ["12, rue de l'Église #4", "12, rue de l'Église #4"],
  ['a {b} c', 'a {b} c'],
  ['{{DATE(2020-01-01)}}', '{DATE(2020-01-01)}'],
  ['{{{x}}}', '{x}'],
  ['{}}{x', '{x'],
  ['\u202eabc\u202c', 'abc'],
  ['a\u0000\nb', 'a b'],
  ['שלום', 'שלום'],
])('writes %j as %j', (words, written) => {
  expect(plain(words)).toBe(written);
});

test.each([
  ['abcdef', 6, 'abcdef'],
  ['abcdefg', 6, 'abcde…'],
  ['abcd😀g', 6, 'abcd…'],
])('cuts %j after %i characters: %j', (words, longest, written) => {
  expect(plain(words, longest)).toBe(written);
});

test.each([
  [['Bonjour', 'Prêt\u00a0?'], 'Bonjour. Prêt\u00a0?'],
  [['Bonjour.', undefined, ''], 'Bonjour.'],
  [['<audio src="x"/>'], ' audio src="x"/ .'],
])('reads %j aloud as %j', (parts, spoken) => {
  expect(speech(...parts)).toBe(spoken);
});
