import type { TurnContext } from 'botbuilder';

interface Caller {
  readonly from?: string;
}

/** The network address that the person calls from, which limits count by; none in channels, where many people share one. */
export const callerOf = (context: TurnContext): Caller =>
  context.turnState.get<Caller | undefined>(key) ?? {};

export const setCaller = (context: TurnContext, caller: Caller): void => {
  context.turnState.set(key, caller);
};

const key = Symbol('caller');
