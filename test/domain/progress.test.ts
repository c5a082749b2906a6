import { progressOf, stepsToTheEnd } from '../../src/domain/progress';
import { newRegistration, type Registration } from '../../src/domain/registration';

const version = '1';
const begun = newRegistration('r', 0);
const details: Registration = {
  ...begun,
  draft: {
    givenName: 'Jane',
    familyName: 'Doe',
    street: '12 rue Alma',
    city: 'Laval',
    region: 'QC',
    postalCode: 'H7A 1A1',
    country: 'CA',
    email: 'jane@example.org',
    phone: '+15145550123',
  },
};
const accepted: Registration = {
  ...details,
  consent: {
    version,
    hash: 'h',
    locale: 'fr',
    shownAt: '2026-11-24T12:00:00.000Z',
    acceptedAt: '2026-11-24T12:01:00.000Z',
    channel: 'form',
  },
};

test.each<readonly [string, Registration, readonly string[]]>([
  ['has just begun', begun, ['details']],
  ['has begun and was counted', { ...begun, step: 'details' }, []],
  ['has its details', { ...details, step: 'details' }, ['terms']],
  ['was given everything up to the machine at once', accepted, ['details', 'terms', 'machine']],
  ['lost its details after the terms were shown', { ...begun, step: 'terms' }, []],
  [
    'is asked to give an answer again',
    { ...accepted, step: 'details', editing: { what: 'name', sinceCard: 1 } },
    [],
  ],
])('a registration that %s has reached what it had not before', (_, registration, reached) => {
  expect(progressOf(registration, version).reached).toEqual(reached);
});

test('what was reached is counted once, whatever is corrected', () => {
  const first = progressOf(accepted, version).registration;
  const back = progressOf({ ...first, draft: {} }, version);
  const again = progressOf({ ...back.registration, draft: details.draft }, version);
  expect([...back.reached, ...again.reached]).toEqual([]);
});

test('the end counts the steps that were left', () => {
  expect(stepsToTheEnd({ ...accepted, step: 'machine' })).toEqual([
    'meterContact',
    'review',
    'registered',
  ]);
});
