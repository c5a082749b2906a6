import type { TurnContext } from 'botbuilder';
import type { Asked } from '../src/domain/readMessage';
import type { Understanding } from '../src/domain/understanding';

/** A message is understood once, by the main dialog; everyone else reads the result here. */
export const understandingOf = (context: TurnContext): Understanding =>
  context.turnState.get<Understanding>(key);

export const setUnderstanding = (context: TurnContext, understanding: Understanding): void => {
  context.turnState.set(key, understanding);
};

/** What the message was read as the answer to. */
export const askedOf = (context: TurnContext): Asked | undefined => context.turnState.get(askedKey);

export const setAsked = (context: TurnContext, asked: Asked | undefined): void => {
  context.turnState.set(askedKey, asked);
};

const key = Symbol('understanding');
const askedKey = Symbol('asked');
