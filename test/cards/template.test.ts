import { template } from '../../cards/template';

const fill = template<{ value: unknown; rows: readonly { row: string }[] }>({
  type: 'AdaptiveCard',
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: the templates' own language
  body: [
    { type: 'Input.Text', id: 'serial', value: '${value}' },
    { type: 'TextBlock', $data: '${rows}', text: '${row}' },
  ],
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: the templates' own language
});

test.each([
  ['', { type: 'Input.Text', id: 'serial' }],
  ['GNX', { type: 'Input.Text', id: 'serial', value: 'GNX' }],
  [false, { type: 'Input.Text', id: 'serial', value: false }],
  [0, { type: 'Input.Text', id: 'serial', value: 0 }],
])('fills %j in as %j', (value, input) => {
  expect(fill({ value, rows: [] }).content).toEqual({ type: 'AdaptiveCard', body: [input] });
});

test.each([
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: the templates' own language
  ['${concat(a, b)}', /not understood/],
  ['a ${name}', /not understood/],
  ['${name}', /no name/],
  ['${t.name}', /no t.name/],
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: the templates' own language
])('refuses to leave %j on a card', (text, reason) => {
  expect(() => template({ type: 'TextBlock', text })({})).toThrow(reason);
});

test('shares what is the same on every card, and nobody can change it', () => {
  const [one, other] = ['a', 'b'].map((value) => {
    const { body }: { readonly body?: readonly object[] } = fill({ value, rows: [] }).content;
    return body;
  });
  const fixed = template({ body: [{ type: 'TextBlock', text: 'a' }] });
  expect(fixed({}).content).toBe(fixed({}).content);
  expect(Object.isFrozen(fixed({}).content.body)).toBe(true);
  expect(one?.[0]).not.toBe(other?.[0]);
});

test.each([
  [[], []],
  [[{ row: 'a' }], [{ type: 'TextBlock', text: 'a' }]],
  [
    [{ row: 'a' }, { row: 'b' }],
    [
      { type: 'TextBlock', text: 'a' },
      { type: 'TextBlock', text: 'b' },
    ],
  ],
])('repeats a part for each of %j', (rows, blocks) => {
  expect(fill({ value: '', rows }).content).toMatchObject({
    body: [{ id: 'serial' }, ...blocks],
  });
});
