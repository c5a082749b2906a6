import { types } from 'node:util';

/** Negative, zero or positive; `undefined` for values of different kinds, which no range of a query has in common. */
export const compare = (one: unknown, other: unknown): number | undefined => {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'string' && typeof other === 'string') return byCode(one, other);
  if (types.isDate(one) && types.isDate(other)) return one.getTime() - other.getTime();
  return undefined;
};

/** The order of ids. */
export const byCode = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};
