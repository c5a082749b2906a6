import { readFile } from 'node:fs/promises';
import { assetFolder } from './assetFolder';
import { builtBundle } from './builtBundle';
import { kept } from './packed';
import type { Responder } from './reply';

export interface TeamsAssets {
  /** Our own part, small. */
  readonly script: string;
  /** Microsoft's library, loaded inside Teams only; `undefined` before the first build. */
  readonly library: string | undefined;
  readonly routes: readonly (readonly [string, Responder])[];
}

/** What the browser loads for the tab in Teams, as the build has left it. */
export const teamsAssets = (): TeamsAssets => {
  const { addressOf, routes } = assetFolder('teams');
  const library = builtBundle('teams-js');
  const respond: Responder = (request) =>
    kept(request, 'text/javascript; charset=utf-8', async (packing) => {
      const file = library?.file(packing);
      return file === undefined ? undefined : readFile(file).catch(() => undefined);
    });
  return {
    script: addressOf('tab.mjs'),
    library: library?.path,
    routes: [...routes, ...(library === undefined ? [] : [[library.path, respond] as const])],
  };
};
