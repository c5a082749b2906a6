import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../config';
import { secretKeys } from '../../store/secretKeys';
import type { Texts } from '../../text/texts';
import type { Finding } from './finding';

/** Looks only: the first start makes the keys. */
export const checkKeys = async (
  { secretKeys: given, dataDir }: Config,
  { commands }: Texts,
): Promise<Finding> => {
  const t = commands.doctor.keys;
  if (given !== undefined) return { check: 'keys', state: 'ok', says: t.given(given.length) };
  const file = join(dataDir, 'secret-keys');
  const exists = await stat(file).then(
    () => true,
    () => false,
  );
  if (!exists) return { check: 'keys', state: 'note', says: t.none(file) };
  try {
    await secretKeys(dataDir);
    return { check: 'keys', state: 'ok', says: t.kept(file) };
  } catch {
    return { check: 'keys', state: 'failed', says: t.unusable(file) };
  }
};
