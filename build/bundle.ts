import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../src/root';
import { oneCopy } from './oneCopy';
import { partsWhenUsed } from './partsWhenUsed';

/** Stays in node_modules: native code, files that are read as such, and what is loaded only where it is switched on or never. */
const outside = [
  '@node-rs/argon2',
  '@picocss/pico/css/pico.min.css',
  'dtrace-provider',
  '@microsoft/recognizers-*',
  '@opentelemetry/*',
];

/** Everything that runs in production, in one file with its source map, and a starter for each program. */
export const bundle = async (): Promise<void> => {
  const to = join(root, 'dist');
  await rm(to, { recursive: true, force: true });
  await mkdir(to);
  await bundleOne(join(root, 'build/programs.cjs'), join(to, 'bundle.js'));
  await copyFile(join(root, 'build/launch.cjs'), join(to, 'launch.js'));
  for (const program of ['index', 'cli', 'talk']) {
    await writeFile(join(to, `${program}.js`), `require('./launch.js').launch('${program}');\n`);
  }
};

/** A program with all that it loads, in one file. */
export const bundleOne = async (entry: string, outfile: string): Promise<void> => {
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    // As they are written: made from a string they would be compiled at each use.
    supported: { 'regexp-unicode-property-escapes': true },
    format: 'cjs',
    external: outside,
    plugins: [partsWhenUsed, oneCopy],
    // Names and lines stay, for stack traces.
    minifySyntax: true,
    legalComments: 'none',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  });
  await writeFile(outfile, ascii(await readFile(outfile, 'utf8')));
};

/** V8 keeps ASCII in half the memory. What esbuild leaves as it is stands in regular expressions. */
const ascii = (code: string): string =>
  code.replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
