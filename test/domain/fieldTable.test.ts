import { fields } from '../../src/domain/facts';
import {
  askingOrder,
  factsOf,
  factTable,
  fieldOf,
  isFact,
  isField,
} from '../../src/domain/fieldTable';

test('has every fact under the field it belongs to', () => {
  const belonging = Object.entries(fields).flatMap(([field, facts]) =>
    facts.map((fact) => [fact, field]),
  );
  expect(Object.entries(factTable).map(([fact, row]) => [fact, row.field])).toEqual(belonging);
});

test('asks every field once', () => {
  expect([...askingOrder].sort()).toEqual(Object.keys(fields).sort());
});

test.each(['toString', '__proto__', 'constructor', '', 7, null, undefined])(
  'knows no field %p',
  (name) => {
    expect(isField(name)).toBe(false);
    expect(isFact(name)).toBe(false);
  },
);

test('finds the facts of a field and the field of a fact', () => {
  expect(factsOf('name')).toEqual(['givenName', 'familyName']);
  expect(factsOf('city')).toEqual(['city']);
  expect(fieldOf('city')).toBe('address');
  expect(fieldOf('email')).toBe('email');
});
