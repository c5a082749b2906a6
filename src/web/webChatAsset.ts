import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../root';
import { kept, type Packing } from './packed';
import type { Responder } from './reply';

const vendor = join(root, 'public/vendor');
const installed = join(root, 'node_modules/botframework-webchat');

interface Bundle {
  readonly path: string;
  readonly file: (packing: Packing) => string | undefined;
}

/** Web Chat as the build packed it. */
const built = (): Bundle | undefined => {
  const name = filesIn(vendor).find((file) => /^webchat-[\w.-]+\.js$/.test(file));
  if (name === undefined) return undefined;
  const ending = { identity: '', gzip: '.gz', br: '.br' };
  return {
    path: `/vendor/${name}`,
    file: (packing) => join(vendor, `${name}${ending[packing]}`),
  };
};

/** Before the first build: as its package has it, four times the size. */
const unbuilt = (): Bundle => ({
  path: `/vendor/webchat-${versionInstalled()}.js`,
  file: (packing) => (packing === 'identity' ? join(installed, 'dist/webchat.js') : undefined),
});

const filesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

const versionInstalled = (): string => {
  try {
    const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    return String(version);
  } catch {
    return 'missing';
  }
};

const bundle = built() ?? unbuilt();

const respond: Responder = (request) =>
  kept(request, 'text/javascript; charset=utf-8', async (packing) => {
    const file = bundle.file(packing);
    return file === undefined ? undefined : readFile(file).catch(() => undefined);
  });

/** Four megabytes that a browser asks for once: read when asked for. */
export const webChatAsset = { path: bundle.path, respond };
