/** One fact a message, as a person does who answers what is asked. */
export const oneByOne = (person: string): readonly string[] => [
  'start',
  'Anna Roy',
  '12 Maple Street, Toronto ON M5V 2T6',
  `${person}@example.org`,
  '416-555-0142',
  'I accept',
  'GNX130001',
  'no',
  'I confirm',
];

/** Everything in one message, then what has to be asked. */
export const atOnce = (person: string): readonly string[] => [
  `I'm Anna Roy, 12 Maple Street, Toronto ON M5V 2T6, ${person}@example.org, 416-555-0142, GNX130001`,
  'I accept',
  'no',
  'I confirm',
];

/** The same facts, each asked for by a prompt of its own. */
export const prompted = (person: string): readonly string[] => [
  'hi',
  'Anna',
  'Roy',
  '12 Maple Street',
  'Toronto',
  'ON',
  'M5V 2T6',
  'Canada',
  `${person}@example.org`,
  '416-555-0142',
  'yes',
  'GNX130001',
  'no',
  'yes',
];
