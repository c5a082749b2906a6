import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TeamsIconProblem } from '../../domain/teamsAppProblem';
import type { TeamsAppSettings } from '../../teamsAppSettings';
import { fillManifest, type Manifest, unfilled } from './fillManifest';
import { type IconKind, iconProblem } from './iconProblem';
import { gapsIn, type Localisation } from './localisation';
import { schemaProblems } from './schemaProblems';
import { type Entry, zipOf } from './zipOf';

export type AppProblem = { readonly file: string } & (
  | { readonly kind: 'schema'; readonly says: string }
  | { readonly kind: 'unfilled' | 'missing' | 'unknown'; readonly name: string }
  | { readonly kind: 'icon'; readonly icon: IconKind; readonly problem: TeamsIconProblem }
);

export type Packing =
  | {
      readonly kind: 'packed';
      readonly file: string;
      readonly id: string;
      readonly version: string;
      readonly bytes: number;
      readonly sha256: string;
    }
  | { readonly kind: 'problems'; readonly problems: readonly AppProblem[] };

interface Needs {
  readonly settings: TeamsAppSettings;
  /** Where manifest, localisations and icons are. */
  readonly folder: string;
  /** The zip to write. */
  readonly file: string;
}

/** Fills in, checks and zips the Teams app. Nothing is written while something is wrong with it. */
export const packTeamsApp = async ({ settings, folder, file }: Needs): Promise<Packing> => {
  const read = (name: string) => readFile(join(folder, name));
  const manifest = fillManifest(String(await read('manifest.json')), settings);
  const languages = await Promise.all(
    manifest.localizationInfo.additionalLanguages.map(async ({ file: name }) => ({
      name,
      localisation: JSON.parse(String(await read(name))) as Localisation, // its schema is checked below
    })),
  );
  const icons: readonly Entry[] = await Promise.all(
    [manifest.icons.color, manifest.icons.outline].map(async (name) => ({
      name,
      content: await read(name),
    })),
  );

  const problems = [
    ...(await manifestProblems(manifest)),
    ...(
      await Promise.all(
        languages.map(({ name, localisation }) =>
          localisationProblems(name, localisation, manifest),
        ),
      )
    ).flat(),
    ...icons.flatMap((icon) => iconProblems(icon, manifest)),
  ];
  if (problems.length > 0) return { kind: 'problems', problems };

  const zip = zipOf([
    jsonEntry('manifest.json', manifest),
    ...languages.map(({ name, localisation }) => jsonEntry(name, localisation)),
    ...icons,
  ]);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, zip);
  return {
    kind: 'packed',
    file,
    id: manifest.id,
    version: manifest.version,
    bytes: zip.length,
    sha256: createHash('sha256').update(zip).digest('hex'),
  };
};

const manifestProblems = async (manifest: Manifest): Promise<readonly AppProblem[]> => {
  const about = { file: 'manifest.json' };
  return [
    ...unfilled(manifest).map((name) => ({ ...about, kind: 'unfilled' as const, name })),
    ...(await schemaProblems(manifest)).map((says) => ({
      ...about,
      kind: 'schema' as const,
      says,
    })),
  ];
};

const localisationProblems = async (
  file: string,
  localisation: Localisation,
  manifest: Manifest,
): Promise<readonly AppProblem[]> => {
  const { missing, unknown } = gapsIn(localisation, manifest);
  return [
    ...(await schemaProblems(localisation)).map((says) => ({
      file,
      kind: 'schema' as const,
      says,
    })),
    ...missing.map((name) => ({ file, kind: 'missing' as const, name })),
    ...unknown.map((name) => ({ file, kind: 'unknown' as const, name })),
  ];
};

const iconProblems = ({ name, content }: Entry, { icons }: Manifest): readonly AppProblem[] => {
  const icon = name === icons.color ? 'color' : 'outline';
  const problem = iconProblem(icon, content);
  return problem === undefined ? [] : [{ file: name, kind: 'icon', icon, problem }];
};

const jsonEntry = (name: string, value: unknown): Entry => ({
  name,
  content: Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`),
});
