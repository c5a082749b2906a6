import { rename } from 'node:fs/promises';
import type { Schema } from '../schema';
import { type Journal, openJournal, type WriteTo, writeBeside } from './journal';
import { documentLine, readLine } from './lines';
import { linesIn } from './linesIn';
import { makeTable, type Table } from './table';
import { trimTornLine } from './trimTornLine';

/** A table, and the file that says the same. */
export interface KeptTable<T extends { readonly _id: string }> {
  /** Of no use while this is not ready. */
  readonly table: Table<T>;
  /** False after a write that failed, when the table is ahead of the file, and while the file is rewritten. */
  readonly isReady: boolean;
  /** Waits or reads the file again; rejects when it cannot be read. */
  makeReady(): Promise<void>;
  /** For what was done to the table already. Resolves when the file says it too. */
  append(lines: readonly string[]): Promise<void>;
  /** Something is being written. */
  readonly isBusy: boolean;
  /** Rejects when what was appended so far could not be written. */
  written(): Promise<void>;
  /** Rewrites the file without its history: what was replaced or removed is gone then. With many documents, when it has become the larger part. */
  compact(): Promise<void>;
  close(): Promise<void>;
}

interface Needs<T> {
  /** In memory alone without one. */
  readonly file: string | undefined;
  readonly schema: Schema<T>;
  readonly writeTo?: WriteTo | undefined;
}

export const openKeptTable = async <T extends { readonly _id: string }>({
  file,
  schema,
  writeTo,
}: Needs<T>): Promise<KeptTable<T>> => {
  let table = makeTable(schema);
  let journal: Journal | undefined;
  /** In the file; those beyond the number of documents say nothing any more. */
  let lines = 0;
  let isInDoubt = false;
  /** What nobody else may do anything beside. */
  let occupied: Promise<void> | undefined;

  const reopen = async (path: string) => {
    await journal?.close();
    journal = undefined;
    const onBroken = () => {
      isInDoubt = true;
    };
    journal = await openJournal({ file: path, onBroken, ...(writeTo && { writeTo }) });
  };

  const load = async () => {
    if (file === undefined) return;
    await trimTornLine(file);
    const loaded = await read(file, schema);
    await reopen(file);
    ({ table, lines } = loaded);
    isInDoubt = false;
  };

  const rewrite = async () => {
    if (file === undefined) return;
    await journal?.written();
    const beside = await writeBeside(file, linesOf(table));
    // Until the new file is open there is none to append to.
    isInDoubt = true;
    await journal?.close();
    journal = undefined;
    await rename(beside, file);
    lines = table.size;
    await reopen(file);
    isInDoubt = false;
  };

  const occupy = (job: () => Promise<void>): Promise<void> => {
    const mine = job().finally(() => {
      occupied = undefined;
    });
    occupied = mine;
    return mine;
  };

  await load();
  if (lines > table.size) await rewrite();
  return {
    get table() {
      return table;
    },
    get isReady() {
      return !isInDoubt && occupied === undefined;
    },
    makeReady: async () => {
      // Whoever began it hears of its failure; this one tries itself.
      if (occupied !== undefined) await occupied.catch(() => undefined);
      else if (isInDoubt) await occupy(load);
    },
    append: async (added) => {
      lines += added.length;
      await journal?.append(added.join(''));
    },
    get isBusy() {
      return journal?.isBusy ?? false;
    },
    written: async () => {
      await journal?.written();
    },
    compact: async () => {
      const history = lines - table.size;
      const isWorthIt = history > 0 && (table.size <= fewDocuments || history >= table.size);
      if (isWorthIt && !isInDoubt && occupied === undefined) await occupy(rewrite);
    },
    close: async () => {
      await occupied?.catch(() => undefined); // Told to whoever began it.
      // A write that failed was told to whoever asked for it.
      await journal?.written().catch(() => undefined);
      await journal?.close();
      journal = undefined;
    },
  };
};

/** So many are rewritten in some milliseconds. */
const fewDocuments = 2_000;

const read = async <T extends { readonly _id: string }>(file: string, schema: Schema<T>) => {
  const table = makeTable(schema);
  let lines = 0;
  for await (const text of linesIn(file)) {
    const line = readLine<T>(text);
    if (line === undefined) throw new Error(`${file} has damaged lines: restore it from a copy`);
    lines += 1;
    if (line.kind === 'other') continue;
    const before = table.get(line.kind === 'removed' ? line.id : line.document._id);
    if (before !== undefined) table.delete(before);
    if (line.kind === 'document' && table.put(line.document) === 'taken') {
      throw new Error(`${file} has two documents where one may be: restore it from a copy`);
    }
  }
  return { table, lines };
};

function* linesOf<T extends { readonly _id: string }>(table: Table<T>): Generator<string> {
  for (const document of table.all()) yield documentLine(document);
}
