import { dueAfterAdding } from '../../src/domain/owe';

const now = new Date('2026-11-24T12:00:00.000Z');
const later = (ms: number) => new Date(now.getTime() + ms);

test.each([
  ['nothing was due', undefined, now],
  ['something was due long ago', later(-60_000), now],
  ['a worker has the document for another minute', later(60_000), now],
  ['something was due at this very time', now, later(1)],
])('a document is due at once, at another time than before, when %s', (_, due, expected) => {
  expect(dueAfterAdding(due, now)).toEqual(expected);
});
