import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The project's folder: the nearest one above this file that holds `package.json`.
 * The same whether this runs from `src` or, bundled, from `dist`; what is read at run time (`public`, `samples`) stays beside it.
 */
export const root: string = folderWithPackage(__dirname);

function folderWithPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder)
    throw new Error('package.json was not found above the code: keep the two together');
  return folderWithPackage(above);
}
