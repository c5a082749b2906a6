import { types } from 'node:util';

/** Whether two values are the same to a query: dates by their time, lists and objects by what is in them. */
export const equal = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return false;
  }
  if (types.isDate(one) || types.isDate(other)) {
    return types.isDate(one) && types.isDate(other) && one.getTime() === other.getTime();
  }
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const parts = Object.entries(one);
  return (
    parts.length === Object.keys(other).length &&
    parts.every(([key, part]) => Object.hasOwn(other, key) && equal(part, Reflect.get(other, key)))
  );
};
