import { types } from 'node:util';
import { compare } from './compare';
import { equal } from './equal';
import { valuesAt } from './valuesAt';

export type Matches = (document: object) => boolean;

/** Understands what the port's filters may say, as MongoDB does; anything else is a mistake of ours and throws. */
export const matcher = (filter: object): Matches => {
  const tests = Object.entries(filter).map(([key, condition]) =>
    key === '$or' ? anyOf(condition) : at(key, condition),
  );
  return (document) => tests.every((test) => test(document));
};

const anyOf = (filters: unknown): Matches => {
  const tests = listOf(filters).map((filter) => matcher(Object(filter)));
  return (document) => tests.some((test) => test(document));
};

const at = (path: string, condition: unknown): Matches => {
  if (path.startsWith('$')) throw new Error(`${path} is not known to the embedded store`);
  const keys = path.split('.');
  const tests = isOperators(condition)
    ? Object.entries(condition).map(([name, operand]) => operator(name, operand))
    : [is(condition)];
  return (document) => {
    const values = valuesAt(document, keys);
    return tests.every((test) => test(values));
  };
};

/** Gets every value that is found at a path: none when there is nothing, a list itself and then what is in it. */
type Test = (values: readonly unknown[]) => boolean;

const is = (wanted: unknown): Test =>
  wanted === undefined || wanted === null
    ? (values) => values.length === 0 || values.includes(null)
    : (values) => values.some((value) => equal(value, wanted));

const operator = (name: string, operand: unknown): Test => {
  switch (name) {
    case '$in': {
      const wanted = listOf(operand).map(is);
      return (values) => wanted.some((test) => test(values));
    }
    case '$ne': {
      const same = is(operand);
      return (values) => !same(values);
    }
    case '$exists':
      return (values) => values.length > 0 === Boolean(operand);
    case '$lt':
      return ordered(operand, (order) => order < 0);
    case '$lte':
      return ordered(operand, (order) => order <= 0);
    case '$gt':
      return ordered(operand, (order) => order > 0);
    case '$gte':
      return ordered(operand, (order) => order >= 0);
    default:
      throw new Error(`${name} is not known to the embedded store`);
  }
};

const ordered =
  (operand: unknown, holds: (order: number) => boolean): Test =>
  (values) =>
    values.some((value) => {
      const order = compare(value, operand);
      return order !== undefined && holds(order);
    });

/** `{ $lt: 2 }`, and not a value to compare with. */
export const isOperators = (condition: unknown): condition is Readonly<Record<string, unknown>> => {
  if (typeof condition !== 'object' || condition === null || types.isDate(condition)) return false;
  const [first] = Object.keys(condition);
  return first?.startsWith('$') ?? false;
};

const listOf = (operand: unknown): readonly unknown[] => {
  if (!Array.isArray(operand)) throw new Error('a list is wanted');
  return operand;
};
