import type { TurnContext } from 'botbuilder';
import { texts } from '../src/text/texts';
import { dialogStack, memoryOf, remember } from './memory';
import { welcome } from './welcome';

/**
 * Greets once, however many announcements of an arrival come and in whatever order, and never after the person has spoken.
 * Who comes back after leaving is greeted again, and told that earlier answers are still there.
 */
export const arrive = async (context: TurnContext): Promise<void> => {
  if (!isLatest(context)) return;
  const { greeted, heard, registration, locale } = memoryOf(context);
  if (greeted || heard > 0) return;
  if (registration === undefined) return welcome(context);
  await dialogStack.delete(context);
  await welcome(context, texts[locale].conversation.answersKept);
};

/** The app was taken away: nothing can be said now, and the next arrival is a new one. */
export const leave = (context: TurnContext): void => {
  if (isLatest(context)) remember(context, { greeted: false, heard: 0 });
};

/** Announcements may overtake each other: what is older than one that counted is history. */
const isLatest = (context: TurnContext): boolean => {
  const at = Date.parse(String(context.activity.timestamp));
  const { announcedAt = 0 } = memoryOf(context);
  // Without a time it is taken as news.
  if (Number.isNaN(at)) return true;
  if (at < announcedAt) return false;
  remember(context, { announcedAt: at });
  return true;
};
