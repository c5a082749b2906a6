import { joinRegistrations } from '../../src/domain/joinRegistrations';
import { newRegistration, type Registration } from '../../src/domain/registration';

const registration = (id: string, given: Partial<Registration>): Registration => ({
  ...newRegistration(id, 3),
  ...given,
});

const consent = (acceptedAt: string) => ({
  version: '1',
  hash: 'h',
  locale: 'fr' as const,
  shownAt: acceptedAt,
  acceptedAt,
  channel: 'webchat',
});

describe('into a conversation that has none', () => {
  const brought = registration('r', {
    draft: { givenName: 'Jane', phone: '+15145550142' },
    consent: consent('2026-11-24T12:00:00.000Z'),
    editing: { what: 'phone', sinceCard: 9 },
    misses: 2,
    answeredAt: { name: 5 },
  });
  const { registration: joined, gained, conflicts } = joinRegistrations(undefined, brought, 2);

  test('it comes as it is, with its account, its consent and the open question', () => {
    expect(joined).toMatchObject({
      id: 'r',
      draft: brought.draft,
      consent: brought.consent,
      answeredAt: { name: 5 },
    });
    expect(gained).toEqual(['givenName', 'phone']);
    expect(conflicts).toEqual([]);
  });

  test('cards are numbered as the new conversation numbers them', () => {
    expect(joined).toMatchObject({
      firstCard: 2,
      editing: { what: 'phone', sinceCard: 2 },
      misses: 0,
    });
  });
});

test('what a channel knew and the person did not confirm stays there, and so do the messages', () => {
  const brought = registration('r', { offered: true, offer: { givenName: 'Jane' }, said: [] });
  const alone = joinRegistrations(undefined, brought, 1).registration;
  expect(alone).not.toHaveProperty('offer');
  expect(alone).not.toHaveProperty('said');
  expect(alone.offered).toBe(true);
  const here = registration('h', { offer: { familyName: 'Roy' } });
  expect(joinRegistrations(here, brought, 1).registration.offer).toEqual({ familyName: 'Roy' });
});

test('terms that were shown but not accepted are shown again', () => {
  const shown = { version: '1', hash: 'h', locale: 'fr' as const, at: '2026-11-24T12:00:00.000Z' };
  const { registration: joined } = joinRegistrations(undefined, registration('r', { shown }), 1);
  expect(joined.shown).toBeUndefined();
});

test.each([
  [
    'what only one has is kept',
    { draft: { givenName: 'Jane' } },
    { draft: { familyName: 'Roy', serial: 'GNX130001' } },
    { givenName: 'Jane', familyName: 'Roy', serial: 'GNX130001' },
    [],
  ],
  [
    'the same twice is no conflict',
    { draft: { email: 'a@example.org' } },
    { draft: { email: 'a@example.org' } },
    { email: 'a@example.org' },
    [],
  ],
  [
    'the newest counts, and the other one is told: brought',
    { draft: { email: 'a@example.org' }, answeredAt: { email: 1 } },
    { draft: { email: 'b@example.org' }, answeredAt: { email: 2 } },
    { email: 'b@example.org' },
    [{ field: 'email', other: { email: 'a@example.org' } }],
  ],
  [
    'the newest counts, and the other one is told: here',
    { draft: { email: 'a@example.org' }, answeredAt: { email: 2 } },
    { draft: { email: 'b@example.org' }, answeredAt: { email: 1 } },
    { email: 'a@example.org' },
    [{ field: 'email', other: { email: 'b@example.org' } }],
  ],
  [
    'of two addresses no third one is made',
    { draft: { street: '1 rue A', unit: '4', city: 'Laval' }, answeredAt: { address: 1 } },
    { draft: { street: '2 rue B', city: 'Québec' }, answeredAt: { address: 2 } },
    { street: '2 rue B', city: 'Québec' },
    [{ field: 'address', other: { street: '1 rue A', unit: '4', city: 'Laval' } }],
  ],
  [
    'an extension stays with its number',
    { draft: { phone: '+15145550142', extension: '7' }, answeredAt: { phone: 2 } },
    { draft: { phone: '+15145550143', extension: '8' }, answeredAt: { phone: 1 } },
    { phone: '+15145550142', extension: '7' },
    [{ field: 'phone', other: { phone: '+15145550143', extension: '8' } }],
  ],
])('%s', (...[, here, brought, draft, conflicts]) => {
  const joined = joinRegistrations(registration('h', here), registration('b', brought), 7);
  expect(joined.registration.draft).toEqual(draft);
  expect(joined.conflicts).toEqual(conflicts);
  expect(joined.registration).toMatchObject({ id: 'b', firstCard: 3, revision: 1 });
});

test('the machine goes with the serial number that stands, and the later consent counts', () => {
  const machine = (serial: string) => ({ serial, model: `Model ${serial}`, partner: false });
  const here = registration('h', {
    draft: { serial: 'GNX130001', termsAccepted: true },
    machine: machine('GNX130001'),
    answeredAt: { serial: 2 },
    consent: consent('2026-11-24T12:00:00.000Z'),
  });
  const brought = registration('b', {
    draft: { serial: 'RPC453072', termsAccepted: true },
    machine: machine('RPC453072'),
    answeredAt: { serial: 1 },
    consent: consent('2026-11-24T11:00:00.000Z'),
  });
  expect(joinRegistrations(here, brought, 1).registration).toMatchObject({
    machine: { serial: 'GNX130001' },
    consent: { acceptedAt: '2026-11-24T12:00:00.000Z' },
    draft: { termsAccepted: true },
  });
});

test('messages of another conversation cannot be edited here, those of this one can', () => {
  const mine = [{ id: 'here', facts: {} }];
  const theirs = [{ id: 'there', facts: {} }];
  const [here, brought] = [registration('h', { said: mine }), registration('b', { said: theirs })];
  expect(joinRegistrations(here, brought, 2).registration.said).toEqual(mine);
  expect(joinRegistrations(undefined, brought, 2).registration.said).toBeUndefined();
});
