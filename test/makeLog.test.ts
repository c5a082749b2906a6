import { makeLog } from '../src/makeLog';

const written = (ids: (() => object) | undefined, ...events: readonly object[]): string => {
  const lines: string[] = [];
  const log = makeLog({ logLevel: 'info' }, ids, { write: (line) => void lines.push(line) });
  for (const event of events) log.info(event);
  return lines.join('');
};

test.each([
  { authorization: 'Bearer canary' },
  { password: 'canary' },
  { headers: { cookie: 'session=canary', authorization: 'canary' } },
  { activity: { text: 'canary' } },
  { mail: { to: 'canary@example.org', body: 'canary' } },
  { token: { value: 'canary' } },
])('%j is not written, should it ever be logged', (details) => {
  const line = written(undefined, { event: 'something', ...details });
  expect(line).toContain('"event":"something"');
  expect(line).not.toContain('canary');
});

test('an error is written as its name, should it ever be logged', () => {
  expect(written(undefined, { event: 'x', err: new TypeError('canary') })).toMatch(
    /"err":"TypeError"/,
  );
});

test('lines say the trace they belong to, where there is one', () => {
  const line = written(() => ({ traceId: 'abc', spanId: 'def' }), { event: 'x' });
  expect(JSON.parse(line)).toMatchObject({ event: 'x', traceId: 'abc', spanId: 'def', level: 30 });
});
