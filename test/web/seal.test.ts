import { makeSeal } from '../../src/web/seal';
import { aClock } from '../support/clock';

const old = 'an old key of at least thirty-two letters';
const key = 'a new key of at least thirty-two letters';
const needs = { purpose: 'session', secretKeys: [key], clock: aClock().clock };

test('opens what it closed', async () => {
  const seal = makeSeal(needs);
  expect(await seal.open(await seal.close({ a: ['é'] }, 1000))).toEqual({ a: ['é'] });
});

test('hides what it closed', async () => {
  expect(await makeSeal(needs).close({ name: 'Jane' }, 1000)).not.toContain('Jane');
});

test.each([
  { what: 'another purpose', opener: { ...needs, purpose: 'registration' }, opens: false },
  { what: 'another key', opener: { ...needs, secretKeys: [old] }, opens: false },
  { what: 'a newer key beside it', opener: { ...needs, secretKeys: [old, key] }, opens: true },
])('what was closed opens with $what: $opens', async ({ opener, opens }) => {
  const sealed = await makeSeal(needs).close('content', 1000);
  expect((await makeSeal(opener).open(sealed)) === 'content').toBe(opens);
});

test('does not open when its time is over', async () => {
  const time = aClock();
  const seal = makeSeal({ ...needs, clock: time.clock });
  const sealed = await seal.close('content', 1000);
  time.pass(900);
  expect(await seal.open(sealed)).toBe('content');
  time.pass(100);
  expect(await seal.open(sealed)).toBeUndefined();
});

test.each(['', 'x', '~', 'Fe26.2*1*a*b*c*d*e*f~2', 'é'.repeat(50_000)])(
  'does not open "%.20s"',
  async (sealed) => {
    expect(await makeSeal(needs).open(sealed)).toBeUndefined();
  },
);
