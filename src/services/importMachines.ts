import { createHash } from 'node:crypto';
import type { Machine } from '../domain/machine';
import { machineOf, type RowProblem } from '../domain/machineRow';
import type { Collection, Update } from './collection';
import { type FileProblem, machineRows, type Row } from './machineRows';

export interface ImportRequest {
  /** Opens the file from its beginning; called twice, because nothing of a file that cannot be read to its end may be used. */
  readonly open: () => AsyncIterable<Uint8Array>;
  /** Counts only. */
  readonly dryRun?: boolean;
  readonly onRefused?: (refused: RefusedRow) => void;
  /** Rows read so far. */
  readonly onProgress?: (read: number) => void;
}

export interface RefusedRow {
  /** Counted from 1; the header is the first. */
  readonly line: number;
  readonly problem: RowProblem;
}

interface ImportCounts {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

export type Imported =
  | ({ readonly kind: 'imported' } & ImportCounts)
  | { readonly kind: 'notUtf8' }
  | FileProblem;

/** Puts a list of machines into the store; the same list a second time changes nothing. Machines that a list leaves out stay. */
export type ImportMachines = (request: ImportRequest) => Promise<Imported>;

export interface ImportNeeds {
  readonly machines: Collection<Machine>;
}

export const makeImportMachines =
  ({ machines }: ImportNeeds): ImportMachines =>
  async ({ open, dryRun = false, onRefused, onProgress }) => {
    if (!(await isUtf8(open()))) return { kind: 'notUtf8' };
    const rows = await machineRows(open());
    if (rows.kind !== 'rows') return rows;
    const counts = { read: 0, added: 0, changed: 0, unchanged: 0, refused: 0 };
    const judge = makeJudge();
    for await (const batch of rows.batches) {
      const verdicts = await compared(machines, batch.map(judge));
      if (!dryRun) await store(machines, verdicts);
      for (const verdict of verdicts) {
        counts[verdict.kind] += 1;
        if (verdict.kind === 'refused') onRefused?.(verdict.row);
      }
      counts.read += batch.length;
      onProgress?.(counts.read);
    }
    return { kind: 'imported', ...counts };
  };

interface Wanted {
  readonly kind: 'wanted';
  readonly line: number;
  readonly machine: Machine;
}

type Verdict =
  | { readonly kind: 'added' | 'changed'; readonly machine: Machine }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly row: RefusedRow };

const isUtf8 = async (bytes: AsyncIterable<Uint8Array>): Promise<boolean> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of bytes) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (isEncodingError(error)) return false;
    throw error;
  }
};

const isEncodingError = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA';

/** What a row says for itself and beside the rows before it. */
const makeJudge = () => {
  // A digest instead of the content: the lines of a whole file are remembered.
  const seen = new Map<string, { readonly line: number; readonly digest: string }>();
  return ({ line, cells }: Row): Wanted | Verdict => {
    const machine = 'kind' in cells ? cells : machineOf(cells);
    if ('kind' in machine) return refused(line, machine);
    const digest = digestOf(machine);
    const first = seen.get(machine.bare);
    if (first === undefined) {
      seen.set(machine.bare, { line, digest });
      return { kind: 'wanted', line, machine };
    }
    if (first.digest === digest) return { kind: 'unchanged' };
    return refused(line, { kind: 'duplicate', firstLine: first.line });
  };
};

const refused = (line: number, problem: RowProblem): Verdict => ({
  kind: 'refused',
  row: { line, problem },
});

const digestOf = (machine: Machine): string =>
  createHash('sha256').update(JSON.stringify(machine)).digest('base64').slice(0, 16);

/** What is wanted beside what is kept. */
const compared = async (
  machines: Collection<Machine>,
  rows: readonly (Wanted | Verdict)[],
): Promise<readonly Verdict[]> => {
  const bare = rows.flatMap((row) => (row.kind === 'wanted' ? [row.machine.bare] : []));
  const kept = new Map(
    (await machines.find({ bare: { $in: bare } })).map((machine) => [machine.bare, machine]),
  );
  return rows.map((row) => {
    if (row.kind !== 'wanted') return row;
    const { line, machine } = row;
    const before = kept.get(machine.bare);
    if (before === undefined) return { kind: 'added', machine };
    if (before._id !== machine._id)
      return refused(line, { kind: 'otherWriting', serial: before._id });
    return isSame(before, machine) ? { kind: 'unchanged' } : { kind: 'changed', machine };
  });
};

const optional = ['customerNumber', 'customerName', 'siteCity', 'partner'] as const;

const isSame = (one: Machine, other: Machine): boolean =>
  one.model === other.model && optional.every((part) => one[part] === other[part]);

/** What the list does not speak of stays as it is in the store. */
const store = async (
  machines: Collection<Machine>,
  verdicts: readonly Verdict[],
): Promise<void> => {
  const added = verdicts.flatMap((verdict) => (verdict.kind === 'added' ? [verdict.machine] : []));
  if (added.length > 0) await machines.addMany(added);
  for (const verdict of verdicts) {
    if (verdict.kind !== 'changed') continue;
    const { _id, bare: _, ...listed } = verdict.machine;
    const left = optional.filter((part) => verdict.machine[part] === undefined);
    const update: Update<Machine> = {
      $set: listed,
      $unset: Object.fromEntries(left.map((part) => [part, true])),
    };
    await machines.change({ _id }, update);
  }
};
