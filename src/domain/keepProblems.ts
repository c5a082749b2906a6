import type { Kept } from './change';
import type { Fact } from './facts';
import type { Understanding } from './understanding';

/** What could not be used is said and shown again for correction; a problem with what is known already is none. */
export const keepProblems = (
  { registration, events }: Kept,
  { problems, inputs }: Understanding,
  isOpen: (fact: Fact) => boolean,
): Kept => {
  const open = problems.filter((problem) => isOpen(problem.fact));
  if (open.length === 0) return { registration, events };
  const typed: Readonly<Record<string, string>> = inputs;
  const contents = open.map(({ fact, heard }) => [fact, typed[fact] ?? heard]);
  return {
    registration: {
      ...registration,
      rejected: { ...registration.rejected, ...Object.fromEntries(contents) },
    },
    events: [...events, ...open.map((problem) => ({ kind: 'problem', problem }) as const)],
  };
};
