import { parse } from 'csv-parse/sync';
import {
  type MachineCells,
  type MachineColumn,
  machineColumns,
  type RowProblem,
} from '../domain/machineRow';
import { csvLines, type Line, longestLine } from './csvLines';

export interface Row {
  /** Line in the file, counted from 1; the header is the first. */
  readonly line: number;
  readonly cells: MachineCells | RowProblem;
}

/** Why a file is refused as a whole, before anything of it was used. */
export type FileProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'columnsMissing'; readonly columns: readonly MachineColumn[] };

export type Rows =
  | { readonly kind: 'rows'; readonly batches: AsyncGenerator<readonly Row[]> }
  | FileProblem;

const batchSize = 1_000;

/**
 * Reads a list of machines: `,` or `;`, columns in any order, further columns left out. A cell never holds a line break,
 * so that a quotation mark that is not closed spoils its own line and not the rest of the file.
 */
export const machineRows = async (bytes: AsyncIterable<Uint8Array>): Promise<Rows> => {
  const lines = csvLines(bytes);
  const header = await firstLine(lines);
  if (header === undefined) return { kind: 'empty' };
  const delimiter = delimiterOf(header.text);
  const names = (cellsOf([header], delimiter)?.[0] ?? []).map((name) => name.trim().toLowerCase());
  const columns = machineColumns.filter((column) => !names.includes(column));
  if (columns.length > 0) return { kind: 'columnsMissing', columns };
  return { kind: 'rows', batches: batches(lines, names, delimiter) };
};

const firstLine = async (lines: AsyncGenerator<Line>): Promise<Line | undefined> => {
  for (;;) {
    const { value, done } = await lines.next();
    if (done === true) return undefined;
    if (value.text.trim() !== '') return value;
  }
};

/** Spreadsheets in French write semicolons. */
const delimiterOf = (header: string): ',' | ';' =>
  header.split(';').length > header.split(',').length ? ';' : ',';

async function* batches(
  lines: AsyncGenerator<Line>,
  names: readonly string[],
  delimiter: string,
): AsyncGenerator<readonly Row[]> {
  let batch: Line[] = [];
  for await (const line of lines) {
    if (isBlank(line.text, delimiter)) continue;
    batch.push(line);
    if (batch.length < batchSize) continue;
    yield rowsOf(batch, names, delimiter);
    batch = [];
  }
  if (batch.length > 0) yield rowsOf(batch, names, delimiter);
}

/** Spreadsheets leave rows of nothing but delimiters at the end. */
const isBlank = (text: string, delimiter: string): boolean =>
  text.replaceAll(delimiter, '').trim() === '';

const rowsOf = (
  lines: readonly Line[],
  names: readonly string[],
  delimiter: string,
): readonly Row[] => {
  const together = cellsOf(lines, delimiter);
  return lines.map((line, index) => {
    const cells = together === undefined ? cellsOf([line], delimiter)?.[0] : together[index];
    return { line: line.number, cells: named(cells, names, line) };
  });
};

/** One record a line, or `undefined` when the lines are not that. */
const cellsOf = (lines: readonly Line[], delimiter: string): string[][] | undefined => {
  try {
    const records: string[][] = parse(lines.map(({ text }) => text).join('\n'), {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
    });
    return records.length === lines.length ? records : undefined;
  } catch {
    return undefined;
  }
};

const named = (
  cells: readonly string[] | undefined,
  names: readonly string[],
  { text }: Line,
): MachineCells | RowProblem => {
  if (cells === undefined || text.length >= longestLine) return { kind: 'unreadable' };
  if (cells.length !== names.length) {
    return { kind: 'columnCount', expected: names.length, found: cells.length };
  }
  const cell = (column: MachineColumn) => cells[names.indexOf(column)] ?? '';
  return {
    serial: cell('serial'),
    model: cell('model'),
    customer_number: cell('customer_number'),
    customer_name: cell('customer_name'),
    site_city: cell('site_city'),
    partner: cell('partner'),
  };
};
