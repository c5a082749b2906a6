import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../src/root';

const rules = readFileSync(join(root, '.dockerignore'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** May the Dockerfile copy this path of the project? The last line of `.dockerignore` that speaks of it decides. */
export const isInContext = (path: string): boolean => {
  const last = rules.findLast((rule) => {
    const what = rule.replace(/^!/, '');
    return what === '*' || path === what || path.startsWith(`${what}/`);
  });
  return last === undefined || last.startsWith('!');
};
