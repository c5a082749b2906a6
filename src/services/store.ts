import type { Account } from '../domain/account';
import type { Conversation } from '../domain/conversation';
import type { HelpRequest } from '../domain/helpRequest';
import type { Machine } from '../domain/machine';
import type { TranscriptEntry } from '../domain/transcriptEntry';
import type { Collection } from './collection';
import type { Limit } from './limit';

/** Everything that is kept, whatever the engine. */
export interface Store {
  readonly accounts: Collection<Account>;
  readonly machines: Collection<Machine>;
  readonly conversations: Collection<Conversation>;
  readonly helpRequests: Collection<HelpRequest>;
  readonly limits: Collection<Limit>;
  /** What was said in our own web chat. */
  readonly transcript: Collection<TranscriptEntry>;
  /** Waits for what is being written; nothing may be asked of the store afterwards. */
  close(): Promise<void>;
}
