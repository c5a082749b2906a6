import type { Understanding } from '../../src/domain/understanding';

/** A message that was understood, as it says nothing unless told otherwise. */
export const understood = (given: Partial<Understanding> = {}): Understanding => ({
  text: '',
  facts: {},
  led: [],
  removed: [],
  problems: [],
  inputs: {},
  extras: {},
  question: false,
  ...given,
});
