import type { TurnContext } from 'botbuilder';
import { fieldOf } from '../src/domain/fieldTable';
import { factsIn } from '../src/domain/merge';
import type { Understanding } from '../src/domain/understanding';
import { memoryOf } from './memory';

/** After a registration went through, a correction is about that one; several answers at once begin another. */
export const isAboutDone = (context: TurnContext, understanding: Understanding): boolean => {
  const { registration, done } = memoryOf(context);
  const { facts, correction, removed, intent, press } = understanding;
  if (done === undefined || registration !== undefined) return false;
  if (press !== undefined || intent === 'start') return false;
  const given = new Set(factsIn(facts).map(fieldOf));
  return correction !== undefined || removed.length > 0 || given.size === 1;
};
