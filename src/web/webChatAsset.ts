import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../root';
import { type Bundle, builtBundle } from './builtBundle';
import { kept } from './packed';
import type { Responder } from './reply';

const installed = join(root, 'node_modules/botframework-webchat');

/** Before the first build: as its package has it, four times the size. */
const unbuilt = (): Bundle => ({
  path: `/vendor/webchat-${versionInstalled()}.js`,
  file: (packing) => (packing === 'identity' ? join(installed, 'dist/webchat.js') : undefined),
});

const versionInstalled = (): string => {
  try {
    const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    return String(version);
  } catch {
    return 'missing';
  }
};

const bundle = builtBundle('webchat') ?? unbuilt();

const respond: Responder = (request) =>
  kept(request, 'text/javascript; charset=utf-8', async (packing) => {
    const file = bundle.file(packing);
    return file === undefined ? undefined : readFile(file).catch(() => undefined);
  });

/** Four megabytes that a browser asks for once: read when asked for. */
export const webChatAsset = { path: bundle.path, respond };
