import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { variables } from '../../src/config';
import { root } from '../../src/root';
import { templateIn } from './template';

const text = readFileSync(join(root, 'docs/operations.md'), 'utf8');

const section = (heading: string): string =>
  new RegExp(`^## ${heading}\n(.*?)(?=^## |(?![^]))`, 'ms').exec(text)?.[1] ?? '';

test('every variable that the product reads is explained, and no other', () => {
  const rows = section('Variables')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) =>
    [...(row.split(' | ')[0] ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
  );
  expect([...named].sort()).toEqual([...variables].sort());
});

test('every alert says what to do', () => {
  const { variables: v, resources } = templateIn('alerts.json');
  const rules: readonly { readonly name: string }[] = Object(v.rules);
  const metric = resources.filter(({ type }) => type === 'Microsoft.Insights/metricAlerts');
  const names = [
    ...rules.map(({ name }) => name),
    ...metric.map(({ name }) => /'-([a-z-]+)'/.exec(String(name))?.[1]),
  ];
  const explained = [...section('Alerts').matchAll(/^### (\S+)$/gm)].map(([, name]) => name);
  expect(explained).toEqual(names);
});

test('every secret of the vault is named where keys are rotated', () => {
  const secrets = templateIn('main.json')
    .resources.filter(({ type }) => type === 'Microsoft.KeyVault/vaults/secrets')
    .map(({ name }) => /'\/([\w-]+)'/.exec(String(name))?.[1]);
  expect(secrets.filter((name) => !section('Rotating keys').includes(`\`${name}\``))).toEqual([]);
});

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(root, 'src', file), 'utf8'));

test('the events it speaks of are logged', () => {
  const events = [...section('Alerts').matchAll(/`([a-z]\w*\.[a-z]\w+)`/gi)].map(
    ([, event = '']) => event,
  );
  expect(events.length).toBeGreaterThan(6);
  expect(events.filter((event) => !sources.some((code) => code.includes(`'${event}'`)))).toEqual(
    [],
  );
});

test('its links lead somewhere', () => {
  const slugs = (markdown: string) =>
    [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  const lost = links.filter((link) => {
    const [path = '', anchor] = link.split('#');
    const file = path === '' ? join(root, 'docs/operations.md') : join(root, 'docs', path);
    if (!existsSync(file)) return true;
    const target = existsSync(join(file, 'README.md')) ? join(file, 'README.md') : file;
    return anchor !== undefined && !slugs(readFileSync(target, 'utf8')).includes(anchor);
  });
  expect(lost).toEqual([]);
});
