import { write } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileCollection } from '../../src/store/embedded/fileCollection';
import type { WriteTo } from '../../src/store/embedded/journal';
import type { Schema } from '../../src/store/schema';
import { aFolder } from '../support/stores';

interface Thing {
  readonly _id: string;
  readonly n?: number;
  readonly owner?: string;
  readonly code?: string;
  readonly dueAt?: Date;
}

const things: Schema<Thing> = {
  name: 'things',
  searched: [{ by: 'owner' }, { by: 'dueAt', rare: true }],
};
const coded: Schema<Thing> = { ...things, unique: ['code'] };

let folder: Awaited<ReturnType<typeof aFolder>>;
beforeEach(async () => {
  folder = await aFolder();
});
afterEach(() => folder.remove());

const file = () => join(folder.path, 'things.db');
const open = (writeTo?: WriteTo, schema = things) =>
  fileCollection({ folder: folder.path, schema, ...(writeTo && { writeTo }) });

const realWrite = promisify(write);

/** A disk that writes a third of what it is given and is full from then on, while `full` says so. */
const aDisk = () => {
  const disk = { full: false, writes: 0, writeTo: (async () => 0) as WriteTo };
  disk.writeTo = async (to, bytes) => {
    disk.writes += 1;
    const part = disk.full ? bytes.subarray(0, Math.floor(bytes.length / 3)) : bytes;
    const { bytesWritten } = await realWrite(to, part);
    if (disk.full) throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC' });
    return bytesWritten;
  };
  return disk;
};

describe('a write that fails', () => {
  it('is told to its writer, forgotten, and the next one works', async () => {
    const disk = aDisk();
    const collection = await open(disk.writeTo);
    await collection.add({ _id: 'a', n: 1 });
    disk.full = true;
    await expect(collection.change({ _id: 'a' }, { $set: { n: 2 } })).rejects.toThrow('full');
    expect(await collection.find({})).toEqual([{ _id: 'a', n: 1 }]);
    disk.full = false;
    expect(await collection.change({ _id: 'a' }, { $inc: { n: 10 } })).toEqual({ _id: 'a', n: 11 });
    await collection.close();
    const again = await open();
    expect(await again.find({})).toEqual([{ _id: 'a', n: 11 }]);
    await again.close();
  });

  it('takes with it what was built on it, and shows nobody what was not kept', async () => {
    const disk = aDisk();
    const collection = await open(disk.writeTo);
    await collection.add({ _id: 'a', n: 1 });
    disk.full = true;
    const first = collection.change({ _id: 'a' }, { $set: { n: 2 } });
    const read = collection.find({ _id: 'a' });
    const second = collection.change({ _id: 'a', n: 2 }, { $set: { n: 3 } });
    expect(await Promise.allSettled([first, second])).toMatchObject([
      { status: 'rejected' },
      { status: 'rejected' },
    ]);
    expect(await read).toEqual([{ _id: 'a', n: 1 }]);
    expect(await collection.find({ n: { $gt: 1 } })).toEqual([]);
    await collection.close();
  });

  it('is not the end: a file that cannot be read says so until it can', async () => {
    const disk = aDisk();
    const collection = await open(disk.writeTo);
    await collection.add({ _id: 'a', n: 1 });
    disk.full = true;
    await expect(collection.add({ _id: 'b' })).rejects.toThrow('full');
    disk.full = false;
    const good = await readFile(file());
    await writeFile(file(), 'damaged\n');
    await expect(collection.find({})).rejects.toThrow('damaged lines');
    await expect(collection.add({ _id: 'b' })).rejects.toThrow('damaged lines');
    await writeFile(file(), good);
    expect(await collection.add({ _id: 'b' })).toBe('added');
    await collection.close();
  });
});

describe('the file', () => {
  it('gets what happens at once in one write, in order', async () => {
    const disk = aDisk();
    const collection = await open(disk.writeTo);
    await Promise.all(
      Array.from({ length: 100 }, (_, n) => collection.add({ _id: String(n).padStart(3, '0') })),
    );
    expect(disk.writes).toBe(1);
    const ids = (await readFile(file(), 'utf8')).match(/\d{3}/g);
    expect(ids).toEqual(Array.from({ length: 100 }, (_, n) => String(n).padStart(3, '0')));
    await collection.close();
  });

  it('written by NeDB is read, and what NeDB would not read is not written', async () => {
    await writeFile(
      file(),
      [
        '{"$$indexCreated":{"fieldName":"code","unique":true,"sparse":false}}',
        '{"_id":"a","n":1,"dueAt":{"$$date":1767225600000}}',
        '{"_id":"b","code":"x"}',
        '{"_id":"a","n":2,"dueAt":{"$$date":1767225600000}}',
        '{"$$deleted":true,"_id":"b"}',
        '',
      ].join('\n'),
    );
    const collection = await open(undefined, coded);
    expect(await collection.find({})).toEqual([
      { _id: 'a', n: 2, dueAt: new Date('2026-01-01T00:00:00Z') },
    ]);
    expect(await collection.add({ _id: 'c', code: 'x' })).toBe('added');
    await collection.close();
    expect(await readFile(file(), 'utf8')).toBe(
      '{"_id":"a","n":2,"dueAt":{"$$date":1767225600000}}\n{"_id":"c","code":"x"}\n',
    );
  });

  it('loses its history, and what was removed, while others go on', async () => {
    const collection = await open();
    await collection.addMany([
      { _id: 'a', n: 0 },
      { _id: 'b', owner: 'gone' },
    ]);
    await collection.change({ _id: 'a' }, { $inc: { n: 1 } });
    await collection.remove({ _id: 'b' });
    const compacted = collection.compact();
    const meanwhile = collection.change({ _id: 'a' }, { $inc: { n: 1 } });
    await compacted;
    expect(await meanwhile).toEqual({ _id: 'a', n: 2 });
    await collection.close();
    expect(await readFile(file(), 'utf8')).toBe('{"_id":"a","n":1}\n{"_id":"a","n":2}\n');
  });

  it('is not rewritten for a small part of it', async () => {
    const collection = await open();
    await collection.addMany(Array.from({ length: 3_000 }, (_, n) => ({ _id: String(n) })));
    await collection.change({ _id: '0' }, { $set: { n: 1 } });
    await collection.compact();
    await collection.close();
    expect((await readFile(file(), 'utf8')).split('\n')).toHaveLength(3_002);
  });

  it('is its owner’s alone, whoever could read it before', async () => {
    await writeFile(file(), '', { mode: 0o644 });
    const collection = await open();
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    await collection.close();
  });

  it('is refused when two documents in it may not be together', async () => {
    await writeFile(file(), '{"_id":"a","code":"x"}\n{"_id":"b","code":"x"}\n');
    await expect(open(undefined, coded)).rejects.toThrow('two documents where one may be');
  });

  it('takes no name that means something else in it', async () => {
    const collection = await open();
    const odd = { _id: 'a', $$date: 1 };
    await expect(collection.add(odd)).rejects.toThrow('no field is called $$date');
    expect(await collection.find({})).toEqual([]);
    await collection.close();
  });
});

describe('what is searched', () => {
  const all: readonly Thing[] = [
    { _id: 'a', owner: 'x', code: '1', dueAt: new Date(1) },
    { _id: 'b', owner: 'y', code: '2' },
    { _id: 'c', owner: 'x', code: '3', dueAt: new Date(3) },
    { _id: 'd', code: '4' },
  ];

  test.each([
    ['an owner', { owner: 'x' }, 'ac'],
    ['one of several owners', { owner: { $in: ['y', 'z'] } }, 'b'],
    ['no owner', { owner: { $exists: false } }, 'd'],
    ['another owner', { owner: { $ne: 'x' } }, 'bd'],
    ['what is due', { dueAt: { $lte: new Date(2) } }, 'a'],
    ['what will be due', { dueAt: { $exists: true } }, 'ac'],
    ['what is never due', { dueAt: { $exists: false } }, 'bd'],
    ['a time', { dueAt: new Date(3) }, 'c'],
    ['a code', { code: '2' }, 'b'],
    ['codes, one of them twice', { code: { $in: ['2', '4', '2'] } }, 'bd'],
    ['a code and an owner that has another', { code: '2', owner: 'x' }, ''],
    ['a range of ids', { _id: { $gt: 'a', $lte: 'c' } }, 'bc'],
    ['ids from one on', { _id: { $gte: 'c' } }, 'cd'],
    ['ids', { _id: { $in: ['d', 'a', 'z'] } }, 'ad'],
    ['nothing in common', { $or: [{ owner: 'y' }, { code: '4' }] }, 'bd'],
  ] as const)('%s', async (_, filter, expected) => {
    const collection = await open(undefined, coded);
    await collection.addMany(all);
    const ids = async () =>
      (await collection.find(filter))
        .map(({ _id }) => _id)
        .sort()
        .join('');
    expect(await ids()).toBe(expected);
    // As it is after what is indexed has come and gone.
    await collection.changeAll({}, { $set: { owner: 'q', dueAt: new Date(9) } });
    await collection.remove({});
    await collection.addMany(all);
    expect(await ids()).toBe(expected);
    await collection.close();
  });

  it('has the newest value of a field, and the old one is free', async () => {
    const collection = await open(undefined, coded);
    await collection.addMany(all);
    await collection.change({ _id: 'a' }, { $set: { code: '9', owner: 'y' } });
    expect(await collection.add({ _id: 'e', code: '1' })).toBe('added');
    expect(await collection.add({ _id: 'f', code: '9' })).toBe('taken');
    expect(await collection.count({ owner: 'y' })).toBe(2);
    await expect(collection.change({ _id: 'b' }, { $set: { code: '9' } })).rejects.toThrow('taken');
    expect(await collection.find({ _id: 'b' })).toEqual([all[1]]);
    await collection.close();
  });
});
