import { close, fchmod, open, write } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** A file that grows by lines. */
export interface Journal {
  /** Resolves when the line is in the file, behind all that were appended before. What is appended meanwhile is written together. */
  append(text: string): Promise<void>;
  /** Something was appended that is not in the file yet. */
  readonly isBusy: boolean;
  /** Resolves when all that was appended so far is in the file; rejects when it is not. */
  written(): Promise<void>;
  close(): Promise<void>;
}

export interface JournalNeeds {
  readonly file: string;
  /** Told at once when a line could not be written: of this one and all that wait behind it, any part may be in the file. The journal takes nothing more. */
  readonly onBroken: () => void;
  /** Writes bytes to an open file and says how many. */
  readonly writeTo?: WriteTo;
}

export type WriteTo = (file: number, bytes: Buffer) => Promise<number>;

interface Batch {
  text: string;
  readonly done: Promise<void>;
}

const openFile = promisify(open);
const closeFile = promisify(close);
const setMode = promisify(fchmod);
const writeBytes = promisify(write);
const usualWrite = async (file: number, bytes: Buffer): Promise<number> => {
  const { bytesWritten } = await writeBytes(file, bytes);
  return bytesWritten;
};

/** Keeps the file open: opening and closing it for each line would cost more than writing. */
export const openJournal = async ({ file, onBroken, writeTo }: JournalNeeds): Promise<Journal> => {
  const opened = await openFile(file, 'a', 0o600);
  // Some file systems know no modes; whoever mounts them says there who may read.
  await setMode(opened, 0o600).catch(() => undefined);
  const put: WriteTo = writeTo ?? usualWrite;
  let writing: Promise<void> | undefined;
  let next: Batch | undefined;
  let broken: unknown;

  const writeAll = async (text: string): Promise<void> => {
    if (broken !== undefined) throw broken;
    let rest = Buffer.from(text);
    try {
      while (rest.length > 0) {
        const count = await put(opened, rest);
        rest = rest.subarray(count);
      }
    } catch (error) {
      broken = error;
      onBroken();
      throw error;
    }
  };

  const begin = (after: Promise<void>): Batch => {
    const batch: Batch = {
      text: '',
      done: after
        .catch(() => undefined) // Whoever waits for the batch before hears of that; `broken` stops this one.
        .then(() => {
          next = undefined;
          writing = batch.done;
          return writeAll(batch.text);
        })
        .finally(() => {
          if (writing === batch.done) writing = undefined;
        }),
    };
    return batch;
  };

  return {
    append: (text) => {
      next ??= begin(writing ?? Promise.resolve());
      next.text += text;
      return next.done;
    },
    get isBusy() {
      return next !== undefined || writing !== undefined;
    },
    written: async () => {
      await (next?.done ?? writing);
    },
    close: () => closeFile(opened),
  };
};

/** Writes a whole file beside another, to be put in its place by its name: whenever the process dies, one of the two is there whole. */
export const writeBeside = async (file: string, lines: Iterable<string>): Promise<string> => {
  const beside = `${file}~`;
  await writeFile(beside, lines, { mode: 0o600, flush: true });
  return beside;
};
