import type { Conversation } from '../domain/conversation';
import type { Update } from '../services/collection';
import type { Left } from './hold';

const handledKept = 20;
const repliesKept = 5;

/** What a turn leaves behind, as a change of the conversation's document: only what is new travels. */
export const asUpdate = (
  { state, answered, forgets }: Left,
  now: Date,
): Pick<Update<Conversation>, '$push'> & {
  readonly $set: NonNullable<Update<Conversation>['$set']>;
} => {
  if (answered === undefined) return { $set: { state, touchedAt: now } };
  const reply = { id: answered.id, activities: answered.replies };
  return {
    $set: { state, touchedAt: now, ...(forgets ? { replies: [reply] } : {}) },
    $push: {
      handled: { $each: [answered.id], $slice: -handledKept },
      ...(forgets ? {} : { replies: { $each: [reply], $slice: -repliesKept } }),
    },
  };
};

/** The same for a document that nothing was left in yet. */
export const asFirst = ({
  state,
  answered,
}: Left): Pick<Conversation, 'state' | 'handled' | 'replies'> => ({
  state,
  handled: answered === undefined ? [] : [answered.id],
  replies: answered === undefined ? [] : [{ id: answered.id, activities: answered.replies }],
});

/** What an activity was answered, as long as the document keeps it. */
export const answerIn = (
  document: Pick<Conversation, 'replies'> | undefined,
  activity: string,
): string | undefined => document?.replies.find(({ id }) => id === activity)?.activities;
