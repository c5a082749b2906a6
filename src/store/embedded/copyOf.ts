import { types } from 'node:util';

/** A copy that shares nothing that can change. Fields without a value are left out, as the file leaves them out. */
export const copyOf = <V>(value: V): V => copied(value) as V;

const copied = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (types.isDate(value)) return new Date(value);
  if (Array.isArray(value)) return value.map(copied);
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const part: unknown = Reflect.get(value, key);
    // A field of this name would become the copy's prototype; nothing of ours is called so.
    if (part !== undefined && key !== '__proto__') copy[key] = copied(part);
  }
  return copy;
};
