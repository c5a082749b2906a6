import { bareSerial } from '../../src/domain/bareSerial';

test.each([
  ['GNX130001', 'GNX130001'],
  ['gnx-130 001', 'GNX130001'],
  ['HFT-13689', 'HFT13689'],
  ['HFT/136.89', 'HFT13689'],
  ['ＧＮＸ１３０００１', 'GNX130001'],
  ['', ''],
  ['🙂', ''],
])('%s is compared as %s', (written, bare) => {
  expect(bareSerial(written)).toBe(bare);
});
