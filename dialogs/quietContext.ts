import type { TurnContext } from 'botbuilder';
import {
  DialogContext,
  DialogMemoryScope,
  type DialogSet,
  type DialogStateManagerConfiguration,
  TurnMemoryScope,
} from 'botbuilder-dialogs';
import { dialogStack } from './memory';

/** Our dialogs listen to no events. To tell them of one, the SDK makes contexts of its own at each turn. */
export class QuietContext extends DialogContext {
  override async emitEvent(): Promise<boolean> {
    return false;
  }
}

/** The context that a turn's dialogs begin in. */
export const rootContext = async (
  dialogs: DialogSet,
  context: TurnContext,
): Promise<DialogContext> => {
  context.turnState.set(configurationKey, configuration);
  return new QuietContext(dialogs, context, await dialogStack.get(context, { dialogStack: [] }));
};

/** Where the SDK keeps it for a turn; it builds it anew in each one where it is not there. */
const configurationKey = 'DialogStateManagerConfiguration';

/** What the SDK itself puts into a context's memory. Ours is elsewhere (memory.ts), so nothing is ever looked up by a path. */
const configuration: DialogStateManagerConfiguration = {
  memoryScopes: [new TurnMemoryScope(), new DialogMemoryScope()],
  pathResolvers: [],
};
