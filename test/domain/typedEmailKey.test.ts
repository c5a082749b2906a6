import { typedEmailKey } from '../../src/domain/typedEmailKey';

test.each([
  ['jane@example.org', 'jane@example.org'],
  ['  Jane@Example.ORG ', 'jane@example.org'],
  ['<jane@example.org>', 'jane@example.org'],
  ['jane@exämple.org', 'jane@xn--exmple-cua.org'],
  ['jane', undefined],
  ['', undefined],
  ['a@b@c', undefined],
  ['x'.repeat(5000), undefined],
])('reads the user name %j as %j', (typed, key) => {
  expect(typedEmailKey(typed)).toBe(key);
});
