import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The keys of a folder in the form of `SECRET_KEYS`, one of 256 bits being made the first time. */
export const secretKeys = async (folder: string): Promise<readonly string[]> => {
  const file = join(folder, 'secret-keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const kept = (await read(file)) ?? (await create(file));
  const keys = kept.split(/[\s,]+/).filter((key) => key !== '');
  if (keys.length === 0 || keys.some((key) => key.length < 32)) {
    throw new Error(`${file} has to hold keys of 32 characters or more: restore it from a copy`);
  }
  return keys;
};

const read = async (file: string): Promise<string | undefined> => {
  try {
    const kept = await readFile(file, 'utf8');
    await chmod(file, 0o600);
    return kept;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/** Complete or not at all, and never in the place of another: two processes may start at once. */
const create = async (file: string): Promise<string> => {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, {
    mode: 0o600,
    flush: true,
  });
  try {
    await link(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return await readFile(file, 'utf8');
};

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
