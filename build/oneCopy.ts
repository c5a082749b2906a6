import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from 'esbuild';

const asked = Symbol('asked');

/** A package that was installed in several places in the same version is bundled, read and compiled once. */
export const oneCopy: Plugin = {
  name: 'one copy',
  setup: (build) => {
    const places = new Map<string, string>();
    build.onResolve({ filter: /^[^./]/ }, async (wanted) => {
      const found = await resolved(build, wanted);
      const [, folder, name, rest = ''] =
        /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\/(.*)$/.exec(found?.path ?? '') ?? [];
      if (found === undefined || folder === undefined) return found;
      const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const place = places.get(`${name}@${version}`) ?? folder;
      places.set(`${name}@${version}`, place);
      return { ...found, path: join(place, rest) };
    });
  },
};

/** As without us. `undefined`: that is not for us to say, an optional package may be missing. */
const resolved = async (
  build: PluginBuild,
  { path, pluginData, kind, resolveDir, importer }: OnResolveArgs,
): Promise<OnResolveResult | undefined> => {
  if (pluginData === asked) return undefined;
  const { errors, ...found } = await build.resolve(path, {
    kind,
    resolveDir,
    importer,
    pluginData: asked,
  });
  return errors.length > 0 ? undefined : found;
};
