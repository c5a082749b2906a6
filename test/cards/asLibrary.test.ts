import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'adaptivecards-templating';
import fc from 'fast-check';
import { template } from '../../cards/template';
import { root } from '../../src/root';

const folder = join(root, 'cards');
const payloads = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8'))] as const);

interface View {
  [name: string]: fc.Arbitrary<unknown> | View;
}

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a person typed, not a template
  fc.constantFrom('', ' ', '${at}', '{{x}}', '"', 'text'),
  fc.nat(),
  fc.boolean(),
  fc.array(fc.record({ title: fc.constantFrom('a', 'b') }), { maxLength: 2 }),
);

const put = (view: View, names: readonly string[], value: fc.Arbitrary<unknown>): void => {
  const [name = '', ...rest] = names;
  if (rest.length === 0) {
    view[name] ??= value;
    return;
  }
  const inner = (view[name] ?? {}) as View;
  view[name] = inner;
  put(inner, rest, value);
};

/** Puts into the view whatever a template's part says, so that any card may come of it. */
const grow = (node: unknown, top: View, view: View): void => {
  if (Array.isArray(node)) for (const one of node) grow(one, top, view);
  if (typeof node === 'string') bind(node, top, view, word);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  const { $data, $when, ...parts }: Record<string, unknown> = { ...node };
  const row: View = $data === undefined ? view : {};
  if ($when !== undefined) bind(String($when), top, row, conditionFor(String($when)));
  for (const part of Object.values(parts)) grow(part, top, row);
  if ($data !== undefined) bind(String($data), top, view, fc.array(made(row), { maxLength: 3 }));
};

const conditionFor = (condition: string) => {
  const compared = / == '(\w+)'/.exec(condition)?.[1];
  if (compared !== undefined) return fc.constantFrom('', compared, 'other');
  return condition.includes('!=') ? fc.constantFrom('', ' ', 'x') : fc.boolean();
};

const bind = (text: string, top: View, view: View, value: fc.Arbitrary<unknown>): void => {
  const [, fromTop, path] = /\$\{(\$root\.)?([\w.]+)/.exec(text) ?? [];
  if (path !== undefined) put(fromTop === undefined ? view : top, path.split('.'), value);
};

const isArbitrary = (value: View[string]): value is fc.Arbitrary<unknown> =>
  'generate' in value && typeof value.generate === 'function';

const made = (view: View): fc.Arbitrary<object> =>
  fc.record(
    Object.fromEntries(
      Object.entries(view).map(([name, value]) => [name, isArbitrary(value) ? value : made(value)]),
    ),
  );

const viewFor = (payload: object): fc.Arbitrary<object> => {
  const view: View = {};
  grow(payload, view, view);
  return made(view);
};

const withoutBlanks = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(withoutBlanks);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([name, value]) =>
      value === '' ? [] : [[name, withoutBlanks(value)]],
    ),
  );
};

test.each(payloads)('%s is filled as the library fills it', (_name, payload) => {
  const fill = template(payload);
  const library = new Template(payload);
  fc.assert(
    fc.property(viewFor(payload), (view) => {
      const expected = withoutBlanks(library.expand({ $root: view }));
      expect(JSON.stringify(fill(view).content)).toBe(JSON.stringify(expected));
    }),
    { numRuns: 60 },
  );
});
