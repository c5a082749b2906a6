import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root';
import type { Packing } from './packed';

export interface Bundle {
  readonly path: string;
  readonly file: (packing: Packing) => string | undefined;
}

const vendor = join(root, 'public/vendor');

/** A bundle for the browser as the build packed it, by what its file's name begins with. */
export const builtBundle = (family: string): Bundle | undefined => {
  const name = filesIn(vendor).find(
    (file) => file.startsWith(`${family}-`) && /^[\w.-]+\.js$/.test(file),
  );
  if (name === undefined) return undefined;
  const ending = { identity: '', gzip: '.gz', br: '.br' };
  return {
    path: `/vendor/${name}`,
    file: (packing) => join(vendor, `${name}${ending[packing]}`),
  };
};

const filesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    // Before the first build there is no such folder.
    return [];
  }
};
