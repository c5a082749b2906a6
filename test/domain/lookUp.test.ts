import { withLookUp } from '../../src/domain/lookUp';
import { newRegistration } from '../../src/domain/registration';

const machine = { serial: 'GNX130001', model: 'AltaLink C8155', partner: true };
const asked = { ...newRegistration('id', 1), draft: { serial: 'GNX13OOO1' } };
const looking = { serial: 'GNX13OOO1', nextCard: 8 };

test('a machine that was found is kept under the writing of the list', () => {
  const { registration, events } = withLookUp(asked, {
    ...looking,
    looked: { kind: 'found', machine },
  });
  expect(registration).toMatchObject({
    draft: { serial: 'GNX130001' },
    machine,
    unknownSerials: 0,
  });
  expect(events).toEqual([{ kind: 'machineFound', machine }]);
});

test('a look-alike is asked about, never taken', () => {
  const { registration } = withLookUp(asked, { ...looking, looked: { kind: 'alike', machine } });
  expect(registration.draft).not.toHaveProperty('serial');
  expect(registration.suggestion).toEqual({
    kind: 'machine',
    given: 'GNX13OOO1',
    proposed: machine,
  });
});

test('an unknown number is counted and shown again', () => {
  const { registration, events } = withLookUp(asked, { ...looking, looked: { kind: 'unknown' } });
  expect(registration).toMatchObject({
    draft: {},
    rejected: { serial: 'GNX13OOO1' },
    unknownSerials: 1,
  });
  expect(events).toEqual([{ kind: 'machineUnknown', serial: 'GNX13OOO1' }]);
});

test('a machine found earlier stays when another number is unknown', () => {
  const { registration } = withLookUp(
    { ...asked, machine },
    { ...looking, looked: { kind: 'unknown' } },
  );
  expect(registration).toMatchObject({
    draft: { serial: 'GNX130001' },
    machine,
    editing: { what: 'serial', sinceCard: 8 },
  });
});

test('too many look-ups count nothing and keep the rest', () => {
  const until = new Date('2026-11-24T13:00:00.000Z');
  const { registration, events } = withLookUp(asked, {
    ...looking,
    looked: { kind: 'limited', until },
  });
  expect(registration).toMatchObject({ unknownSerials: 0, rejected: { serial: 'GNX13OOO1' } });
  expect(events).toEqual([{ kind: 'lookUpLimited', until }]);
});
