import type { Fact } from '../../domain/facts';

/** Something that is wrong with what was sent, and the box that it is about. */
export interface Trouble {
  readonly sentence: string;
  readonly at?: Fact;
}
