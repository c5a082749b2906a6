import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { putPacked } from './putPacked';

interface Where {
  /** The installed package. */
  readonly from: string;
  /** The folder of all bundles. */
  readonly to: string;
}

/** Puts Web Chat's bundle where browsers get it from. `missing`: the package is not there. */
export const packWebChat = async ({
  from,
  to,
}: Where): Promise<'packed' | 'already' | 'missing'> => {
  const content = await readFile(join(from, 'dist/webchat.js')).catch(() => undefined);
  if (content === undefined) return 'missing';
  const { version } = JSON.parse(await readFile(join(from, 'package.json'), 'utf8'));
  return putPacked({ family: 'webchat', version, content, to });
};
