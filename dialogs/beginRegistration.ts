import type { TurnContext } from 'botbuilder';
import { newRegistration } from '../src/domain/registration';
import { memoryOf, remember } from './memory';
import type { Services } from './services';

/** A registration with nothing in it yet; cards that were sent before belong to an earlier one. */
export const beginRegistration = (context: TurnContext, { newId }: Services): void => {
  const { cards } = memoryOf(context);
  remember(context, { registration: newRegistration(newId(), cards + 1) });
};
