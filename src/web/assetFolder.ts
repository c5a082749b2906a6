import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root';
import { kept, packedWhenAsked } from './packed';
import type { Responder } from './reply';

export interface AssetFolder {
  readonly addressOf: (name: string) => string;
  /** Every address with what answers it, for GET and HEAD. */
  readonly routes: readonly (readonly [string, Responder])[];
}

/**
 * The scripts and styles of a folder in `public`, for browsers to keep. Scripts import each other by relative names, so the
 * folder's address carries the fingerprint, of all of them together.
 */
export const assetFolder = (folder: string): AssetFolder => {
  const files = readdirSync(join(root, 'public', folder))
    .filter((name) => extension(name) in types)
    .sort()
    .map((name) => ({ name, body: readFileSync(join(root, 'public', folder, name)) }));
  const fingerprint = files
    .reduce((hash, { name, body }) => hash.update(name).update(body), createHash('sha256'))
    .digest('hex')
    .slice(0, 12);
  const addressOf = (name: string) => `/${folder}/${fingerprint}/${name}`;
  return {
    addressOf,
    routes: files.map(({ name, body }) => {
      const type = types[extension(name)] ?? '';
      const packed = packedWhenAsked(body);
      return [addressOf(name), (request) => kept(request, type, packed)];
    }),
  };
};

const types: Readonly<Record<string, string>> = {
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

const extension = (name: string): string => name.slice(name.lastIndexOf('.'));
