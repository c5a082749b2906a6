/** One activity of a conversation in our own web chat, as it is shown again after a reload. */
export interface TranscriptEntry {
  /** Conversation and number (`transcriptKey`), so that the entries of a conversation are one run of keys and no number is given twice. */
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

export const transcriptKey = (conversation: string, seq: number): string =>
  `${conversation}|${String(seq).padStart(9, '0')}`;

/** After every key of a conversation and before those of any other. */
export const transcriptEnd = (conversation: string): string => `${conversation}|~`;

export const placeOf = (key: string): { readonly conversation: string; readonly seq: number } => {
  const bar = key.lastIndexOf('|');
  return { conversation: key.slice(0, bar), seq: Number(key.slice(bar + 1)) };
};
