import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandIn, pairsIn, stages } from '../../build/dockerfile';
import { isInContext } from '../../build/isInContext';
import { variables } from '../../src/config';
import { root } from '../../src/root';

const all = stages();
const last = all.at(-1);
const steps = last?.steps ?? [];
const one = (does: string) => steps.filter((step) => step.does === does).map(({ rest }) => rest);

describe('the Dockerfile', () => {
  test('builds in one stage and runs in another, from images with a fixed version', () => {
    expect(all).toHaveLength(2);
    for (const { image } of all) expect(image).toMatch(/^[\w./-]+:\d[\w.-]*$/);
  });

  test('runs as somebody without rights, once everything is copied', () => {
    expect(one('USER')).toEqual(['node']);
    const order = steps.map(({ does }) => does);
    expect(order.indexOf('USER')).toBeGreaterThan(order.lastIndexOf('COPY'));
  });

  test('installs from the lock, and runs nothing in the last stage', () => {
    const runs = all[0]?.steps.filter(({ does }) => does === 'RUN').map(({ rest }) => rest);
    expect(runs?.[0]).toMatch(/^npm ci\b/);
    expect(one('RUN')).toEqual([]);
  });

  test('starts what the build made, with no shell in between, and looks after its health', () => {
    expect(one('CMD').map(commandIn)).toEqual([['node', 'dist/index.js']]);
    expect(one('HEALTHCHECK').map(commandIn)).toEqual([['node', '-e', expect.any(String)]]);
  });

  test('sets only variables that the product reads', () => {
    const names = one('ENV').flatMap((rest) => Object.keys(pairsIn(rest)));
    expect(names.filter((name) => !variables.includes(name))).toEqual([]);
    expect(names).toContain('NODE_ENV');
  });

  test('copies from the project only what is there and in its context', () => {
    const copied = all.flatMap(({ steps: [...each] }) =>
      each
        .filter(({ does, flags }) => does === 'COPY' && flags.from === undefined)
        .flatMap(({ rest }) => rest.split(' ').slice(0, -1)),
    );
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(copied.filter((path) => !isInContext(path))).toEqual([]);
  });

  test('gives the last stage what is read at run time', () => {
    const copied = one('COPY').map((rest) => rest.split(' ')[0]);
    expect(copied).toEqual(
      expect.arrayContaining(
        ['package.json', 'node_modules', 'public', 'samples', 'dist'].map((path) => `/app/${path}`),
      ),
    );
  });
});

test.each([
  ['.env', false],
  ['.git/config', false],
  ['data/secret-keys', false],
  ['node_modules/pino/package.json', false],
  ['dist/bundle.js', false],
  ['public/vendor/webchat.js', false],
  ['public/site.css', true],
  ['src/index.ts', true],
])('%s is in the context: %s', (path, is) => {
  expect(isInContext(path)).toBe(is);
});

describe('compose.yaml', () => {
  const text = readFileSync(join(root, 'compose.yaml'), 'utf8');

  test('runs the assistant on a read-only root without privileges', () => {
    expect(text).toMatch(/^ {4}read_only: true$/m);
    expect(text).toMatch(/^ {4}cap_drop: \[ALL\]$/m);
    expect(text).toContain('no-new-privileges:true');
  });

  test('names images with a version, and opens a port on this machine only', () => {
    const images = [...text.matchAll(/^ {4}image: (.+)$/gm)].map(([, image]) => image);
    expect(images).toEqual([expect.stringMatching(/:\d[\w.]*$/)]);
    const ports = [...text.matchAll(/^ {6}- (\S*:\d+:\d+)$/gm)].map(([, port]) => port);
    expect(ports).toEqual(['127.0.0.1:3978:3978']);
  });

  test('sets only variables that the product reads', () => {
    const block = /^ {4}environment:\n((?: {6}.+\n)+)/m.exec(text)?.[1] ?? '';
    const names = [...block.matchAll(/^ {6}(\w+):/gm)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => !variables.includes(name))).toEqual([]);
  });
});
