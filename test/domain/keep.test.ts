import type { Kept, Occasion } from '../../src/domain/change';
import type { Draft } from '../../src/domain/facts';
import { keep } from '../../src/domain/keep';
import type { Press } from '../../src/domain/press';
import { openQuestion } from '../../src/domain/question';
import { newRegistration, type Registration } from '../../src/domain/registration';
import type { Intent, Understanding } from '../../src/domain/understanding';
import { aDraft } from '../support/makers';
import { understood } from '../support/understood';

const shown = {
  version: '2026-11',
  hash: 'hash',
  locale: 'fr',
  at: '2026-11-24T11:00:00.000Z',
} as const;
const consent = {
  version: '2026-11',
  hash: 'hash',
  locale: 'fr',
  shownAt: shown.at,
  acceptedAt: '2026-11-24T12:00:00.000Z',
  channel: 'test',
  activityId: 'activity',
} as const;
const machine = { serial: 'GNX130001', model: 'AltaLink C8155', partner: false };
const { serial, meterContact, ...details } = aDraft();

const at = {
  details: { draft: { givenName: 'Jane', familyName: 'Tremblay' } },
  terms: { draft: details, shown },
  machine: { draft: { ...details, termsAccepted: true }, shown, consent },
  meterContact: { draft: { ...details, termsAccepted: true, serial }, shown, consent, machine },
  review: {
    draft: { ...details, termsAccepted: true, serial, meterContact },
    shown,
    consent,
    machine,
    revision: 9,
  },
} as const satisfies Record<string, Partial<Registration>>;

const begun = (given: Partial<Registration> = {}): Registration => ({
  ...newRegistration('id', 3),
  ...given,
});

const hearing = (registration: Registration, message: Partial<Understanding>): Kept => {
  const open = openQuestion(registration, '2026-11');
  const occasion: Occasion = {
    at: '2026-11-24T12:00:00.000Z',
    channel: 'test',
    activityId: 'activity',
    termsVersion: '2026-11',
    nextCard: 12,
    ...(open === undefined ? {} : { question: open.question }),
  };
  return keep(registration, understood(message), occasion);
};

const kinds = ({ events }: Kept) => events.map(({ kind }) => kind);

describe('a typed intent', () => {
  test.each<[keyof typeof at, Intent, readonly string[]]>([
    ['terms', 'accept', ['termsAccepted']],
    ['terms', 'yes', ['termsAccepted']],
    ['terms', 'decline', ['declined']],
    ['terms', 'no', ['declined']],
    ['terms', 'skip', ['required']],
    ['details', 'accept', ['termsNotShownYet']],
    ['details', 'yes', ['notUnderstood']],
    ['details', 'confirm', ['notUnderstood']],
    ['details', 'undo', ['nothingToUndo']],
    ['machine', 'skip', ['required']],
    ['machine', 'yes', ['notUnderstood']],
    ['meterContact', 'yes', ['noted']],
    ['meterContact', 'no', ['noted']],
    ['review', 'yes', ['confirmed']],
    ['review', 'confirm', ['confirmed']],
    ['review', 'no', ['whatToChange']],
    ['review', 'help', []],
    ['review', 'cancel', []],
    ['review', 'language', []],
  ])('at %s, "%s" gives %j', (stage, intent, events) => {
    expect(kinds(hearing(begun(at[stage]), { intent }))).toEqual(events);
  });

  test('to "back" asks the last answer again and keeps it meanwhile', () => {
    const { registration } = hearing(begun({ ...at.terms, last: 'phone' }), { intent: 'undo' });
    expect(registration.editing).toEqual({ what: 'phone', sinceCard: 12 });
    expect(registration.draft.phone).toBe('+15145550123');
  });
});

describe('facts in a message', () => {
  test.each<[string, Draft, Partial<Understanding>, Draft]>([
    ['fill what is empty', {}, { facts: { city: 'Laval' } }, { city: 'Laval' }],
    [
      'replace what was said before',
      { city: 'Laval' },
      { facts: { city: 'Québec' } },
      { city: 'Québec' },
    ],
    [
      'replace nothing in a question',
      { city: 'Laval' },
      { facts: { city: 'Québec' }, question: true },
      { city: 'Laval' },
    ],
    [
      'replace in a question what they name',
      { city: 'Laval' },
      { facts: { city: 'Québec' }, question: true, led: ['address'] },
      { city: 'Québec' },
    ],
    [
      'take the extension of another number with it',
      { phone: '+15145550123', extension: '12' },
      { facts: { phone: '+15145550199' } },
      { phone: '+15145550199' },
    ],
    [
      'keep the extension of the same number',
      { phone: '+15145550123', extension: '12' },
      { facts: { phone: '+15145550123' } },
      { phone: '+15145550123', extension: '12' },
    ],
    [
      'take the unit of another address with it',
      { street: '1 rue A', unit: '4', city: 'Laval' },
      { facts: { street: '2 rue B', city: 'Québec' } },
      { street: '2 rue B', city: 'Québec' },
    ],
    [
      'keep the unit when only the street was wrong',
      { street: '1 rue A', unit: '4', city: 'Laval' },
      { facts: { street: '2 rue B' } },
      { street: '2 rue B', unit: '4', city: 'Laval' },
    ],
    [
      'take the postal code of another country with it',
      { country: 'CA', region: 'QC', postalCode: 'H7A 1A1' },
      { facts: { country: 'FR' } },
      { country: 'FR' },
    ],
    ['never accept the terms', {}, { facts: { termsAccepted: true } }, {}],
    [
      'can be taken out when they are optional',
      { phone: '+15145550123', extension: '12' },
      { removed: ['extension'] },
      { phone: '+15145550123' },
    ],
  ])('%s', (_, draft, message, expected) => {
    expect(hearing(begun({ draft }), message).registration.draft).toEqual(expected);
  });

  test('with a yes at the review do not confirm', () => {
    const kept = hearing(begun(at.review), { facts: { phone: '+15145550199' }, intent: 'yes' });
    expect(kept.registration).toMatchObject({ confirmed: false, draft: { phone: '+15145550199' } });
  });

  test('with a misspelt domain wait for the word of the person', () => {
    const { registration } = hearing(begun(), {
      facts: { email: 'jane@gmial.com', city: 'Laval' },
    });
    expect(registration).toMatchObject({
      draft: { city: 'Laval' },
      suggestion: { proposed: 'jane@gmail.com' },
    });
    expect(hearing(registration, { intent: 'yes' }).registration.draft.email).toBe(
      'jane@gmail.com',
    );
    expect(hearing(registration, { intent: 'no' }).registration.draft.email).toBe('jane@gmial.com');
    expect(
      hearing(registration, { facts: { email: 'jane@example.org' } }).registration,
    ).toMatchObject({ draft: { email: 'jane@example.org' } });
  });
});

describe('a field that is said to be wrong', () => {
  test.each(['name', 'postalCode', 'meterContact', 'termsAccepted'] as const)(
    'is asked again: %s',
    (what) => {
      const { registration } = hearing(begun(at.review), { correction: what });
      expect(registration.editing?.what).toBe(what);
      expect(registration.draft).toEqual(at.review.draft);
    },
  );

  test.each(['no', 'undo', 'skip', 'cancel'] as const)('stays as it was after "%s"', (intent) => {
    const editing = { what: 'email', sinceCard: 5 } as const;
    const kept = hearing(begun({ ...at.review, editing }), { intent });
    expect(kinds(kept)).toEqual(['keptAsItWas']);
    expect(kept.registration).not.toHaveProperty('editing');
  });

  test('is answered by the same value as before', () => {
    const editing = { what: 'email', sinceCard: 5 } as const;
    const kept = hearing(begun({ ...at.review, editing }), {
      facts: { email: 'jane@example.org' },
    });
    expect(kinds(kept)).toEqual(['keptAsItWas']);
    expect(kept.registration).not.toHaveProperty('editing');
  });
});

describe('a pressed card', () => {
  const press = (given: Press & { readonly rev?: number }) => given;
  const details5 = press({ card: 'details', at: 5, action: 'continue' });

  test.each<[string, Partial<Registration>, Partial<Understanding>, readonly string[]]>([
    ['fills what is empty', {}, { press: details5, facts: { city: 'Laval' } }, ['noted']],
    [
      'changes nothing that is known',
      { draft: { city: 'Laval' } },
      { press: details5, facts: { city: 'Québec' } },
      ['alreadyAnswered'],
    ],
    ['says that it is empty', {}, { press: details5 }, ['emptyCard']],
    [
      'of an earlier registration is old',
      {},
      { press: press({ ...details5, at: 2 }), facts: { city: 'Laval' } },
      ['oldCard'],
    ],
    [
      'replaces what it asks for again',
      { draft: { city: 'Laval' }, editing: { what: 'city', sinceCard: 5 } },
      { press: details5, facts: { city: 'Québec' } },
      ['changed'],
    ],
    [
      'older than the question replaces nothing',
      { draft: { city: 'Laval' }, editing: { what: 'city', sinceCard: 6 } },
      { press: details5, facts: { city: 'Québec' } },
      ['alreadyAnswered'],
    ],
    [
      'accepts the terms when ticked',
      at.terms,
      {
        press: press({ card: 'terms', at: 5, action: 'continue' }),
        facts: { termsAccepted: true },
      },
      ['termsAccepted'],
    ],
    [
      'does not accept them when not',
      at.terms,
      {
        press: press({ card: 'terms', at: 5, action: 'continue' }),
        facts: { termsAccepted: false },
      },
      ['termsNotTicked'],
    ],
    [
      'does not accept terms that were not shown',
      { draft: details },
      {
        press: press({ card: 'terms', at: 5, action: 'continue' }),
        facts: { termsAccepted: true },
      },
      ['termsNotShownYet'],
    ],
    [
      'declines them',
      at.terms,
      { press: press({ card: 'terms', at: 5, action: 'decline' }) },
      ['declined'],
    ],
    [
      'declines nothing that was accepted',
      at.machine,
      { press: press({ card: 'terms', at: 5, action: 'decline' }) },
      ['alreadyAnswered'],
    ],
    [
      'says no to readings',
      at.meterContact,
      {
        press: press({ card: 'meterContact', at: 5, action: 'answer' }),
        facts: { meterContact: false },
      },
      ['noted'],
    ],
    [
      'says it once',
      at.review,
      {
        press: press({ card: 'meterContact', at: 5, action: 'answer' }),
        facts: { meterContact: true },
      },
      ['alreadyAnswered'],
    ],
    [
      'confirms what it shows',
      at.review,
      { press: press({ card: 'review', at: 5, action: 'confirm', rev: 9 }) },
      ['confirmed'],
    ],
    [
      'does not confirm what has changed since',
      at.review,
      { press: press({ card: 'review', at: 5, action: 'confirm', rev: 8 }) },
      ['oldCard'],
    ],
    [
      'does not confirm what is not complete',
      { ...at.meterContact, revision: 9 },
      { press: press({ card: 'review', at: 5, action: 'confirm', rev: 9 }) },
      ['oldCard'],
    ],
    [
      'asks a field again',
      at.review,
      { press: press({ card: 'review', at: 5, action: 'edit', field: 'address', rev: 9 }) },
      ['editing'],
    ],
    [
      'asks nothing without a field',
      at.review,
      { press: press({ card: 'review', at: 5, action: 'edit', rev: 9 }) },
      ['oldCard'],
    ],
    [
      'answers no suggestion that is gone',
      {},
      { press: press({ card: 'suggestion', at: 5, action: 'yes' }) },
      ['alreadyAnswered'],
    ],
  ])('%s', (_, registration, message, events) => {
    expect(kinds(hearing(begun(registration), message))).toEqual(events);
  });

  test('keeps the good inputs and shows the bad ones again', () => {
    const problem = { kind: 'emailIncomplete', fact: 'email', heard: 'jane' } as const;
    const kept = hearing(begun(), {
      press: details5,
      facts: { city: 'Laval' },
      inputs: { city: 'Laval', email: 'jane ' },
      problems: [problem],
    });
    expect(kept.events).toEqual([
      { kind: 'noted', facts: ['city'] },
      { kind: 'problem', problem },
    ]);
    expect(kept.registration).toMatchObject({
      draft: { city: 'Laval' },
      rejected: { email: 'jane ' },
    });
  });
});

test('the consent records what was shown, when and where it was accepted', () => {
  expect(hearing(begun(at.terms), { intent: 'accept' }).registration.consent).toEqual(consent);
});

test('unusable answers are counted until one is of use', () => {
  let registration = begun();
  const messages: readonly Partial<Understanding>[] = [
    {},
    { unusable: 'symbols' },
    { facts: { city: 'Laval' } },
    { intent: 'help' },
    {},
  ];
  const misses = messages.map((message) => {
    registration = hearing(registration, message).registration;
    return registration.misses;
  });
  expect(misses).toEqual([1, 2, 0, 0, 1]);
});
