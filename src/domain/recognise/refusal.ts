import type { Fact } from '../facts';
import type { Problem, ProblemKind } from '../problem';
import { heard } from './heard';

/** A problem with what was understood. */
export const refusal = (
  kind: ProblemKind,
  fact: Fact,
  understood: string,
  more: Pick<Problem, 'max' | 'country'> = {},
): Problem => ({ kind, fact, heard: heard(understood), ...more });
