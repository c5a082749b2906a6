import type { Account } from '../../src/domain/account';
import type { Collection, Filter, Update } from '../../src/services/collection';
import { makeEndSession, makeSession } from '../../src/services/session';
import type { Store } from '../../src/services/store';
import { aConversation, aMachine, anAccount } from '../support/makers';

/** Documents of every kind that the port knows, in a collection of no use but to this test. */
export interface Item {
  readonly _id: string;
  readonly n?: number;
  readonly text?: string;
  readonly at?: Date;
  readonly on?: boolean;
  readonly list?: readonly string[];
  readonly rows?: readonly { readonly id: string; readonly n: number }[];
  readonly inner?: { readonly n?: number; readonly deep?: { readonly n?: number } };
}

const early = new Date('2026-01-01T00:00:00Z');
const late = new Date('2026-12-31T00:00:00Z');

const items: readonly Item[] = [
  { _id: 'a', n: 1, text: 'un', at: early, on: true, list: ['x', 'y'], inner: { n: 1 } },
  { _id: 'b', n: 2, text: 'deux', at: late, on: false, list: ['y'], inner: { deep: { n: 5 } } },
  { _id: 'c', n: 3, text: 'trois' },
];

export interface Opened {
  readonly store: Store;
  readonly items: Collection<Item>;
}

/** What every engine of the store has to do; run by each engine's own test. */
export const storeContract = (open: () => Promise<Opened>): void => {
  let store: Store;
  let collection: Collection<Item>;

  beforeEach(async () => {
    ({ store, items: collection } = await open());
  });
  afterEach(() => store.close());

  const ids = (found: readonly { readonly _id: string }[]) => found.map(({ _id }) => _id).sort();

  describe('add', () => {
    it('keeps a document as it was given', async () => {
      expect(await store.accounts.add(anAccount())).toBe('added');
      expect(await store.accounts.find({})).toEqual([anAccount()]);
    });

    it('refuses a second document with the same id and keeps the first', async () => {
      await collection.add({ _id: 'a', n: 1 });
      expect(await collection.add({ _id: 'a', n: 2 })).toBe('taken');
      expect(await collection.find({})).toEqual([{ _id: 'a', n: 1 }]);
    });

    it('refuses a second account with the same e-mail key and keeps the first', async () => {
      await store.accounts.add(anAccount({ _id: '1' }));
      expect(await store.accounts.add(anAccount({ _id: '2' }))).toBe('taken');
      expect(ids(await store.accounts.find({}))).toEqual(['1']);
    });

    it('refuses a second machine with the same bare serial number', async () => {
      await store.machines.add(aMachine({ _id: 'HFT-13689', bare: 'HFT13689' }));
      expect(await store.machines.add(aMachine({ _id: 'HFT13689', bare: 'HFT13689' }))).toBe(
        'taken',
      );
    });

    it('lets one of many simultaneous accounts with one e-mail key in', async () => {
      const accounts = Array.from({ length: 50 }, (_, n) => anAccount({ _id: `account-${n}` }));
      const outcomes = await Promise.all(accounts.map((account) => store.accounts.add(account)));
      expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
      expect(await store.accounts.count({})).toBe(1);
    });
  });

  describe('addMany', () => {
    it('adds them all', async () => {
      expect(await collection.addMany(items)).toEqual(['added', 'added', 'added']);
      expect(ids(await collection.find({}))).toEqual(['a', 'b', 'c']);
    });

    it('says which were taken, in order, and adds the others', async () => {
      await collection.add({ _id: 'b', n: 0 });
      expect(await collection.addMany(items)).toEqual(['added', 'taken', 'added']);
      expect(await collection.find({ _id: 'b' })).toEqual([{ _id: 'b', n: 0 }]);
    });

    it('adds nothing when given nothing', async () => {
      expect(await collection.addMany([])).toEqual([]);
    });
  });

  describe('find', () => {
    const filters: readonly (readonly [string, Filter<Item>, readonly string[]])[] = [
      ['everything', {}, ['a', 'b', 'c']],
      ['an id', { _id: 'b' }, ['b']],
      ['a number', { n: 3 }, ['c']],
      ['a string', { text: 'deux' }, ['b']],
      ['a date', { at: late }, ['b']],
      ['a boolean', { on: false }, ['b']],
      ['two conditions', { n: 1, text: 'un' }, ['a']],
      ['two conditions that exclude each other', { n: 1, text: 'deux' }, []],
      ['a value in a list', { list: 'y' } as unknown as Filter<Item>, ['a', 'b']],
      ['$in', { n: { $in: [1, 3, 9] } }, ['a', 'c']],
      ['$in of nothing', { n: { $in: [] } }, []],
      ['$in on ids', { _id: { $in: ['a', 'z'] } }, ['a']],
      ['$ne, which absent fields satisfy', { on: { $ne: true } }, ['b', 'c']],
      ['$lt', { n: { $lt: 2 } }, ['a']],
      ['$lte', { n: { $lte: 2 } }, ['a', 'b']],
      ['$gt', { n: { $gt: 2 } }, ['c']],
      ['$gte', { n: { $gte: 2 } }, ['b', 'c']],
      ['a range', { n: { $gt: 1, $lt: 3 } }, ['b']],
      ['$lte on dates, which absent fields do not satisfy', { at: { $lte: late } }, ['a', 'b']],
      ['$gt on dates', { at: { $gt: early } }, ['b']],
      ['$exists: true', { at: { $exists: true } }, ['a', 'b']],
      ['$exists: false', { at: { $exists: false } }, ['c']],
      ['$or', { $or: [{ n: 1 }, { text: 'trois' }] }, ['a', 'c']],
      ['$or beside a condition', { on: true, $or: [{ n: 1 }, { n: 3 }] }, ['a']],
      ['a dotted path', { 'inner.n': 1 }, ['a']],
      ['a deeper path', { 'inner.deep.n': { $gte: 5 } }, ['b']],
      ['a path that exists nowhere', { 'inner.x.y': { $exists: true } }, []],
      ['absence at a path', { 'inner.n': { $exists: false } }, ['b', 'c']],
    ];

    test.each(filters)('finds by %s', async (_, filter, expected) => {
      await collection.addMany(items);
      expect(ids(await collection.find(filter))).toEqual(expected);
      expect(await collection.count(filter)).toBe(expected.length);
    });

    it('sorts by a field, both ways', async () => {
      await collection.addMany([...items].reverse());
      const up = await collection.find({}, { sort: { n: 1 } });
      const down = await collection.find({}, { sort: { n: -1 } });
      expect(up.map(({ n }) => n)).toEqual([1, 2, 3]);
      expect(down.map(({ n }) => n)).toEqual([3, 2, 1]);
    });

    it('sorts dates by time', async () => {
      await collection.addMany(items);
      const found = await collection.find({ at: { $exists: true } }, { sort: { at: -1 } });
      expect(found.map(({ _id }) => _id)).toEqual(['b', 'a']);
    });

    it('stops at the limit, after sorting', async () => {
      await collection.addMany(items);
      const found = await collection.find({}, { sort: { n: -1 }, limit: 2 });
      expect(found.map(({ n }) => n)).toEqual([3, 2]);
    });

    it('finds the earliest due mail', async () => {
      await store.accounts.addMany([
        anAccount({ _id: '1', emailKey: '1', mailDueAt: late }),
        anAccount({ _id: '2', emailKey: '2', mailDueAt: early }),
        withoutDue(anAccount({ _id: '3', emailKey: '3' })),
      ]);
      const due = { mailDueAt: { $lte: late } };
      const found = await store.accounts.find(due, { sort: { mailDueAt: 1 }, limit: 1 });
      expect(ids(found)).toEqual(['2']);
      await store.accounts.change({ _id: '2' }, { $unset: { mailDueAt: true } });
      expect(ids(await store.accounts.find(due))).toEqual(['1']);
    });
  });

  describe('change', () => {
    const updates: readonly (readonly [string, Update<Item>, Partial<Item>])[] = [
      ['$set', { $set: { n: 9, text: 'neuf' } }, { n: 9, text: 'neuf' }],
      ['$set of a new field', { $set: { at: late } }, { at: late }],
      ['$set at a path', { $set: { 'inner.deep.n': 7 } }, { inner: { n: 1, deep: { n: 7 } } }],
      ['$inc', { $inc: { n: 2 } }, { n: 3 }],
      ['$inc at a path', { $inc: { 'inner.n': -1 } }, { inner: { n: 0 } }],
      [
        '$inc of an absent field',
        { $inc: { 'inner.deep.n': 1 } },
        { inner: { n: 1, deep: { n: 1 } } },
      ],
      ['$push', { $push: { list: 'z' } }, { list: ['x', 'y', 'z'] }],
      [
        '$push of several, the last two kept',
        { $push: { list: { $each: ['z', 'w'], $slice: -2 } } },
        { list: ['z', 'w'] },
      ],
      [
        '$push to an absent list',
        { $push: { rows: { id: 'r', n: 1 } } },
        { rows: [{ id: 'r', n: 1 }] },
      ],
      ['$addToSet of a new value', { $addToSet: { list: 'z' } }, { list: ['x', 'y', 'z'] }],
      ['$addToSet of a known value', { $addToSet: { list: 'x' } }, { list: ['x', 'y'] }],
      ['$pull', { $pull: { list: 'x' } }, { list: ['y'] }],
      ['$min with a lower value', { $min: { n: 0 } }, { n: 0 }],
      ['$min with a higher value', { $min: { n: 5 } }, { n: 1 }],
      ['$max with a higher date', { $max: { at: late } }, { at: late }],
      ['$max with a lower date', { $max: { at: new Date(0) } }, { at: early }],
      ['two operators at once', { $set: { text: 'x' }, $inc: { n: 1 } }, { text: 'x', n: 2 }],
    ];

    test.each(updates)('knows %s', async (_, update, expected) => {
      await collection.addMany(items);
      const after = { ...items[0], ...expected };
      expect(await collection.change({ _id: 'a' }, update)).toEqual(after);
      expect(await collection.find({ _id: 'a' })).toEqual([after]);
      expect(await collection.find({ _id: 'b' })).toEqual([items[1]]);
    });

    it('takes a field away, at a path too', async () => {
      await collection.addMany(items);
      const changed = await collection.change(
        { _id: 'a' },
        { $unset: { text: true, 'inner.n': true } },
      );
      expect(changed).not.toHaveProperty('text');
      expect(changed?.inner).toEqual({});
      expect(await collection.count({ text: { $exists: true } })).toBe(2);
    });

    it('tells of those fields only that are wanted', async () => {
      await collection.addMany(items);
      const changed = await collection.change(
        { _id: 'a' },
        { $inc: { n: 1 } },
        { only: ['n', 'inner', 'rows'] },
      );
      expect(changed).toEqual({ _id: 'a', n: 2, inner: { n: 1 } });
      const one = await collection.change({ _id: 'b' }, { $inc: { n: 1 } }, { only: [] });
      expect(one).toEqual({ _id: 'b' });
      expect(await collection.find({ n: { $lt: 3 } })).toEqual([{ ...items[0], n: 2 }]);
    });

    it('changes nothing when nothing matches, and says so', async () => {
      await collection.addMany(items);
      expect(await collection.change({ _id: 'a', n: 2 }, { $set: { n: 9 } })).toBeUndefined();
      expect(await collection.find({ _id: 'a' })).toEqual([items[0]]);
    });

    it('changes one document only', async () => {
      await collection.addMany(items);
      await collection.change({ n: { $gte: 1 } }, { $set: { text: 'changed' } });
      expect(await collection.count({ text: 'changed' })).toBe(1);
    });

    it('lets exactly one of a hundred simultaneous takers win', async () => {
      await store.conversations.add(aConversation());
      const takers = Array.from({ length: 100 }, (_, n) => `owner-${n}`);
      const taken = await Promise.all(
        takers.map((leaseOwner) =>
          store.conversations.change(
            { _id: 'emulator|1', leaseOwner: { $exists: false } },
            { $set: { leaseOwner, leaseUntil: late } },
          ),
        ),
      );
      const winners = taken.flatMap((conversation) => conversation?.leaseOwner ?? []);
      expect(winners).toHaveLength(1);
      expect((await store.conversations.find({}))[0]?.leaseOwner).toBe(winners[0]);
    });

    it('loses none of a hundred simultaneous increments', async () => {
      await collection.add({ _id: 'a', n: 0 });
      await Promise.all(
        Array.from({ length: 100 }, () => collection.change({ _id: 'a' }, { $inc: { n: 1 } })),
      );
      expect((await collection.find({ _id: 'a' }))[0]?.n).toBe(100);
    });
  });

  describe('remove', () => {
    it('removes what matches, says how many, and leaves the rest', async () => {
      await collection.addMany(items);
      expect(await collection.remove({ n: { $gte: 2 } })).toBe(2);
      expect(ids(await collection.find({}))).toEqual(['a']);
      expect(await collection.remove({ n: 99 })).toBe(0);
    });

    it('frees the unique value', async () => {
      await store.accounts.add(anAccount({ _id: '1' }));
      await store.accounts.remove({ _id: '1' });
      expect(await store.accounts.add(anAccount({ _id: '2' }))).toBe('added');
    });
  });

  describe('documents', () => {
    const texts: readonly string[] = [
      '',
      '$set',
      'a.b.c',
      '{"$$date":1}',
      'line\nbreak\r\nand\ttab',
      'breaks \u0085 \u2028 \u2029 \u000b \u000c of other kinds',
      'Zoé Lafrenière-Côté, « été »\u00a0!',
      '李小龍 Владимир عبد',
      '🙂👩‍👩‍👧',
      '\\ " \' ` $' + '{x} {{y}}',
      'x'.repeat(200_000),
    ];

    test.each(texts.map((text) => [text.slice(0, 30), text]))(
      'keeps the text %j',
      async (_, text) => {
        await collection.add({ _id: text.slice(0, 20) || 'empty', text, list: [text] });
        const [found] = await collection.find({ text });
        expect(found?.text === text && found.list?.[0] === text).toBe(true);
      },
    );

    it('are not the ones that were given or returned', async () => {
      const list = ['x'];
      await collection.add({ _id: 'a', list });
      await collection.change({ _id: 'a' }, { $set: { rows: [{ id: 'r', n: 1 }] } });
      list.push('later');
      const [found] = await collection.find({});
      Object.assign(found ?? {}, { n: 99 });
      expect(await collection.find({})).toEqual([
        { _id: 'a', list: ['x'], rows: [{ id: 'r', n: 1 }] },
      ]);
    });
  });

  it('ends a session once and for good, and no other one', async () => {
    await store.accounts.add(anAccount({ status: 'active' }));
    const end = makeEndSession(store);
    const ended = { id: 'one', until: new Date('2099-01-01T00:00:00Z') };
    await Promise.all([end(ended), end(ended)]);
    const session = makeSession(store);
    const claims = { account: 'registration-1', epoch: 0 };
    expect(await session({ ...claims, id: 'one' })).toBeUndefined();
    expect(await session({ ...claims, id: 'two' })).toMatchObject({ _id: 'registration-1' });
  });
};

const withoutDue = ({ mailDueAt, ...account }: Account): Account => account;
