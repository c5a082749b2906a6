import type { TurnContext } from 'botbuilder';

/** The request for help that was sent in this turn. */
export interface HelpSent {
  readonly id: string;
  readonly description: string;
  readonly email: string;
}

export const setHelpSent = (context: TurnContext, sent: HelpSent): void => {
  context.turnState.set(key, sent);
};

export const helpSentIn = (context: TurnContext): HelpSent | undefined =>
  context.turnState.get<HelpSent | undefined>(key);

const key = Symbol('helpSent');
