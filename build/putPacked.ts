import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

interface Bundle {
  /** What its file's name begins with; no other bundle's does. */
  readonly family: string;
  readonly version: string;
  readonly content: Uint8Array;
  /** The folder of all bundles. */
  readonly to: string;
}

/**
 * Puts a bundle for the browser beside its packed forms, under a name that says version and content, in the place of an
 * older one. Packing takes its time, so it is done once for each content.
 */
export const putPacked = async ({
  family,
  version,
  content,
  to,
}: Bundle): Promise<'packed' | 'already'> => {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const name = `${family}-${version}-${hash}.js`;
  const wanted = [name, `${name}.br`, `${name}.gz`];

  await mkdir(to, { recursive: true });
  const there = await readdir(to);
  const others = there.filter((file) => !wanted.includes(file) && file.startsWith(`${family}-`));
  if (wanted.every((file) => there.includes(file)) && others.length === 0) return 'already';
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, { params: brotliParams(content.length) }),
    promisify(gzip)(content, { level: 9 }),
  ]);
  // The plain one last: where it is, the others are.
  await put(join(to, `${name}.br`), br);
  await put(join(to, `${name}.gz`), gz);
  await put(join(to, name), content);
  for (const file of others) await rm(join(to, file), { force: true });
  return 'packed';
};

const brotliParams = (size: number) => ({
  [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  [constants.BROTLI_PARAM_SIZE_HINT]: size,
});

/** Whole or not at all, also with two builds at once. */
const put = async (file: string, content: Uint8Array): Promise<void> => {
  const draft = join(dirname(file), `.draft-${process.pid}-${basename(file)}`);
  await writeFile(draft, content);
  await rename(draft, file);
};
