import type { TurnContext } from 'botbuilder';
import type { FunnelStep } from '../src/domain/funnelStep';
import { progressOf, stepsToTheEnd } from '../src/domain/progress';
import { memoryOf, remember } from './memory';
import type { Memory } from './state';

/** The steps that the registration came to in this turn; remembers them. */
export const noteProgress = (
  context: TurnContext,
  before: Memory,
  termsVersion: string,
): readonly FunnelStep[] => {
  const { registration, done } = memoryOf(context);
  const wentThrough = done !== undefined && done.request.id !== before.done?.request.id;
  const ended = wentThrough ? stepsToTheEnd(before.registration) : [];
  if (registration === undefined) return ended;
  const { registration: noted, reached } = progressOf(registration, termsVersion);
  if (reached.length > 0) remember(context, { registration: noted });
  return [...ended, ...reached];
};
