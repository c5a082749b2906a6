import { types } from 'node:util';

/** What a line of a file says. */
export type Line<T> =
  | { readonly kind: 'document'; readonly document: T }
  | { readonly kind: 'removed'; readonly id: string }
  /** Written by the library that this engine's files come from; says nothing about documents. */
  | { readonly kind: 'other' };

/** One document as JSON in one line, dates as `{"$$date": milliseconds}`: the format of the library NeDB, which wrote these files at first. */
export const documentLine = (document: object): string =>
  escapeLineBreaks(`${JSON.stringify(withoutDates(document))}\n`);

export const removedLine = (id: string): string =>
  escapeLineBreaks(`${JSON.stringify({ $$deleted: true, _id: id })}\n`);

/** `undefined` for a line that cannot be read. */
export const readLine = <T>(line: string): Line<T> | undefined => {
  if (line === '') return { kind: 'other' };
  try {
    const read: unknown = JSON.parse(line);
    const { _id: id, $$deleted: isDeleted, $$indexCreated, $$indexRemoved } = Object(read);
    if ($$indexCreated !== undefined || $$indexRemoved !== undefined) return { kind: 'other' };
    if (typeof id !== 'string') return undefined;
    if (isDeleted === true) return { kind: 'removed', id };
    // Written by `documentLine` from a document of this collection.
    return { kind: 'document', document: withDates(read) as T };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const withoutDates = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (types.isDate(value)) return { $$date: value.getTime() };
  if (Array.isArray(value)) return value.map(withoutDates);
  const written: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    if (key.startsWith('$')) throw new Error(`no field is called ${key}`);
    written[key] = withoutDates(Reflect.get(value, key));
  }
  return written;
};

const withDates = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if ('$$date' in value) return new Date(Number(value.$$date));
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === 'object') Reflect.set(value, key, withDates(part));
  }
  return value;
};

/** JSON leaves these three in strings as they are; readers of lines may break at them. */
const escapeLineBreaks = (line: string): string =>
  line.replace(
    /[\u0085\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
