import { bareSerial } from './bareSerial';
import type { Machine } from './machine';

/** Columns of the staff's list, as its header names them. */
export const machineColumns = [
  'serial',
  'model',
  'customer_number',
  'customer_name',
  'site_city',
  'partner',
] as const;

export type MachineColumn = (typeof machineColumns)[number];

/** Why a row of the list is refused; each has its sentence in `src/text`. */
export type RowProblem =
  | { readonly kind: 'missing'; readonly column: MachineColumn }
  | { readonly kind: 'serialForm' }
  | { readonly kind: 'tooLong'; readonly column: MachineColumn; readonly max: number }
  | { readonly kind: 'controlCharacters'; readonly column: MachineColumn }
  /** Not as many cells as the header has. */
  | { readonly kind: 'columnCount'; readonly expected: number; readonly found: number }
  /** A quotation mark where none may be. */
  | { readonly kind: 'unreadable' }
  /** The same serial number, with other content, stands on an earlier line. */
  | { readonly kind: 'duplicate'; readonly firstLine: number }
  /** The list has this serial number already, written with other separators. */
  | { readonly kind: 'otherWriting'; readonly serial: string };

export type MachineCells = Readonly<Record<MachineColumn, string>>;

const longest: Readonly<Record<MachineColumn, number>> = {
  serial: 20,
  model: 80,
  customer_number: 40,
  customer_name: 120,
  site_city: 80,
  partner: 120,
};

/** A machine, or the first reason why the row is none. */
export const machineOf = (cells: MachineCells): Machine | RowProblem => {
  const clean = cleaned(cells);
  for (const column of machineColumns) {
    const problem = problemIn(column, clean[column]);
    if (problem !== undefined) return problem;
  }
  const serial = clean.serial.normalize('NFKC').toUpperCase().replaceAll(' ', '');
  if (!serialForm.test(serial)) return { kind: 'serialForm' };
  return {
    _id: serial,
    bare: bareSerial(serial),
    model: clean.model,
    ...(clean.customer_number === '' ? {} : { customerNumber: clean.customer_number }),
    ...(clean.customer_name === '' ? {} : { customerName: clean.customer_name }),
    ...(clean.site_city === '' ? {} : { siteCity: clean.site_city }),
    ...(clean.partner === '' ? {} : { partner: clean.partner }),
  };
};

/** Four letters or digits at least, one digit among them; separators only in between. The list decides: no vendor's shape is asked for. */
const serialForm = /^(?=.*[0-9])(?=(?:.*[A-Z0-9]){4})[A-Z0-9](?:[-./]?[A-Z0-9])*$/;

const obligatory: ReadonlySet<MachineColumn> = new Set<MachineColumn>(['serial', 'model']);

const forbidden = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

const problemIn = (column: MachineColumn, content: string): RowProblem | undefined => {
  if (content === '' && obligatory.has(column)) return { kind: 'missing', column };
  if (forbidden.test(content)) return { kind: 'controlCharacters', column };
  const max = longest[column];
  return content.length > max ? { kind: 'tooLong', column, max } : undefined;
};

const cleaned = (cells: MachineCells): MachineCells => {
  const clean = (column: MachineColumn) =>
    cells[column]
      .normalize('NFC')
      .replace(/[ \t\u00a0]+/g, ' ')
      .trim();
  return {
    serial: clean('serial'),
    model: clean('model'),
    customer_number: clean('customer_number'),
    customer_name: clean('customer_name'),
    site_city: clean('site_city'),
    partner: clean('partner'),
  };
};
