import { types } from 'node:util';
import type { Update } from '../../services/collection';
import { compare } from './compare';
import { copyOf } from './copyOf';
import { equal } from './equal';

/** The document as an update of the port makes it, beside the one it is made from: nothing that this one holds is touched. */
export const changed = <T extends object>(document: T, update: Update<T>): T => {
  let next: object = document;
  for (const [name, fields] of Object.entries(update)) {
    const change = operators[name];
    if (change === undefined) throw new Error(`${name} is not known to the embedded store`);
    for (const [path, operand] of Object.entries(fields ?? {})) {
      next = withChange(next, path.split('.'), (value) => change(value, operand));
    }
  }
  // Only fields of the port's own types were put in.
  return next as T;
};

/** The new value of a field; `undefined` for none. */
type Change = (value: unknown, operand: unknown) => unknown;

const operators: Readonly<Record<string, Change>> = {
  $set: (_, operand) => copyOf(operand),
  $unset: () => undefined,
  $inc: (value = 0, operand) => {
    if (typeof value !== 'number') throw new Error('only a number can be added to');
    return value + Number(operand);
  },
  $push: (value, operand) => {
    const { each, last } = pushed(operand);
    const list = [...listIn(value), ...copyOf(each)];
    return last === undefined ? list : list.slice(-last);
  },
  $addToSet: (value, operand) => {
    const list = listIn(value);
    return list.some((part) => equal(part, operand)) ? list : [...list, copyOf(operand)];
  },
  $pull: (value, operand) =>
    value === undefined ? undefined : listIn(value).filter((part) => !equal(part, operand)),
  $min: (value, operand) =>
    value === undefined || (compare(operand, value) ?? 0) < 0 ? copyOf(operand) : value,
  $max: (value, operand) =>
    value === undefined || (compare(operand, value) ?? 0) > 0 ? copyOf(operand) : value,
};

/** Of the lengths that a list may be cut to, the port has the last so many alone. */
const pushed = (operand: unknown): { each: readonly unknown[]; last?: number } => {
  const { $each: each, $slice: slice } = Object(operand);
  if (!Array.isArray(each)) return { each: [operand] };
  if (slice === undefined) return { each };
  if (typeof slice !== 'number' || slice >= 0) throw new Error('$slice wants a negative number');
  return { each, last: -slice };
};

const listIn = (value: unknown): readonly unknown[] => {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Error('only a list can be changed like a list');
  return value;
};

const withChange = (
  holder: object,
  [key = '', ...deeper]: readonly string[],
  change: (value: unknown) => unknown,
): object => {
  if (key === '__proto__' || key.startsWith('$')) throw new Error(`no field is called ${key}`);
  const value: unknown = Object.hasOwn(holder, key) ? Reflect.get(holder, key) : undefined;
  const next = deeper.length === 0 ? change(value) : within(value, deeper, change);
  if (next === value) return holder;
  if (Array.isArray(holder)) return holder.with(Number(key), next);
  if (next !== undefined) return { ...holder, [key]: next };
  const { [key]: _, ...rest } = holder as Readonly<Record<string, unknown>>;
  return rest;
};

const within = (
  value: unknown,
  deeper: readonly string[],
  change: (value: unknown) => unknown,
): unknown => {
  if (value === undefined) {
    const made = withChange({}, deeper, change);
    // What takes something away makes nothing on the way to it.
    return Object.keys(made).length === 0 ? undefined : made;
  }
  if (typeof value !== 'object' || value === null || types.isDate(value)) {
    throw new Error(`${deeper.join('.')} is in nothing that has fields`);
  }
  return withChange(value, deeper, change);
};
