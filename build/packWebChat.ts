import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

interface Where {
  /** The installed package. */
  readonly from: string;
  /** Holds nothing but what this makes. */
  readonly to: string;
}

/**
 * Copies Web Chat's bundle beside its packed forms, under a name that says version and content. Packing takes ten seconds,
 * so it is done once for each content. `missing`: the package is not there.
 */
export const packWebChat = async ({
  from,
  to,
}: Where): Promise<'packed' | 'already' | 'missing'> => {
  const bundle = await readFile(join(from, 'dist/webchat.js')).catch(() => undefined);
  if (bundle === undefined) return 'missing';
  const { version } = JSON.parse(await readFile(join(from, 'package.json'), 'utf8'));
  const hash = createHash('sha256').update(bundle).digest('hex').slice(0, 12);
  const name = `webchat-${version}-${hash}.js`;
  const wanted = [name, `${name}.br`, `${name}.gz`];

  await mkdir(to, { recursive: true });
  const there = await readdir(to);
  const others = there.filter((file) => !wanted.includes(file) && /^webchat-/.test(file));
  if (wanted.every((file) => there.includes(file)) && others.length === 0) return 'already';
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bundle, { params: brotliParams(bundle.length) }),
    promisify(gzip)(bundle, { level: 9 }),
  ]);
  // The plain one last: where it is, the others are.
  await put(join(to, `${name}.br`), br);
  await put(join(to, `${name}.gz`), gz);
  await put(join(to, name), bundle);
  for (const file of others) await rm(join(to, file), { force: true });
  return 'packed';
};

const brotliParams = (size: number) => ({
  [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  [constants.BROTLI_PARAM_SIZE_HINT]: size,
});

/** Whole or not at all, also with two builds at once. */
const put = async (file: string, content: Buffer): Promise<void> => {
  const draft = join(dirname(file), `.draft-${process.pid}-${basename(file)}`);
  await writeFile(draft, content);
  await rename(draft, file);
};
