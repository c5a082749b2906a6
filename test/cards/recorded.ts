/** A copy of a tree of sentences that notes which of them are read. */
export const recorded = <T extends object>(tree: T, read: Set<string>, path = ''): T =>
  new Proxy(tree, {
    get: (target, key, receiver) => {
      const value: unknown = Reflect.get(target, key, receiver);
      if (typeof key !== 'string' || !Object.hasOwn(target, key)) return value;
      const here = `${path}.${key}`;
      if (typeof value === 'object' && value !== null) return recorded(value, read, here);
      read.add(here);
      return value;
    },
  });

/** The paths of all sentences in a tree. */
export const sentences = (tree: object, path = ''): readonly string[] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? sentences(value, `${path}.${key}`)
      : [`${path}.${key}`],
  );
