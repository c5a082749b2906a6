/** What a query looks at: the value at a path and, if that is a list, each value in it; through lists on the way, in each of their objects. */
export const valuesAt = (document: object, keys: readonly string[]): readonly unknown[] => {
  let found: readonly unknown[] = [document];
  for (const key of keys) found = found.flatMap((value) => step(value, key));
  return found.flatMap((value) => (Array.isArray(value) ? [value, ...value] : [value]));
};

const step = (value: unknown, key: string): readonly unknown[] => {
  if (Array.isArray(value)) {
    const inEach = value.flatMap((part) => (Array.isArray(part) ? [] : step(part, key)));
    return /^\d+$/.test(key) ? [...own(value, key), ...inEach] : inEach;
  }
  return own(value, key);
};

const own = (value: unknown, key: string): readonly unknown[] => {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return [];
  const part: unknown = Reflect.get(value, key);
  return part === undefined ? [] : [part];
};
