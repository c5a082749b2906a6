import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lookAlikes } from '../../src/domain/lookAlikes';
import {
  type ImportRequest,
  makeImportMachines,
  type RefusedRow,
} from '../../src/services/importMachines';
import { aStage, type Stage } from '../support/stores';

let stage: Stage;
beforeEach(async () => {
  stage = await aStage();
});

const header = 'serial,model,customer_number,customer_name,site_city,partner';
const row = (serial: string, model = 'AltaLink C8155', rest = '7001,Exemple inc.,Laval,') =>
  `${serial},${model},${rest}`;

async function* inPieces(content: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < content.length; from += size) yield content.subarray(from, from + size);
}

const importing = async (
  content: string | Uint8Array,
  options: Partial<ImportRequest> & { readonly pieces?: number } = {},
) => {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const refused: RefusedRow[] = [];
  const imported = await makeImportMachines(stage.store)({
    open: () => inPieces(bytes, options.pieces ?? 65_536),
    onRefused: (refusedRow) => refused.push(refusedRow),
    ...options,
  });
  return { imported, refused };
};

const kept = () => stage.store.machines.find({}, { sort: { _id: 1 } });
const counts = (read: number, added: number, changed: number, unchanged: number) => ({
  kind: 'imported',
  read,
  added,
  changed,
  unchanged,
  refused: read - added - changed - unchanged,
});

it('adds the machines of a list, and nothing the second time', async () => {
  const list = [
    header,
    row('GNX130001'),
    row('RPC453072', 'VersaLink B405', '7,Ex,Lévis,Pat inc.'),
  ];
  const first = await importing(list.join('\n'));
  expect(first).toEqual({ imported: counts(2, 2, 0, 0), refused: [] });
  const second = await importing(list.join('\n'));
  expect(second.imported).toEqual(counts(2, 0, 0, 2));
  expect(await kept()).toEqual([
    {
      _id: 'GNX130001',
      bare: 'GNX130001',
      model: 'AltaLink C8155',
      customerNumber: '7001',
      customerName: 'Exemple inc.',
      siteCity: 'Laval',
    },
    {
      _id: 'RPC453072',
      bare: 'RPC453072',
      model: 'VersaLink B405',
      customerNumber: '7',
      customerName: 'Ex',
      siteCity: 'Lévis',
      partner: 'Pat inc.',
    },
  ]);
});

it('changes what is different, takes away a partner that is gone, and leaves machines that are not in the list', async () => {
  await importing([header, row('A1001', 'M', '7,Ex,Lévis,Pat'), row('A1002')].join('\n'));
  const { imported } = await importing([header, row('A1001', 'N', '7,Ex,Lévis,')].join('\n'));
  expect(imported).toEqual(counts(1, 0, 1, 0));
  const [first, second] = await kept();
  expect(first).toEqual({
    _id: 'A1001',
    bare: 'A1001',
    model: 'N',
    customerNumber: '7',
    customerName: 'Ex',
    siteCity: 'Lévis',
  });
  expect(second?._id).toBe('A1002');
});

it('changes nothing in a dry run and counts as if it had', async () => {
  await importing([header, row('A1001')].join('\n'));
  const before = await kept();
  const list = [header, row('A1001', 'New'), row('A1002')].join('\n');
  expect((await importing(list, { dryRun: true })).imported).toEqual(counts(2, 1, 1, 0));
  expect(await kept()).toEqual(before);
});

const one = 'A1001';
test.each([
  ['commas', `${header}\n${row(one)}\n`],
  ['semicolons', `${header}\n${row(one)}\n`.replaceAll(',', ';')],
  ['a byte order mark', `\ufeff${header}\n${row(one)}\n`],
  ['Windows line ends', `${header}\r\n${row(one)}\r\n`],
  ['old Macintosh line ends', `${header}\r${row(one)}\r`],
  ['no last line end', `${header}\n${row(one)}`],
  [
    'a header in capitals, with blanks',
    `${header.toUpperCase().replaceAll(',', ' , ')}\n${row(one)}`,
  ],
  ['quotation marks', `"${header.replaceAll(',', '","')}"\n"${row(one).replaceAll(',', '","')}"`],
  [
    'columns in another order',
    `model,serial,partner,site_city,customer_name,customer_number\nAltaLink C8155,${one},,Laval,Exemple inc.,7001`,
  ],
  ['more columns', `note,${header}\nx,${row(one)}`],
  ['blank lines and rows of nothing', `\n${header}\n\n${row(one)}\n,,,,,\n   \n`],
  ['a serial number in small letters with blanks', `${header}\n${row(' a 1001 ')}`],
])('reads a list with %s', async (_, content) => {
  const { imported } = await importing(content, { pieces: 7 });
  expect(imported).toEqual(counts(1, 1, 0, 0));
  expect(await kept()).toEqual([
    {
      _id: one,
      bare: one,
      model: 'AltaLink C8155',
      customerNumber: '7001',
      customerName: 'Exemple inc.',
      siteCity: 'Laval',
    },
  ]);
});

it('keeps delimiters and accents within quotation marks, wherever the pieces of the file end', async () => {
  const name = 'Été, "Noël" & 李 inc.';
  const content = `${header}\n${one},M,7,"${name.replaceAll('"', '""')}",Lévis,\n`;
  for (const pieces of [1, 2, 3, 1_000]) {
    await importing(content, { pieces });
    expect((await kept()).map(({ customerName }) => customerName)).toEqual([name]);
  }
});

it('keeps the separators of the list', async () => {
  await importing([header, row('hft-13689')].join('\n'));
  expect((await kept())[0]).toMatchObject({ _id: 'HFT-13689', bare: 'HFT13689' });
});

test.each([
  ['no serial number', row(''), { kind: 'missing', column: 'serial' }],
  ['no model', row('A1002', ' '), { kind: 'missing', column: 'model' }],
  ['a serial number without a digit', row('ABCDEF'), { kind: 'serialForm' }],
  ['a serial number that is too short', row('A12'), { kind: 'serialForm' }],
  ['a serial number with an accent', row('É12345'), { kind: 'serialForm' }],
  ['a serial number with a formula', row('=A1+2345'), { kind: 'serialForm' }],
  ['a serial number with separators at its end', row('A1234-'), { kind: 'serialForm' }],
  [
    'a serial number that is too long',
    row('A12345678901234567890'),
    { kind: 'tooLong', column: 'serial', max: 20 },
  ],
  [
    'a model that is too long',
    row('A1002', 'x'.repeat(81)),
    { kind: 'tooLong', column: 'model', max: 80 },
  ],
  ['a control character', row('A1002', 'a\u0007b'), { kind: 'controlCharacters', column: 'model' }],
  [
    'writing turned round',
    row('A1002', 'a\u202eb'),
    { kind: 'controlCharacters', column: 'model' },
  ],
  ['a cell too many', `${row('A1002')},x`, { kind: 'columnCount', expected: 6, found: 7 }],
  ['cells missing', 'A1002,M', { kind: 'columnCount', expected: 6, found: 2 }],
  ['a quotation mark that is not closed', 'A1002,"M,1,2,3,', { kind: 'unreadable' }],
  ['a line without end', row('A1002', 'x'.repeat(5_000)), { kind: 'unreadable' }],
  [
    'a serial number that came before, with other content',
    row('A1001', 'Other'),
    { kind: 'duplicate', firstLine: 2 },
  ],
  [
    'a serial number that came before, with other separators',
    row('A-1001'),
    { kind: 'duplicate', firstLine: 2 },
  ],
  [
    'a serial number that the store writes otherwise',
    row('ZZ900'),
    { kind: 'otherWriting', serial: 'ZZ-900' },
  ],
])('refuses a row with %s and keeps the others', async (_, content, problem) => {
  await importing([header, row('ZZ-900')].join('\n'));
  const list = [header, row('A1001'), '', content, row('A1003')].join('\n');
  const { imported, refused } = await importing(list);
  expect(refused).toEqual([{ line: 4, problem }]);
  expect(imported).toEqual(counts(3, 2, 0, 0));
});

it('counts a row that comes twice as unchanged', async () => {
  const { imported, refused } = await importing([header, row(one), row(one)].join('\n'));
  expect(imported).toEqual(counts(2, 1, 0, 1));
  expect(refused).toEqual([]);
});

test.each([
  ['is empty', '', { kind: 'empty' }],
  ['is blank', '\n\n  \n', { kind: 'empty' }],
  [
    'lacks columns',
    'serial,model,customer_number,customer_name,site_city\n',
    { kind: 'columnsMissing', columns: ['partner'] },
  ],
  ['has another header', 'nope\n', expect.objectContaining({ kind: 'columnsMissing' })],
  [
    'is in Windows-1252',
    Buffer.from(`${header}\n${row(one, 'Él\u00e9')}`, 'latin1'),
    { kind: 'notUtf8' },
  ],
  ['is in UTF-16', Buffer.from(`\ufeff${header}\n${row(one)}`, 'utf16le'), { kind: 'notUtf8' }],
  [
    'ends within a character',
    Buffer.concat([Buffer.from(`${header}\n${row(one)}`), Buffer.from([0xc3])]),
    { kind: 'notUtf8' },
  ],
])('refuses a file that %s and imports nothing of it', async (_, content, problem) => {
  expect((await importing(content)).imported).toEqual(problem);
  expect(await kept()).toEqual([]);
});

it('tells how far it is', async () => {
  const progress: number[] = [];
  const rows = Array.from({ length: 2_500 }, (_, n) => row(`A${10_000 + n}`));
  await importing([header, ...rows].join('\n'), { onProgress: (read) => progress.push(read) });
  expect(progress).toEqual([1_000, 2_000, 2_500]);
});

describe('the sample list', () => {
  const sample = () => readFile(join(__dirname, '../../samples/machines.csv'));

  it('has fifty machines, eight of them from a partner', async () => {
    expect((await importing(await sample())).imported).toEqual(counts(50, 50, 0, 0));
    expect(await stage.store.machines.count({ partner: { $exists: true } })).toBe(8);
  });

  it('has no two serial numbers that look alike', async () => {
    await importing(await sample());
    const serials = (await kept()).map(({ _id }) => _id);
    const alike = serials.filter((serial) =>
      lookAlikes(serial).some((other) => serials.includes(other)),
    );
    expect(alike).toEqual([]);
    expect(serials.every((serial) => /^[A-Z0-9]{3}[0-9]{6}$/.test(serial))).toBe(true);
  });
});
