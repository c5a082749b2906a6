/** Sentences by the path that Teams' localisation files name them with: "bots[0].commandLists[0].commands[2].title". */
export type Localisation = Readonly<Record<string, string>>;

/** Every sentence of a manifest that has to be said in each language. */
export const sentencesOf = (manifest: unknown): Localisation =>
  Object.fromEntries(leaves(manifest, '').filter(([path]) => translated.test(path)));

const translated =
  /^(?:(?:name|description)\.(?:short|full)|staticTabs\[\d+\]\.name|bots\[0\]\.commandLists\[\d+\]\.commands\[\d+\]\.(?:title|description))$/;

const leaves = (node: unknown, path: string): readonly (readonly [string, string])[] => {
  if (typeof node === 'string') return [[path, node]];
  if (Array.isArray(node)) return node.flatMap((one, at) => leaves(one, `${path}[${at}]`));
  return Object.entries(Object(node)).flatMap(([key, value]) =>
    leaves(value, path === '' ? key : `${path}.${key}`),
  );
};

interface Gaps {
  /** Said in the manifest and not in the other language. */
  readonly missing: readonly string[];
  /** In the other language, for nothing that the manifest says. */
  readonly unknown: readonly string[];
}

export const gapsIn = (localisation: Localisation, manifest: unknown): Gaps => {
  const said = Object.keys(sentencesOf(manifest));
  const there = Object.keys(localisation).filter((key) => key !== '$schema');
  return {
    missing: said.filter((path) => !there.includes(path)),
    unknown: there.filter((path) => !said.includes(path)),
  };
};
