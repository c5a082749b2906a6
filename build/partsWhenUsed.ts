import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Plugin } from 'esbuild';
import { nativeAsync } from './nativeAsync';

/** Written as TypeScript compiles modules; what they load has no effects of its own. A package that gets in here is a deliberate choice. */
const packages =
  /node_modules\/(?:botbuilder[\w-]*|botframework-[\w-]+|@azure\/[\w-]+)\/(?:lib|dist)\/.*\.js$/;

/**
 * The SDK's index files load all of it: prompts, skills, streaming, three ways to sign in. Here a part is loaded when it is first used,
 * which halves the time to start.
 */
export const partsWhenUsed: Plugin = {
  name: 'parts when used',
  setup: (build) => {
    build.onLoad({ filter: packages }, async ({ path }) => ({
      contents: nativeAsync(whenUsed(await readFile(path, 'utf8'), createRequire(path))),
    }));
  },
};

const whenUsed = (code: string, load: NodeJS.Require): string =>
  withoutImports(
    code.replace(/^__exportStar\(require\("([^"]+)"\), exports\);$/gm, (_, name: string) =>
      Object.keys(load(name))
        .filter((key) => key !== 'default')
        .map((key) => reExport(key, name))
        .join(''),
    ),
  );

/** `const core_1 = require("core")` becomes a load at each place that says `core_1`. */
const withoutImports = (code: string): string => {
  const imports = [...code.matchAll(/^(?:const|var) (\w+_\d+) = require\("([^"]+)"\);$/gm)];
  return imports.reduce((before, [line, name, from]) => {
    if (name === 'tslib_1') return before;
    return before
      .replace(line, '')
      .replaceAll(new RegExp(`\\b${name}\\b`, 'g'), `(require("${from}"))`);
  }, code);
};

/** A file's own export goes before one that it passes on. */
const reExport = (key: string, name: string): string =>
  `Object.hasOwn(exports, "${key}") || Object.defineProperty(exports, "${key}", { enumerable: true, get: () => require("${name}")["${key}"] });`;
