import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import { readState } from './readState';
import { unversioned } from './stack';
import type { Memory } from './state';

/** Memory and dialog stack of the turn under way live in the turn's context; the turn stores them. */
export const openMemory = (context: TurnContext, json: string): void => {
  const { memory, stack } = readState(json);
  context.turnState.set(memoryKey, memory);
  context.turnState.set(stackKey, stack);
  context.turnState.set(erasedKey, false);
};

export const memoryJson = (context: TurnContext): string =>
  JSON.stringify({
    memory: memoryOf(context),
    stack: unversioned(context.turnState.get<DialogState>(stackKey)),
  });

export const memoryOf = (context: TurnContext): Memory => context.turnState.get<Memory>(memoryKey);

export const remember = (context: TurnContext, news: Partial<Memory>): Memory => {
  const memory = { ...memoryOf(context), ...news };
  context.turnState.set(memoryKey, memory);
  return memory;
};

/** The number of a card that is about to be sent. */
export const numberCard = (context: TurnContext): number =>
  remember(context, { cards: memoryOf(context).cards + 1 }).cards;

export const forget = (
  context: TurnContext,
  what: 'registration' | 'done' | 'recovered' | 'open',
): void => {
  const { [what]: _, ...rest } = memoryOf(context);
  context.turnState.set(memoryKey, rest);
};

/** The SDK keeps its stack by changing this object; it is the only thing in a conversation that is changed in place. */
export const dialogStack: StatePropertyAccessor<DialogState> = {
  get: async (context: TurnContext) => context.turnState.get<DialogState>(stackKey),
  set: async (context: TurnContext, stack: DialogState) => {
    context.turnState.set(stackKey, stack);
  },
  delete: async (context: TurnContext) => {
    context.turnState.set(stackKey, { dialogStack: [] });
  },
};

/** What was said so far is not to be kept, not even to send it again. */
export const eraseTraces = (context: TurnContext): void => {
  context.turnState.set(erasedKey, true);
};

export const tracesErased = (context: TurnContext): boolean =>
  context.turnState.get<boolean | undefined>(erasedKey) === true;

const erasedKey = Symbol('erased');
const memoryKey = Symbol('memory');
const stackKey = Symbol('stack');
