/** One activity of a conversation in our own web chat, as it is shown again after a reload. */
export interface TranscriptEntry {
  /** Conversation and number, so that the entries of a conversation are one run of keys and no number is given twice. */
  readonly _id: string;
  readonly conversation: string;
  /** 1, 2, 3 … without gaps. */
  readonly seq: number;
  /** Several entries have the same one when an activity was changed after it was sent. */
  readonly activityId: string;
  /** JSON: what people put into an activity may hold keys that a store does not take. */
  readonly activity: string;
  readonly expiresAt: Date;
}
