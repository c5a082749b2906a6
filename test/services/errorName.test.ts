import { errorName } from '../../src/services/errorName';

test.each([
  ['its name', new TypeError('Zoé Roy is not a function'), 'TypeError'],
  [
    "the system's code",
    Object.assign(new Error('ENOSPC: /data/x'), { code: 'ENOSPC' }),
    'Error ENOSPC',
  ],
  ['no code of another kind', Object.assign(new Error('x'), { code: 'zoe@example.org' }), 'Error'],
  ['no number', Object.assign(new Error('x'), { code: 11000 }), 'Error'],
  ['the kind of what is no error', 'Zoé Roy', 'string'],
])('a log says %s', (_, error, expected) => {
  expect(errorName(error)).toBe(expected);
});
