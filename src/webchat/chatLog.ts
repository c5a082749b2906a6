import type { TranscriptEntry } from '../domain/transcriptEntry';
import type { Clock } from '../services/clock';
import type { Collection } from '../services/collection';
import { makeOutlet, type WebChatOutlet } from './outlet';
import { makeTranscript, type Transcript } from './transcript';

/** The log and the way into it: made before the bot, which speaks through it. */
export interface ChatLog {
  readonly transcript: Transcript;
  readonly outlet: WebChatOutlet;
}

interface LogNeeds {
  readonly transcript: Collection<TranscriptEntry>;
  readonly clock: Clock;
  readonly newId: () => string;
}

export const makeChatLog = ({ transcript: collection, clock, newId }: LogNeeds): ChatLog => {
  const transcript = makeTranscript({ transcript: collection, clock });
  return { transcript, outlet: makeOutlet({ transcript, newId }) };
};
