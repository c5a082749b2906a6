import type { answered as french } from '../fr/answered';

export const answered: typeof french = {
  noted: 'Answers noted',
  machine: 'Machine chosen',
  accepted: 'Terms read and accepted',
  declined: 'Terms declined: your answers were not kept.',
  chosen: 'Answer noted',
  confirmed: 'Answers confirmed',
  changed: 'An answer has changed since: these answers have to be checked again.',
  over: 'This card is no longer in use.',
  sent: (id) => `Request ${id} sent`,
  cancelled: 'Request cancelled',
};
