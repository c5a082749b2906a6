import fc from 'fast-check';
import { serialIn } from '../../../src/domain/recognise/serial';

const french = [
  ['GNX130001', 'GNX130001'],
  ['gnx130001', 'GNX130001'],
  ['GNX 130001', 'GNX130001'],
  ['GNX 130 001', 'GNX130001'],
  ['gnx 130 001', 'GNX130001'],
  ['GNX-130001', 'GNX130001'],
  ['GNX-130-001', 'GNX130001'],
  ['gnx.130.001', 'GNX130001'],
  ['GNX/130001', 'GNX130001'],
  ['GNX_130001', 'GNX130001'],
  ['G N X 1 3 0 0 0 1', 'GNX130001'],
  ['S/N GNX130001', 'GNX130001'],
  ['SN: GNX130001', 'GNX130001'],
  ['n° de série GNX130001', 'GNX130001'],
  ['no de série : GNX 130 001', 'GNX130001'],
  ['No. de série GNX130001', 'GNX130001'],
  ['numéro de série\u00a0: RPC453072', 'RPC453072'],
  ['le numéro de série est GNX130001', 'GNX130001'],
  ['numéro de série de ma machine : GNX130001', 'GNX130001'],
  ['série GNX130001', 'GNX130001'],
  ['série no GNX130001', 'GNX130001'],
  ['# GNX130001', 'GNX130001'],
  ["c'est le GNX130001", 'GNX130001'],
  ["c'est GNX 130 001 je crois", 'GNX130001'],
  ['GNX130001 svp', 'GNX130001'],
  ['ma machine est la GNX 130 001', 'GNX130001'],
  ['mon imprimante est GNX130001', 'GNX130001'],
  ['machine GNX130001', 'GNX130001'],
  ["sur l'étiquette je lis GNX 130001", 'GNX130001'],
  ['gnx 130 001 dans le bureau 12', 'GNX130001'],
  ['non, plutôt GNX130001', 'GNX130001'],
  ['pas RPC453072 mais GNX130001', 'GNX130001'],
  ['RPC453072, non plutôt GNX130001', 'GNX130001'],
  ['GNX130001 et pas RPC453072', 'GNX130001'],
  ['GNX130001 au lieu de RPC453072', 'GNX130001'],
  ['GNX130001, GNX 130 001', 'GNX130001'],
  ['АВС130001', 'ABC130001'],
  ['ＧＮＸ１３０００１', 'GNX130001'],
  ['G\u200bNX\u00ad130001', 'GNX130001'],
  ['GNX\u2011130001', 'GNX130001'],
  ['«\u00a0GNX130001\u00a0»', 'GNX130001'],
  ['7WB130001', '7WB130001'],
  ['130001', '130001'],
  ["c'est 130001", '130001'],
  ['GNX13OOO1', 'GNX13OOO1'],
  ["je m'appelle Jane Tremblay, machine GNX130001", 'GNX130001'],
] as const;

const english = [
  ['the serial is X12377889', 'X12377889'],
  ['serial number is RPC453072', 'RPC453072'],
  ['serial number: RPC 453 072', 'RPC453072'],
  ['serial no. RPC453072', 'RPC453072'],
  ['Serial#GNX130001', 'GNX130001'],
  ['serial # GNX130001', 'GNX130001'],
  ['S/N: GNX-130001', 'GNX130001'],
  ['s/n gnx130001', 'GNX130001'],
  ['S.N. GNX130001', 'GNX130001'],
  ['sn GNX130001', 'GNX130001'],
  ['my serial number is GNX130001', 'GNX130001'],
  ['the serial number of my printer is GNX130001', 'GNX130001'],
  ['serial number 7WB130001', '7WB130001'],
  ['7WB 130 001', '7WB130001'],
  ['B 8 X 1 2 3 4 5 6', 'B8X123456'],
  ['HFT-13689', 'HFT13689'],
  ['hft 13689', 'HFT13689'],
  ['X12377889', 'X12377889'],
  ['x-12377889', 'X12377889'],
  ['X 12377889', 'X12377889'],
  ['machine HFT-13689', 'HFT13689'],
  ['my printer is GNX130001', 'GNX130001'],
  ['my device: GNX130001', 'GNX130001'],
  ["it's GNX130001", 'GNX130001'],
  ['it is GNX130001 I think', 'GNX130001'],
  ['it is on the label: GNX 130 001', 'GNX130001'],
  ['here it is: gnx130001 thanks', 'GNX130001'],
  ["it's gnx130001 at 12 Main Street", 'GNX130001'],
  ['GNX130001.', 'GNX130001'],
  ['"GNX130001"', 'GNX130001'],
  ['(GNX130001)', 'GNX130001'],
  ['GNX130001, not RPC453072', 'GNX130001'],
  ['not RPC453072 but GNX130001', 'GNX130001'],
  ['GNX130001 instead of RPC453072', 'GNX130001'],
  ['RPC453072, sorry, GNX130001', 'GNX130001'],
  ['change RPC453072 to GNX130001', 'GNX130001'],
  ['ΗFΤ13689', 'HFT13689'],
  ['GNX١٣٠٠٠١', 'GNX130001'],
  ['my serial number is 453072', '453072'],
  ['123456789', '123456789'],
  ['A1B2C3D4E5F6', 'A1B2C3D4E5F6'],
  ['A1B2-C3D4-E5F6', 'A1B2C3D4E5F6'],
  ['GNXI30001', 'GNXI30001'],
  ['GNX1300O1 please', 'GNX1300O1'],
  ['4AB12', '4AB12'],
  ['Straße GNX130001', 'GNX130001'],
] as const;

test.each(french)('reads %j when the serial number is asked in French', (typed, serial) => {
  expect(serialIn(typed, { asked: 'serial' })?.facts).toEqual({ serial });
});

test.each(english)('reads %j when the serial number is asked in English', (typed, serial) => {
  expect(serialIn(typed, { asked: 'serial' })?.facts).toEqual({ serial });
});

test.each([
  ['12', 'serialTooShort', '12'],
  ['A12', 'serialTooShort', 'A12'],
  ['GN 1', 'serialTooShort', 'GN 1'],
  ['numéro de série 12', 'serialTooShort', '12'],
  ['A1B2C3D4E5F6G7H8I9J0K', 'tooLong', 'A1B2C3D4E5F6G7H8I9J0K'],
  ['GÉX130001', 'serialForm', 'GÉX130001'],
  ['ГНХ130001', 'serialForm', 'ГНХ130001'],
  ['GNX130001, RPC453072', 'serialSeveral', 'GNX130001, RPC453072'],
  ['le GNX 130001 ou le RPC 453072', 'serialSeveral', 'GNX130001, RPC453072'],
] as const)('says what is wrong with %j', (typed, kind, heard) => {
  const found = serialIn(typed, { asked: 'serial' });
  expect(found?.problem).toMatchObject({ kind, fact: 'serial', heard });
  expect(found?.facts).toEqual({});
});

test.each([
  ['H2X 1Y4'],
  ['H2X1Y4'],
  ['514 555-0123'],
  ['5145550123'],
  ['12 rue des Érables'],
  ['75002 Paris'],
  ['F-75002 Paris'],
  ['CP12345'],
  ['CP 123456'],
  ['no 12345678'],
  ['app. 12'],
  ['ma machine ne marche pas depuis 2019'],
  ["j'ai 2 machines"],
  ['numéro de série : inconnu'],
  ['serial number please'],
  ['COVID19'],
  ['version 2.0.1'],
  ['GNX 130 001'],
  ['130001'],
  [''],
  ['bonjour'],
] as const)('finds no serial number in %j when it is not asked', (typed) => {
  expect(serialIn(typed, {})).toBeUndefined();
});

test.each([
  ['H2X 1Y4'],
  ['H2X1Y4'],
  ['514 555-0123'],
  ['4500, rue Saint-Denis, Montréal QC H2X 1Y4'],
  ['75002 Paris'],
  ['je ne sais pas'],
  ['aide'],
  ['ABC'],
  ["j'ai 2 machines"],
  ['en 2019'],
  ['10h30'],
  ['the serial is on the back'],
  ['3e étage 4500'],
] as const)('leaves %j alone even when the serial number is asked', (typed) => {
  expect(serialIn(typed, { asked: 'serial' })).toBeUndefined();
});

test.each([
  ['Jane, numéro de série : GNX 130 001, merci', 'numéro de série : GNX 130 001', true],
  ['Jane, gnx130001, merci', 'gnx130001', false],
  ['\ufb01\u200b my serial is ＧＮＸ130001 ok', 'my serial is ＧＮＸ130001', true],
])('says where in %j the serial number stands', (typed, piece, led) => {
  const found = serialIn(typed, {});
  expect(typed.slice(found?.from, found?.to)).toBe(piece);
  expect(found?.led).toBe(led);
});

test.each([
  ['GNX 130-001', 'GNX130001', undefined],
  ['Numéro de série : gnx-130001', 'GNX130001', undefined],
  ['S/N130001', '130001', undefined],
  ['H2X 1Y4', 'H2X1Y4', undefined],
  ['je ne sais pas', undefined, 'serialForm'],
  ['<b>GNX130001</b>', undefined, 'serialForm'],
  ['{{DATE()}}', undefined, 'serialForm'],
  ['A1', undefined, 'serialTooShort'],
  ['GNX\u0000130001', undefined, 'controlCharacters'],
  ['GNX130001GNX130001GNX', undefined, 'tooLong'],
])('takes the input %j at its word', (typed, serial, kind) => {
  const found = serialIn(typed, { asked: 'serial', exact: true });
  expect(found?.facts.serial).toBe(serial);
  expect(found?.problem?.kind).toBe(kind);
});

test('keeps out of the inputs of other facts', () => {
  expect(serialIn('GNX130001', { asked: 'unit', exact: true })).toBeUndefined();
});

const pieces = fc.constantFrom(
  'GNX',
  '130',
  '001',
  ' ',
  '-',
  'S/N ',
  'série ',
  '1',
  'A',
  'ß',
  'А',
  '\u200b',
  '\ufb01',
  '\ud800',
  'non ',
  '.',
);

test('never throws, stays inside the text and gives only capitals and digits', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(pieces).map((parts) => parts.join('')),
      ),
      fc.constantFrom(undefined, 'serial' as const),
      fc.boolean(),
      (typed, asked, exact) => {
        const found = serialIn(typed, asked ? { asked, exact } : {});
        expect(found?.from ?? 0).toBeGreaterThanOrEqual(0);
        expect(found?.to ?? 0).toBeLessThanOrEqual(typed.length);
        expect(found?.from ?? 0).toBeLessThanOrEqual(found?.to ?? 0);
        expect(found?.facts.serial ?? 'GNX130001').toMatch(/^[A-Z0-9]{5,20}$/);
      },
    ),
  );
});
