type Part = Readonly<Record<string, unknown>>;

/** Every element and action of a card, in the order of its JSON. */
export const parts = (node: unknown): readonly Part[] => {
  if (Array.isArray(node)) return node.flatMap(parts);
  if (typeof node !== 'object' || node === null) return [];
  const children = Object.values(node).flatMap(parts);
  return 'type' in node ? [{ ...node }, ...children] : children;
};

export const ofType = (node: unknown, type: string): readonly Part[] =>
  parts(node).filter((part) => String(part.type).startsWith(type));
