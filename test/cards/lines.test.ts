import { lines } from '../../cards/lines';
import { machineCard, meterContactCard, termsCard } from '../../cards/render';
import { termsEn } from '../../src/text/terms/en';
import { texts } from '../../src/text/texts';

test('a card can be read as lines', () => {
  expect(
    lines(machineCard(texts.en, { at: 1, value: 'GNX', problem: 'Too short.', offerHelp: true })),
  ).toEqual([
    'Step 2 of 3 · Find your account',
    "One of your organization's machines",
    'Its serial number is used to find your account and your equipment. Any machine under contract will do.',
    'Too short.',
    'Serial number: GNX',
    'Where to find it: on the label at the back of the machine or inside the front door, after “S/N”.',
    'Sample label',
    'S/N GNX130001',
    '[Continue]',
    '[Raise a help request]',
  ]);
});

test('a tick box is read with its sentence', () => {
  expect(lines(termsCard(texts.en, { at: 1, terms: termsEn, url: '/terms' }))).toContain(
    '( ) I have read and accept the account management terms',
  );
});

test('buttons come last', () => {
  expect(
    lines(meterContactCard(texts.fr, { at: 1, model: 'C7020', partner: false })).slice(-2),
  ).toEqual(['[Oui]', '[Non]']);
});
