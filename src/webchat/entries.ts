import { type TranscriptEntry, transcriptEnd, transcriptKey } from '../domain/transcriptEntry';
import type { Filter } from '../services/collection';
import type { Said } from './said';

export type Timed = Said & { readonly timestamp: string };

export const entryOf = (
  conversation: string,
  seq: number,
  said: Timed,
  expiresAt: Date,
): TranscriptEntry => ({
  _id: transcriptKey(conversation, seq),
  conversation,
  seq,
  activityId: said.id,
  activity: JSON.stringify(said),
  expiresAt,
});

/** One run of keys: engines find it by their index of `_id`, however many conversations there are. */
export const entriesFrom = (conversation: string, seq: number): Filter<TranscriptEntry> => ({
  _id: { $gte: transcriptKey(conversation, seq), $lt: transcriptEnd(conversation) },
});

export const allOf = (conversation: string) => entriesFrom(conversation, 0);

export const saidIn = ({ activity }: TranscriptEntry): Timed => JSON.parse(activity);

export const timeOf = (entry: TranscriptEntry | undefined): string =>
  entry === undefined ? '' : saidIn(entry).timestamp;

/** What was said, as JSON: of an activity that was changed later, what it says now, where it was said. */
export const activitiesIn = (entries: readonly TranscriptEntry[]): readonly string[] => [
  ...new Map(entries.map(({ activityId, activity }) => [activityId, activity])).values(),
];
