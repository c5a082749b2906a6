import fc from 'fast-check';
import {
  activationToken,
  isTemporaryPassword,
  readActivationToken,
  temporaryPassword,
} from '../../src/domain/secrets';

const invitation = { account: 'registration-1', generation: 1 };
const key = 'a key of at least thirty-two letters';
const newKey = 'another key of thirty-two letters or so';

test('derives the same temporary password for ever', () => {
  expect(temporaryPassword(invitation, key)).toBe('mcpn-mhch-9pk3-fhh7');
});

test('writes four groups of four with a digit at the end, in letters nobody mistakes', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.string(), (account, generation, anyKey) => {
      expect(temporaryPassword({ account, generation }, anyKey)).toMatch(
        /^[cdfhkmnprtx34679]{4}(?:-[cdfhkmnprtx34679]{4}){2}-[cdfhkmnprtx34679]{3}[3467]$/,
      );
    }),
  );
});

test.each([
  { what: 'account', other: temporaryPassword({ ...invitation, account: 'registration-2' }, key) },
  { what: 'generation', other: temporaryPassword({ ...invitation, generation: 2 }, key) },
  { what: 'key', other: temporaryPassword(invitation, newKey) },
])('gives another password to another $what', ({ other }) => {
  expect(other).not.toBe(temporaryPassword(invitation, key));
});

const given = temporaryPassword(invitation, key);

test.each([
  { how: 'as it is', typed: given },
  { how: 'with blanks around it', typed: `  ${given}\n` },
  { how: 'in capitals', typed: given.toUpperCase() },
  { how: 'with no-break hyphens', typed: given.replaceAll('-', '\u2011') },
  { how: 'with long dashes', typed: given.replaceAll('-', ' \u2014 ') },
  { how: 'with minus signs', typed: given.replaceAll('-', '\u2212') },
  { how: 'with blanks for hyphens', typed: given.replaceAll('-', '\u00a0') },
  { how: 'without hyphens', typed: given.replaceAll('-', '') },
  { how: 'with an invisible character', typed: `\u200b${given}` },
])('accepts the temporary password $how', ({ typed }) => {
  expect(isTemporaryPassword(typed, invitation, [key])).toBe(true);
});

test.each([
  { what: 'nothing', typed: '' },
  { what: 'only dashes', typed: '---' },
  { what: 'one letter less', typed: given.slice(0, -1) },
  { what: 'one letter more', typed: `${given}3` },
  { what: 'an older generation', typed: temporaryPassword({ ...invitation, generation: 0 }, key) },
  { what: 'a long text', typed: given.repeat(10_000) },
])('refuses $what as the temporary password', ({ typed }) => {
  expect(isTemporaryPassword(typed, invitation, [key])).toBe(false);
});

test('accepts a temporary password of a key that is being retired', () => {
  expect(isTemporaryPassword(given, invitation, [newKey, key])).toBe(true);
  expect(isTemporaryPassword(given, invitation, [newKey])).toBe(false);
});

test('finds account, generation and key from the activation token', () => {
  const token = activationToken(invitation, key);
  expect(readActivationToken(token, [newKey, key])).toEqual({
    kind: 'valid',
    ...invitation,
    keyIndex: 1,
  });
});

test('reads any account back from its token, and ends the token so that no mail program cuts it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 100 }), fc.nat(), (account, generation) => {
      const token = activationToken({ account, generation }, key);
      expect(token).toMatch(/^[\w-]+\.[0-9a-f]{32}$/);
      expect(readActivationToken(token, [key])).toMatchObject({ account, generation });
    }),
  );
});

const token = activationToken(invitation, key);

test.each([
  { what: 'nothing', read: '' },
  { what: 'a dot', read: '.' },
  { what: 'a payload without proof', read: token.slice(0, token.indexOf('.')) },
  { what: 'a proof cut short', read: token.slice(0, -1) },
  { what: 'something after the proof', read: `${token}.0` },
  { what: 'the proof of another key', read: activationToken(invitation, newKey) },
  {
    what: "the proof of another account's token",
    read: `${activationToken({ ...invitation, account: 'registration-2' }, key).split('.')[0]}.${token.split('.')[1]}`,
  },
  { what: 'a payload that is not JSON', read: `abc.${token.split('.')[1]}` },
  { what: 'a temporary password', read: given },
  { what: 'a very long text', read: 'A'.repeat(1_000_000) },
])('calls $what an invalid token', ({ read }) => {
  expect(readActivationToken(read, [key])).toBe('invalid');
});
