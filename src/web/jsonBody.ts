import type { IncomingMessage } from 'node:http';
import { bodyText } from './bodyText';

interface Limits {
  readonly bytes: number;
  /** Objects and lists inside each other. */
  readonly depth: number;
}

export type JsonBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'tooLarge' }
  /** Another content type or encoding. */
  | { readonly kind: 'notJson' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'tooDeep' };

/** The status of a body that was not taken. */
export const refusedJson = { tooLarge: 413, notJson: 415, broken: 400, tooDeep: 400 } as const;

/**
 * Reads a body of our own: the framework's reader unpacks gzip without a limit and dies of a damaged one,
 * and its parser's messages quote the body.
 */
export const readJson = async (request: IncomingMessage, limits: Limits): Promise<JsonBody> => {
  if (!isPlainJson(request)) return { kind: 'notJson' };
  const text = await bodyText(request, limits.bytes);
  if (text === undefined) return { kind: 'tooLarge' };
  const value = parsed(text);
  if (value === undefined) return { kind: 'broken' };
  return isDeeperThan(value, limits.depth) ? { kind: 'tooDeep' } : { kind: 'json', value };
};

const isPlainJson = ({ headers }: IncomingMessage): boolean =>
  /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(headers['content-type'] ?? '') &&
  (headers['content-encoding'] ?? 'identity') === 'identity';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Level by level: recursion would overflow on exactly what this refuses. */
const isDeeperThan = (value: unknown, most: number): boolean => {
  let level: unknown[] = [value].filter(isNested);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === most) return true;
    level = level.flatMap((nested) => Object.values(Object(nested))).filter(isNested);
  }
  return false;
};

const isNested = (value: unknown): boolean => typeof value === 'object' && value !== null;
