import type { Draft } from '../../src/domain/facts';
import { changesNothing, correctionBy, type Said, withSaid } from '../../src/domain/said';
import { understood } from '../support/understood';

const before: Draft = { givenName: 'Zoe', street: '12 rue Alma', unit: '4', city: 'Laval' };
const said: Said = { id: '1', asked: 'address', facts: before };

interface Edit {
  /** What the message said; as `before` unless told otherwise. */
  readonly was?: Draft;
  /** What is known by now, if not the same. */
  readonly known?: Draft;
  readonly now: Draft;
}

test.each<[string, Edit, object]>([
  ['says the same', { now: before }, {}],
  ['says a fact otherwise', { now: { ...before, city: 'Lévis' } }, { facts: { city: 'Lévis' } }],
  ['says one fact more', { now: { ...before, region: 'QC' } }, { facts: { region: 'QC' } }],
  ['says what was corrected since', { known: { ...before, unit: '5' }, now: before }, {}],
  ['leaves out what has to be known', { now: { street: '12 rue Alma', unit: '4' } }, {}],
  [
    'leaves out what one may do without',
    { now: { street: '12 rue Alma', city: 'Laval' } },
    { removed: ['unit'] },
  ],
  [
    'leaves out what was answered otherwise since',
    { known: { ...before, unit: '5' }, now: { street: '12 rue Alma', city: 'Laval' } },
    {},
  ],
  [
    'leaves out an extension with its number',
    { was: { phone: '+1514', extension: '1' }, now: {} },
    {},
  ],
])('an edit that %s', (_, { was = before, known = was, now }, changes) => {
  const correction = correctionBy(understood({ facts: now }), {
    said: { id: '1', facts: was },
    draft: known,
  });
  expect(correction).toMatchObject({ facts: {}, removed: [], ...changes });
  expect(changesNothing(correction)).toBe(Object.keys(changes).length === 0);
});

test.each(['yes', 'no', 'confirm', 'cancel', 'restart', 'decline', 'human', 'language'] as const)(
  'an edit never means "%s"',
  (intent) => {
    const correction = correctionBy(understood({ intent }), { said, draft: before });
    expect(correction.intent).toBeUndefined();
    expect(changesNothing(correction)).toBe(true);
  },
);

test.each([
  ['accept', undefined],
  ['yes', undefined],
  ['decline', 'termsAccepted'],
  [undefined, 'termsAccepted'],
] as const)(
  'a message that accepted the terms, edited to mean %s, asks for %s again',
  (intent, asks) => {
    const read = understood(intent === undefined ? {} : { intent });
    const accepted = { id: '1', facts: {}, accepted: true } as const;
    expect(correctionBy(read, { said: accepted, draft: {} }).correction).toBe(asks);
  },
);

test('the latest eight messages are kept, each once', () => {
  const all = Array.from({ length: 12 }, (_, n) => ({ id: String(n), facts: {} }));
  const kept = [...all, { id: '5', facts: before }].reduce<readonly Said[]>(withSaid, []);
  expect(kept.map(({ id }) => id)).toEqual(['4', '6', '7', '8', '9', '10', '11', '5']);
  expect(kept.at(-1)?.facts).toBe(before);
});
