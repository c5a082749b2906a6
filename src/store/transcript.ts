import type { TranscriptEntry } from '../domain/transcriptEntry';
import type { Schema } from './schema';

export const transcript: Schema<TranscriptEntry> = {
  name: 'transcript',
  expires: { by: 'expiresAt', afterMs: 0 },
};
