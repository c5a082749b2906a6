import type { TurnContext } from 'botbuilder';
import { sketch } from '../cards/draw';
import { texts } from '../src/text/texts';
import { numberCard, remember } from './memory';
import { say } from './say';

export const welcome = async (context: TurnContext, ...also: readonly string[]): Promise<void> => {
  const { locale } = remember(context, { greeted: true });
  const at = numberCard(context);
  const t = texts[locale];
  await say(context, [t.conversation.welcome, ...also], sketch('welcome', locale, { at }));
};
