import type { Activity } from 'botbuilder';

/** A sentence as it is, read aloud as it is written. */
export const plainMessage = (text: string): Partial<Activity> => ({
  type: 'message',
  text,
  speak: text,
  textFormat: 'plain',
});
