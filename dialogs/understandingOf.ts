import type { TurnContext } from 'botbuilder';
import type { Understanding } from '../src/domain/understanding';

/** A message is understood once, by the main dialog; everyone else reads the result here. */
export const understandingOf = (context: TurnContext): Understanding =>
  context.turnState.get<Understanding>(key);

export const setUnderstanding = (context: TurnContext, understanding: Understanding): void => {
  context.turnState.set(key, understanding);
};

const key = Symbol('understanding');
