import fc from 'fast-check';
import type { Filter, Update } from '../../src/services/collection';
import { fileCollection } from '../../src/store/embedded/fileCollection';
import type { Schema } from '../../src/store/schema';
import { aDatabase, describeOnMongod, type TestDatabase } from '../support/mongod';
import type { Item } from './contract';

const items: Schema<Item> = { name: 'items', searched: [{ by: 'text' }, { by: 'at', rare: true }] };

const n = fc.integer({ min: -2, max: 2 });
const text = fc.constantFrom('', 'a', 'b', 'É', '$x', '1');
const at = fc.integer({ min: 0, max: 3 }).map((day) => new Date(day * 86_400_000));
const list = fc.array(text, { maxLength: 4 });
const rows = fc.array(fc.record({ id: text, n }), { maxLength: 3 });
const inner = fc.record({ n, deep: fc.record({ n }, { requiredKeys: [] }) }, { requiredKeys: [] });
const fields = { n, text, at, on: fc.boolean(), list, rows, inner };

const document = fc.record(fields, { requiredKeys: [] });
const documents = fc
  .array(document, { maxLength: 4 })
  .map((all) => all.map((one, at_): Item => ({ ...one, _id: 'abcd'.charAt(at_) })));

const paths = { ...fields, _id: fc.constantFrom('a', 'b', 'c', 'x') };
const deeper = { 'inner.n': n, 'inner.deep.n': n, 'rows.n': n, 'rows.id': text, 'rows.0.n': n };
const numbers = { n, 'inner.n': n, 'inner.deep.n': n };
const ordered = { text, at, ...numbers };

type Kinds = Readonly<Record<string, fc.Arbitrary<unknown>>>;
const listed: Kinds = { n, text, at, list: text, _id: paths._id };

/** One field of those, with a value of its own kind. */
const oneOf = (kinds: Kinds) =>
  fc.oneof(...Object.entries(kinds).map(([path, kind]) => kind.map((value) => ({ path, value }))));

const condition = fc.oneof(
  oneOf({ ...paths, ...deeper }).map(({ path, value }) => ({ [path]: value })),
  fc
    .tuple(
      oneOf({ ...ordered, ...deeper, _id: paths._id, list: text }),
      fc.constantFrom('$lt', '$lte', '$gt', '$gte', '$ne'),
    )
    .map(([{ path, value }, operator]) => ({ [path]: { [operator]: value } })),
  fc
    .tuple(oneOf({ ...paths, ...deeper }), fc.boolean())
    .map(([{ path }, isThere]) => ({ [path]: { $exists: isThere } })),
  fc.oneof(
    ...Object.entries(listed).map(([path, kind]) =>
      fc.array(kind, { maxLength: 3 }).map((values) => ({ [path]: { $in: values } })),
    ),
  ),
);
const filter = fc
  .tuple(
    condition,
    fc.option(condition),
    fc.option(fc.array(condition, { minLength: 1, maxLength: 2 })),
  )
  .map(([one, other, or]) => ({ ...one, ...other, ...(or && { $or: or }) }));

const change = fc.oneof(
  oneOf({ ...fields, 'inner.n': n, 'inner.deep.n': n }).map(({ path, value }) => ({
    $set: { [path]: value },
  })),
  oneOf({ ...fields, 'inner.n': n, 'inner.deep.n': n, 'inner.deep': n }).map(({ path }) => ({
    $unset: { [path]: true },
  })),
  oneOf({ ...numbers, text: n, 'text.n': n }).map(({ path, value }) => ({
    $inc: { [path]: value },
  })),
  oneOf(ordered).chain(({ path, value }) =>
    fc.constantFrom('$min', '$max').map((name) => ({ [name]: { [path]: value } })),
  ),
  oneOf({ list: text, n, rows: fc.record({ id: text, n }) }).chain(({ path, value }) =>
    fc.constantFrom('$push', '$addToSet', '$pull').map((name) => ({ [name]: { [path]: value } })),
  ),
  fc
    .tuple(list, fc.integer({ min: -3, max: -1 }))
    .map(([$each, $slice]) => ({ $push: { list: { $each, $slice } } })),
);

describeOnMongod('the embedded store', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await aDatabase();
  });
  afterAll(() => database.drop());

  /** Both with these documents; `mongo` says what MongoDB itself does. */
  const both = async (kept: readonly Item[]) => {
    const mongo = database.db.collection<Item>('items');
    await mongo.deleteMany({});
    if (kept.length > 0) await mongo.insertMany([...kept]);
    const embedded = await fileCollection({ folder: undefined, schema: items });
    await embedded.addMany(kept);
    return { mongo, embedded };
  };

  it('finds what MongoDB finds', async () => {
    await fc.assert(
      fc.asyncProperty(documents, filter, async (kept, wanted) => {
        const { mongo, embedded } = await both(kept);
        // The driver's types know neither dotted paths nor read-only lists.
        const found = await mongo
          .find(wanted as object)
          .sort({ _id: 1 })
          .toArray();
        expect(await embedded.find(wanted as Filter<Item>, { sort: { _id: 1 } })).toEqual(found);
      }),
      { numRuns: 150 },
    );
  });

  it('changes a document as MongoDB does, or refuses to as well', async () => {
    await fc.assert(
      fc.asyncProperty(document, change, async (one, update) => {
        const { mongo, embedded } = await both([{ ...one, _id: 'a' }]);
        const expected = await mongo
          .findOneAndUpdate({ _id: 'a' }, update as object, { returnDocument: 'after' })
          .catch(() => 'refused');
        const got = await embedded
          .change({ _id: 'a' }, update as Update<Item>)
          .catch(() => 'refused');
        expect(got).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
});
