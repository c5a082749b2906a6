import fc from 'fast-check';
import { lookAlikes } from '../../src/domain/lookAlikes';

test.each([
  ['GNX13OOO1', 'GNX130001'],
  ['GNXI3OOOI', 'GNX130001'],
  ['GNX13000L', 'GNX130001'],
  ['GNXB5Z001', 'GNX852001'],
  ['RPC4S3O72', 'RPC453072'],
  ['6NX13000I', '6NX130001'],
])('tries the usual shape first: %s may be %s', (typed, label) => {
  expect(lookAlikes(typed)[0]).toBe(label);
});

test.each([
  ['5NX1300S1', 'SNX130051'],
  ['8PC4S3072', 'BPC453072'],
  ['0NX130001', 'ONX130001'],
  ['X1237788O', 'X12377880'],
  ['HFT-I3689', 'HFT-13689'],
  ['ZFT13689', '2FT13689'],
  ['GNQ130001', 'GNO130001'],
])('%s may be %s on the label', (typed, label) => {
  expect(lookAlikes(typed)).toContain(label);
});

test('tries one change before two', () => {
  expect(lookAlikes('AB1')).toEqual(['A81', 'ABI', 'ABL', 'A8I', 'A8L']);
});

test.each(['ACE', '', 'GNXH'])('knows no other writing of %j', (typed) => {
  expect(lookAlikes(typed)).toEqual([]);
});

test('gives at most 64 different variants of the same length, never the number itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'O01ILB8S5Z2QAX-') }), (typed) => {
      const variants = lookAlikes(typed);
      expect(variants.length).toBeLessThanOrEqual(64);
      expect(new Set(variants).size).toBe(variants.length);
      expect(variants).not.toContain(typed);
      expect(variants.filter((variant) => variant.length !== typed.length)).toEqual([]);
    }),
  );
});
