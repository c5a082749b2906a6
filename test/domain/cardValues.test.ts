import { cardValues } from '../../src/domain/cardValues';

const card = (value: unknown) => cardValues(value, undefined);

test('reads the button, the inputs and the answers of a card', () => {
  expect(
    card({
      card: 'details',
      at: 2,
      rev: 1,
      action: 'continue',
      givenName: ' Jane ',
      email: 'Jane@EXAMPLE.org',
      phone: '514 555-0123',
      extension: '12',
      unit: '',
    }),
  ).toEqual({
    press: { card: 'details', at: 2, rev: 1, action: 'continue' },
    inputs: {
      givenName: ' Jane ',
      email: 'Jane@EXAMPLE.org',
      phone: '514 555-0123',
      extension: '12',
    },
    extras: {},
    facts: { givenName: 'Jane', email: 'Jane@example.org', phone: '+15145550123', extension: '12' },
    problems: [],
    removed: ['unit'],
  });
});

test('reads the parts of an address together with the country of the same card', () => {
  const { facts, problems } = card({
    street: '350 5th Ave',
    city: 'New York',
    region: 'NY',
    postalCode: '10118',
    country: 'US',
  });
  expect(problems).toEqual([]);
  expect(facts).toEqual({
    street: '350 5th Ave',
    city: 'New York',
    region: 'NY',
    postalCode: '10118',
    country: 'US',
  });
});

test.each([
  ['CA', 'CA'],
  ['France', 'FR'],
  ['États-Unis', 'US'],
  ['Switzerland', 'CH'],
])('knows the country « %s »', (typed, country) => {
  expect(card({ country: typed }).facts.country).toBe(country);
});

test.each([
  ['QC', 'QC'],
  ['Québec', 'QC'],
  ['Ontario', 'ON'],
])('knows the region « %s »', (typed, region) => {
  expect(card({ region: typed }).facts.region).toBe(region);
});

test('believes an input of its own more than a part found in another', () => {
  expect(
    card({ phone: '514 555-0123 poste 12', extension: '45', region: 'ON', postalCode: 'H7A 1A1' })
      .facts,
  ).toMatchObject({ extension: '45', region: 'ON', postalCode: 'H7A 1A1' });
});

test('ignores the region of a country that has none', () => {
  expect(card({ country: 'FR', region: 'QC' })).toMatchObject({
    facts: { country: 'FR' },
    problems: [],
  });
  expect(card({ country: 'FR', region: 'QC' }).facts.region).toBeUndefined();
});

test.each([
  [true, true],
  ['true', true],
  [false, false],
  ['false', false],
  ['yes', undefined],
  [1, undefined],
  [{}, undefined],
  [null, undefined],
])('reads the tick box value %p as %p', (value, accepted) => {
  const { facts } = card({ termsAccepted: value, meterContact: value });
  expect(facts.termsAccepted).toBe(accepted);
  expect(facts.meterContact).toBe(accepted);
});

test('says what is wrong with an input and keeps the others', () => {
  const { facts, problems, inputs } = card({ email: 'jane', phone: '514 555-0123' });
  expect(facts).toEqual({ phone: '+15145550123' });
  expect(problems.map(({ fact, kind }) => [fact, kind])).toEqual([['email', 'emailIncomplete']]);
  expect(inputs.email).toBe('jane');
});

test.each([
  [{ card: 'nothing', at: 1, action: 'yes' }],
  [{ card: 'review', at: '1', action: 'yes' }],
  [{ card: 'review', at: -1, action: 'yes' }],
  [{ card: 'review', at: 1.5, action: 'yes' }],
  [{ card: 'review', at: Number.NaN, action: 'yes' }],
  [{ card: 'review', at: 1, action: 'drop' }],
  [{ card: 'review', at: 1, action: ['yes'] }],
  [{ card: { toString: 'review' }, at: 1, action: 'yes' }],
  [{ card: 'review', at: 1, action: 'edit', field: '__proto__' }],
  [{ card: 'review', at: 1, action: 'edit', field: 'constructor' }],
  [{ card: 'review', at: 1, action: 'edit', field: 7 }],
  [{ card: 'review', at: 1, action: 'edit', rev: 'x' }],
  [Object.create({ card: 'review', at: 1, action: 'confirm' })],
  [JSON.parse('{"__proto__":{"card":"review","at":1,"action":"confirm"}}')],
  [[{ card: 'review', at: 1, action: 'confirm' }]],
  ['{"card":'],
  ['[1]'],
  ['x'.repeat(100_000)],
  [undefined],
  [null],
  [7],
])('sees no button in %j', (value) => {
  expect(card(value).press).toBeUndefined();
});

test.each([
  [{ email: {} }],
  [{ email: ['jane@example.org'] }],
  [{ email: true }],
  [{ email: Number.POSITIVE_INFINITY }],
  [{ email: '   ' }],
  [JSON.parse('{"__proto__":{"email":"jane@example.org"}}')],
  [Object.create({ email: 'jane@example.org' })],
])('makes no fact of %j', (value) => {
  expect(card(value)).toMatchObject({ facts: {}, problems: [], inputs: {} });
});

test('reads a value that arrives as JSON text', () => {
  const { press, facts } = card(
    '{"card":"machine","at":4,"action":"answer","serial":"gnx-130001"}',
  );
  expect(press).toEqual({ card: 'machine', at: 4, action: 'answer' });
  expect(facts).toEqual({ serial: 'GNX130001' });
});

test('takes a number for what was typed', () => {
  expect(card({ phone: 5145550123, extension: 12 }).facts).toEqual({
    phone: '+15145550123',
    extension: '12',
  });
});

test('cuts what it hands on', () => {
  const { inputs, extras, problems } = card({
    street: 'a'.repeat(100_000),
    description: 'b'.repeat(100_000),
    includeDraft: 'true',
    other: 'c',
  });
  expect(inputs.street).toHaveLength(200);
  expect(extras).toEqual({ description: 'b'.repeat(4000), includeDraft: 'true' });
  expect(problems.map((problem) => problem.kind)).toEqual(['tooLong']);
});

test('survives an object nested ten thousand deep', () => {
  const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
  expect(card(deep)).toEqual({ inputs: {}, extras: {}, removed: [], facts: {}, problems: [] });
});
