import type { TranscriptEntry } from '../domain/transcriptEntry';
import type { Schema } from './schema';

/** Searched by ranges of `_id` alone. */
export const transcript: Schema<TranscriptEntry> = {
  name: 'transcript',
  expires: { by: 'expiresAt', afterMs: 0 },
  hot: true,
};
