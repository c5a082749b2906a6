import fc from 'fast-check';
import { jsonList } from '../../src/web/jsonList';

test('reads what JSON.parse reads, however the parts fall', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue(), { maxLength: 20 }),
      fc.array(fc.integer({ min: 0, max: 19 }), { maxLength: 4 }),
      async (values, long) => {
        const list = values.map((value, index) =>
          long.includes(index) ? [value, '\\"],{[é'.repeat(12_000)] : value,
        );
        expect(await jsonList(JSON.stringify(list, undefined, 1))).toEqual(
          JSON.parse(JSON.stringify(list)),
        );
      },
    ),
    { numRuns: 60 },
  );
});

test.each(['', '{}', '"[]"', '[', '[1', '1]', '[{]', '["]', '[1 2]', '[}{]', '[nul]'])(
  'does not take %j for a list',
  async (text) => {
    expect(await jsonList(text)).toBeUndefined();
  },
);
