import type { Step } from './step';

export const parts = ['details', 'machine', 'confirmation'] as const;

/** Which of the guide's three steps a page belongs to. */
export const partOf: Readonly<Record<Step, (typeof parts)[number]>> = {
  details: 'details',
  emailSuggestion: 'details',
  terms: 'details',
  machine: 'machine',
  machineSuggestion: 'machine',
  meterContact: 'machine',
  review: 'confirmation',
  done: 'confirmation',
};
