import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../src/root';
import { putPacked } from './putPacked';

/** Bundles what the tab in Teams uses of Microsoft's library, a sixth of it, as a module of its own. */
export const packTeamsJs = async ({
  to,
}: {
  readonly to: string;
}): Promise<'packed' | 'already'> => {
  const { outputFiles } = await build({
    stdin: { contents: "export { app } from '@microsoft/teams-js';", resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'inline',
    write: false,
  });
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error('esbuild made nothing of @microsoft/teams-js');
  const about = join(root, 'node_modules/@microsoft/teams-js/package.json');
  const { version } = JSON.parse(await readFile(about, 'utf8'));
  return putPacked({ family: 'teams-js', version, content: bundle.contents, to });
};
