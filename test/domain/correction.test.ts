import type { Draft, Fact, Field } from '../../src/domain/facts';
import { understand } from '../../src/domain/understand';

interface Meant {
  readonly correction?: Field | Fact;
  readonly facts?: Draft;
  readonly led?: readonly Field[];
  readonly removed?: readonly Fact[];
}

const asksAgain = (correction: Field | Fact): Meant => ({ correction });
const says = (field: Field, facts: Draft): Meant => ({ facts, led: [field] });
const removes = (fact: Fact): Meant => ({ removed: [fact] });

const french: readonly (readonly [string, Meant])[] = [
  ['le code postal n’est pas bon', asksAgain('postalCode')],
  ['mon adresse est fausse', asksAgain('address')],
  ['je veux modifier mon nom', asksAgain('name')],
  ['mauvais courriel', asksAgain('email')],
  ['changer mon téléphone', asksAgain('phone')],
  ['La ville est incorrecte', asksAgain('city')],
  ['je me suis trompé de numéro de série', asksAgain('serial')],
  ['corriger la province', asksAgain('region')],
  ['changer la réponse pour le compteur', asksAgain('meterContact')],
  ['je veux relire les modalités', asksAgain('termsAccepted')],
  ['il y a une erreur dans mon prénom', asksAgain('givenName')],
  ['mon nom de famille est mal écrit', asksAgain('familyName')],
  ['le poste n’est pas le bon', asksAgain('extension')],
  ['Pouvez-vous changer mon adresse de courriel svp ?', asksAgain('email')],
  ['modifier l’appartement', asksAgain('unit')],
  ['le pays n’est pas bon', asksAgain('country')],
  ['revenir au courriel', asksAgain('email')],
  ['ce n’est pas la bonne rue', asksAgain('street')],
  ['non, le code postal est faux', asksAgain('postalCode')],
  ['je voudrais corriger le numéro de téléphone', asksAgain('phone')],
  ['mon courriel n’est pas zoe@example.org', asksAgain('email')],
  ['ce n’est pas zoe@example.org', asksAgain('email')],
  ['le poste n’est pas 45', asksAgain('extension')],
  ['tout est bon sauf le code postal', asksAgain('postalCode')],
  [
    'ce n’est pas zoee@example.org mais zoe@example.org',
    says('email', { email: 'zoe@example.org' }),
  ],
  ['mon nom n’est pas Jane mais Zoé', says('name', { givenName: 'Zoé' })],
  ['non, c’est Jane Roy', says('name', { givenName: 'Jane', familyName: 'Roy' })],
  ['en fait, 14 rue des Pins', says('address', { street: '14 rue des Pins' })],
  ['enlevez le poste', removes('extension')],
  ['je n’ai pas de poste', removes('extension')],
  ['il n’y a pas d’appartement', removes('unit')],
  ['supprimez le numéro d’appartement', removes('unit')],
  ['sans poste', removes('extension')],
  ['en fait mon courriel est zoe@example.org', says('email', { email: 'zoe@example.org' })],
  ['non, c’est zoe@example.org', says('email', { email: 'zoe@example.org' })],
  ['changez mon courriel pour zoe@example.org', says('email', { email: 'zoe@example.org' })],
  ['plutôt zoe@example.org', says('email', { email: 'zoe@example.org' })],
  ['mon téléphone est plutôt le 514 555-0199', says('phone', { phone: '+15145550199' })],
  ['non, c’est 514 555-0199', says('phone', { phone: '+15145550199' })],
  ['désolé, 514 555-0199', says('phone', { phone: '+15145550199' })],
  ['le poste est 45', says('phone', { extension: '45' })],
  ['changer le poste pour 45', says('phone', { extension: '45' })],
  [
    'je me suis trompé, mon nom est Zoé Lavoie',
    says('name', { givenName: 'Zoé', familyName: 'Lavoie' }),
  ],
  ['mon nom de famille est Lavoie', says('name', { familyName: 'Lavoie' })],
  ['mon prénom s’écrit Zoë', says('name', { givenName: 'Zoë' })],
  ['mon prénom est Zoë, pas Zoé', says('name', { givenName: 'Zoë' })],
  ['le numéro de série est plutôt RPC453072', says('serial', { serial: 'RPC453072' })],
  ['finalement je veux être la personne-ressource', says('meterContact', { meterContact: true })],
  ['je ne veux pas être la personne-ressource', says('meterContact', { meterContact: false })],
  ['finalement non pour le compteur', says('meterContact', { meterContact: false })],
  ['changer le compteur à oui', says('meterContact', { meterContact: true })],
];

const english: readonly (readonly [string, Meant])[] = [
  ['change my phone', asksAgain('phone')],
  ['wrong email', asksAgain('email')],
  ['the city is wrong', asksAgain('city')],
  ['my postal code is not right', asksAgain('postalCode')],
  ['the zip code is incorrect', asksAgain('postalCode')],
  ['I want to edit my address', asksAgain('address')],
  ['fix my name please', asksAgain('name')],
  ['there is a typo in my last name', asksAgain('familyName')],
  ['my first name is misspelled', asksAgain('givenName')],
  ['I made a mistake in my email', asksAgain('email')],
  ['can I change the serial number?', asksAgain('serial')],
  ['go back to the email', asksAgain('email')],
  ['change the meter answer', asksAgain('meterContact')],
  ['the meter-reading answer is wrong', asksAgain('meterContact')],
  ['I would like to read the terms again', asksAgain('termsAccepted')],
  ['wrong province', asksAgain('region')],
  ['the state is wrong', asksAgain('region')],
  ['the country isn’t right', asksAgain('country')],
  ['change my apartment', asksAgain('unit')],
  ['the extension is wrong', asksAgain('extension')],
  ['no, the phone number is wrong', asksAgain('phone')],
  ['my email is not sam@example.org', asksAgain('email')],
  ['it’s not sam@example.org', asksAgain('email')],
  ['everything is right except the city', asksAgain('city')],
  ['it’s not samm@example.org but sam@example.org', says('email', { email: 'sam@example.org' })],
  ['my extension is not 45 but 54', says('phone', { extension: '54' })],
  ['no, it’s Sam Roy', says('name', { givenName: 'Sam', familyName: 'Roy' })],
  ['remove the extension', removes('extension')],
  ['no extension', removes('extension')],
  ['I don’t have a unit', removes('unit')],
  ['there is no apartment', removes('unit')],
  ['delete my extension', removes('extension')],
  ['actually my email is sam@example.org', says('email', { email: 'sam@example.org' })],
  ['no, it’s sam@example.org', says('email', { email: 'sam@example.org' })],
  ['change my email to sam@example.org', says('email', { email: 'sam@example.org' })],
  ['sorry, I meant sam@example.org', says('email', { email: 'sam@example.org' })],
  ['change my phone to 416 555-0123', says('phone', { phone: '+14165550123' })],
  ['my phone number should be 416-555-0123', says('phone', { phone: '+14165550123' })],
  ['no, 416 555 0123', says('phone', { phone: '+14165550123' })],
  ['the extension is 45', says('phone', { extension: '45' })],
  ['extension is 45 not 54', says('phone', { extension: '45' })],
  ['change my extension to 45', says('phone', { extension: '45' })],
  ['my name is Sam Roy', says('name', { givenName: 'Sam', familyName: 'Roy' })],
  ['change my name to Sam Roy', says('name', { givenName: 'Sam', familyName: 'Roy' })],
  ['my last name is spelled Tremblai', says('name', { familyName: 'Tremblai' })],
  ['my first name is not Sam but Samuel', says('name', { givenName: 'Samuel' })],
  ['the serial number is RPC453072', says('serial', { serial: 'RPC453072' })],
  ['I want to be the meter contact', says('meterContact', { meterContact: true })],
  ['I don’t want to be the meter contact', says('meterContact', { meterContact: false })],
  ['change meter contact to no', says('meterContact', { meterContact: false })],
  ['meter contact: yes, actually', says('meterContact', { meterContact: true })],
];

const addresses: readonly (readonly [string, Meant])[] = [
  ['la ville est Laval', says('address', { city: 'Laval' })],
  ['la ville est Laval, pas Montréal', says('address', { city: 'Laval' })],
  ['changez la ville pour Laval', says('address', { city: 'Laval' })],
  ['mon appartement est le 5', says('address', { unit: '5' })],
  ['the city is Laval not Montreal', says('address', { city: 'Laval' })],
  ['unit is 5 not 4', says('address', { unit: '5' })],
  ['change the city to Sherbrooke', says('address', { city: 'Sherbrooke' })],
  ['le pays est la France', says('address', { country: 'FR' })],
];

const meantBy = (text: string) => {
  const { correction, facts, led, removed } = understand({ text }, { locale: 'fr' });
  return { correction, facts, led, removed };
};

const nothing = { correction: undefined, facts: {}, led: [], removed: [] };

test.each(french)('understands the French correction « %s »', (text, meant) => {
  expect(meantBy(text)).toEqual({ ...nothing, ...meant });
});

test.each(english)('understands the English correction "%s"', (text, meant) => {
  expect(meantBy(text)).toEqual({ ...nothing, ...meant });
});

test.each(addresses)('sets one part of an address right with « %s »', (text, meant) => {
  const { facts, led } = meantBy(text);
  expect(facts).toMatchObject(meant.facts ?? {});
  expect(led).toEqual(meant.led);
});

test.each([
  ['non, le courriel', 'email'],
  ['l’adresse', 'address'],
  ['phone number please', 'phone'],
] as const)(
  'takes a field that is named at the review for the one to change: « %s »',
  (text, field) => {
    expect(understand({ text }, { locale: 'fr', asked: 'confirm' }).correction).toBe(field);
  },
);

test('keeps what is given and asks for what is said to be wrong in one message', () => {
  const text = 'le code postal n’est pas bon et mon courriel est zoe@example.org';
  expect(meantBy(text)).toMatchObject({
    correction: 'postalCode',
    facts: { email: 'zoe@example.org' },
    led: ['email'],
  });
});

test.each([
  'oui, sauf que mon courriel est zoe@example.org',
  'oui mais le courriel est faux',
  'yes but change my phone',
  'ok, but my email is sam@example.org',
])('never confirms while something is being corrected: « %s »', (text) => {
  const { intent, correction, facts } = understand({ text }, { locale: 'fr', asked: 'confirm' });
  expect(intent).toBeUndefined();
  expect(correction ?? facts.email).toBeDefined();
});
