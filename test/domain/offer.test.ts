import type { Draft } from '../../src/domain/facts';
import { type Member, mayOffer, openOffer, withOffer } from '../../src/domain/offer';
import { newRegistration, type Registration } from '../../src/domain/registration';

const empty = newRegistration('r', 1);
const zoe: Member = { givenName: 'Zoé', familyName: 'Tremblay', email: 'zoe@example.org' };
const all: Draft = { givenName: 'Zoé', familyName: 'Tremblay', email: 'zoe@example.org' };
const name: Draft = { givenName: 'Zoé', familyName: 'Tremblay' };

test.each<[string, Member | undefined, Draft | undefined]>([
  ['everything', zoe, all],
  ['nothing', {}, undefined],
  ['nobody', undefined, undefined],
  ['the whole name', { name: 'Zoé Tremblay' }, name],
  ['the name as directories write it', { name: 'Tremblay, Zoé' }, name],
  ['a given name only', { givenName: 'Zoé' }, undefined],
  [
    'parts that are none, and a whole name',
    { ...zoe, givenName: '???', name: 'Zoé Tremblay' },
    all,
  ],
  ['capitals', { givenName: 'ZOÉ', familyName: 'TREMBLAY' }, name],
  ['a domain in capitals', { email: 'Zoe@EXAMPLE.org' }, { email: 'Zoe@example.org' }],
  ['an address without a domain', { email: 'zoe' }, undefined],
  ['two addresses', { email: 'zoe@example.org; z@example.org' }, undefined],
  ['a guest', { email: 'zoe_example.org#EXT#@tenant.example.org' }, undefined],
  ['a name that is too long', { givenName: 'Z'.repeat(200), familyName: 'T' }, undefined],
  ['controls', { name: 'Zoé\u0007 Tremblay' }, undefined],
])('of %s is offered what can be used', (_, member, offer) => {
  expect(openOffer(withOffer(empty, member))).toEqual(offer);
});

test.each<[string, Partial<Registration>, Draft | undefined]>([
  ['an address', { draft: { email: 'z@example.org' } }, name],
  ['a given name', { draft: { givenName: 'Z' } }, { email: 'zoe@example.org' }],
  ['an address in vain', { rejected: { email: 'z@' } }, name],
  ['everything', { draft: { familyName: 'Z', email: 'z@example.org' } }, undefined],
  ['a telephone', { draft: { phone: '+15145550142' } }, all],
])('who has given %s is offered the rest', (_, given, offer) => {
  expect(openOffer({ ...withOffer(empty, zoe), ...given })).toEqual(offer);
});

test.each<[string, Partial<Registration>, boolean]>([
  ['a new registration', {}, true],
  ['one that was offered something before', { offered: true }, false],
  ['one that knows a name', { draft: name }, true],
  ['one that knows name and address', { draft: all }, false],
])('asking who the person is, for %s: %s', (_, given, may) => {
  expect(mayOffer({ ...empty, ...given })).toBe(may);
});
