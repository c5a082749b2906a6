import fc from 'fast-check';
import { folded } from '../../../src/domain/recognise/folded';

test.each([
  ['Zoé d’Amours « a »', 'Zoé d’Amours « a »'],
  ['ＧＮＸ１３', 'GNX13'],
  ['a \u00a0\u3000 b', 'a b'],
  ['514\u2011555\u20130123', '514-555-0123'],
  ['ja\u200bne', 'jane'],
  ['oﬃce ½', 'office 1⁄2'],
  ['🙂   é', '🙂 é'],
  ['', ''],
])('folds %j to %j', (original, text) => {
  expect(folded(original).text).toBe(text);
});

test.each([
  ['a   b', 2, 4],
  ['ja\u200bne', 2, 3],
  ['a   b', 3, 5],
  ['oﬃce', 3, 1],
  ['oﬃce', 4, 2],
  ['🙂 é', 3, 3],
  ['x\u200b', 1, 2],
])('finds the way back from %j folded at %i to %i', (original, index, at) => {
  expect(folded(original).at(index)).toBe(at);
});

const seed = 20260301;
const characters = fc.constantFrom(...'aé’ 1-  \u00a0\u200bﬁ½Ａ🙂\ud83d—\n');

test(`folds a text as it folds its characters (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 40 }), (given) => {
      const original = given.join('');
      const { text, at } = folded(original);
      const whole = Array.from(original, (character) => folded(character).text).join('');
      expect(text).toBe(whole.replace(/ +/g, ' '));
      expect(at(text.length)).toBe(original.length);
    }),
    { seed },
  );
});
