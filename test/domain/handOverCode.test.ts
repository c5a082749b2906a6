import { randomInt } from 'node:crypto';
import { newHandOverCode, readHandOverCode } from '../../src/domain/handOverCode';
import { temporaryPassword } from '../../src/domain/secrets';

const code = (text: string, sure = true) => ({ kind: 'code', code: text, sure });

test.each([
  ['K7M4P-9R2TX', code('K7M4P-9R2TX')],
  ['k7m4p-9r2tx', code('K7M4P-9R2TX')],
  [' k7m4p 9r2tx. ', code('K7M4P-9R2TX')],
  ['K7M4P – 9R2TX', code('K7M4P-9R2TX')],
  ['K7M4P\u20119R2TX', code('K7M4P-9R2TX')],
  ['K7M4P\u22129R2TX', code('K7M4P-9R2TX')],
  ['Ｋ７Ｍ４Ｐ－９Ｒ２ＴＸ', code('K7M4P-9R2TX')],
  ['K7M4P9R2TX', code('K7M4P-9R2TX', false)],
  ['code : K7M4P9R2TX', code('K7M4P-9R2TX')],
  ['Mon code est K7M4P-9R2TX', code('K7M4P-9R2TX')],
  ['here is my code: k7m4p 9r2tx!', code('K7M4P-9R2TX')],
  ['« K7M4P-9R2TX »', undefined],
])('reads a code in "%s"', (text, read) => {
  expect(readHandOverCode(text)).toEqual(read);
});

test.each([
  'GNX130001',
  'GNX-130001',
  'GNX 130 001',
  'RPC453072',
  'X12377889',
  'HFT-13689',
  'S/N GNX130001',
  'E174M930042',
  'H7A 1A1',
  'H7A1A1',
  'SW1A 1AA',
  '1234 AB',
  '75008-75009',
  '12345-6789',
  '12345-67890',
  '514 555-0142',
  '+1 514 555 0142',
  '51455-50142',
  'Marie Curie',
  'MARIE-CURIE',
  'Marie Noëlle',
  'Frank Lloyd',
  'Laval Québec',
  'jane@example.org',
  '12 rue des Érables',
  'oui',
  'my code is H7A 1A1',
  'mon code postal est H7A 1A1',
  '',
])('"%s" is no code', (text) => {
  expect(readHandOverCode(text)).toBeUndefined();
});

test.each(['K7M4P-9R2TA', 'ABCDE-12345', 'code AB1DE-1234Z', 'k7m4p 0r2tx'])(
  '"%s" is a slip of one',
  (text) => {
    expect(readHandOverCode(text)).toEqual({ kind: 'slip' });
  },
);

test('every new code is read as itself, and no two of a thousand are the same', () => {
  const codes = Array.from({ length: 1_000 }, () => newHandOverCode((limit) => randomInt(limit)));
  for (const one of codes) expect(readHandOverCode(one)).toEqual(code(one));
  expect(new Set(codes).size).toBe(1_000);
});

test('no temporary password is taken for one', () => {
  for (let generation = 0; generation < 500; generation += 1) {
    const password = temporaryPassword({ account: 'a', generation }, 'k'.repeat(32));
    expect(readHandOverCode(password)).toBeUndefined();
  }
});

test('a long message costs nothing', () => {
  expect(readHandOverCode('code '.repeat(100_000))).toBeUndefined();
});
