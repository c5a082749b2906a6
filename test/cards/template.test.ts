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
