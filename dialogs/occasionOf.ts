import type { TurnContext } from 'botbuilder';
import type { Occasion } from '../src/domain/change';
import type { Question } from '../src/domain/question';
import { memoryOf } from './memory';
import type { Services } from './services';

/** When and where something was said, for the consent record; with the question that it may answer. */
export const occasionOf = (
  context: TurnContext,
  { clock, terms }: Services,
  question?: Question,
): Occasion => {
  const { cards, locale } = memoryOf(context);
  const { id, channelId } = context.activity;
  return {
    at: clock().toISOString(),
    channel: channelId,
    ...(id === undefined ? {} : { activityId: id }),
    ...(question === undefined ? {} : { question }),
    termsVersion: terms[locale].version,
    nextCard: cards + 1,
  };
};
