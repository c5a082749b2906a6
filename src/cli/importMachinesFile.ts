import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Presets, SingleBar } from 'cli-progress';
import type { RowProblem } from '../domain/machineRow';
import { type Imported, makeImportMachines, type RefusedRow } from '../services/importMachines';
import type { Texts } from '../text/texts';
import { sheet } from './table';
import { printJson, type Terminal } from './terminal';
import { withStore } from './withStore';

interface Options {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export const importMachinesFile = async (
  terminal: Terminal,
  file: string,
  options: Options,
): Promise<number> => {
  const { texts, err } = terminal;
  const size = await sizeOf(file);
  if (typeof size === 'string') {
    err(`${texts.commands.machines.fileUnreadable(file, size)}\n`);
    return 1;
  }
  return withStore(terminal, async ({ machines }) => {
    const refused: RefusedRow[] = [];
    const progress = drawn(terminal, size);
    const imported = await makeImportMachines({ machines })({
      open: () => progress.counting(createReadStream(file)),
      dryRun: options.dryRun ?? false,
      onRefused: (row) => refused.push(row),
      onProgress: progress.rows,
    }).finally(progress.stop);
    return told(terminal, imported, refused, options);
  });
};

/** In bytes, or why there is none. */
const sizeOf = async (file: string): Promise<number | string> => {
  try {
    const found = await stat(file);
    return found.isFile() ? found.size : 'EISDIR';
  } catch (error) {
    return typeof error === 'object' && error !== null && 'code' in error
      ? String(error.code)
      : String(error);
  }
};

const told = (
  terminal: Terminal,
  imported: Imported,
  refused: readonly RefusedRow[],
  { dryRun = false, json = false }: Options,
): number => {
  const { machines } = terminal.texts.commands;
  if (imported.kind !== 'imported') {
    const sentence =
      imported.kind === 'columnsMissing'
        ? machines.columnsMissing(imported.columns.join(', '))
        : machines[imported.kind];
    terminal.err(`${sentence}\n`);
    return 1;
  }
  const { kind: _, ...counts } = imported;
  const rows = refused.map(({ line, problem }) => ({
    line,
    reason: problem.kind,
    message: sentenceOf(problem, terminal.texts),
  }));
  if (json) {
    printJson(terminal, { dryRun, ...counts, refusals: rows });
    return 0;
  }
  for (const { line, message } of rows) terminal.err(`${machines.refusedRow(line, message)}\n`);
  if (dryRun) terminal.out(`${machines.dryRun}\n`);
  const labels = machines.counts;
  terminal.out(
    sheet([
      [labels.read, String(counts.read)],
      [labels.added, String(counts.added)],
      [labels.changed, String(counts.changed)],
      [labels.unchanged, String(counts.unchanged)],
      [labels.refused, String(counts.refused)],
    ]),
  );
  return 0;
};

const sentenceOf = (problem: RowProblem, { commands }: Texts): string => {
  const sentences = commands.rowProblems;
  switch (problem.kind) {
    case 'missing':
      return sentences.missing(problem);
    case 'serialForm':
      return sentences.serialForm();
    case 'tooLong':
      return sentences.tooLong(problem);
    case 'controlCharacters':
      return sentences.controlCharacters(problem);
    case 'columnCount':
      return sentences.columnCount(problem);
    case 'unreadable':
      return sentences.unreadable();
    case 'duplicate':
      return sentences.duplicate(problem);
    case 'otherWriting':
      return sentences.otherWriting(problem);
  }
};

/** A bar on the standard error while somebody looks; the file is read twice. */
const drawn = ({ drawsProgress, texts }: Terminal, size: number) => {
  const format = `{bar} {percentage} % · {rows} ${texts.commands.machines.progress}`;
  const bar = new SingleBar({ format, stopOnComplete: false }, Presets.shades_classic);
  if (drawsProgress) bar.start(size * 2, 0, { rows: 0 });
  async function* counting(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      if (drawsProgress) bar.increment(chunk.length);
      yield chunk;
    }
  }
  return {
    counting,
    rows: (rows: number) => {
      if (drawsProgress) bar.update({ rows });
    },
    stop: () => {
      if (drawsProgress) bar.stop();
    },
  };
};
