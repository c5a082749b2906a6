import type { Account } from '../domain/account';
import type { Conversation } from '../domain/conversation';
import type { HandOver } from '../domain/handOver';
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
  readonly handOvers: Collection<HandOver>;
  readonly limits: Collection<Limit>;
  /** What was said in our own web chat. */
  readonly transcript: Collection<TranscriptEntry>;
  /** Tells of what other processes add to `transcript`. */
  readonly watchTranscript: WatchTranscript;
  /** Rejects when nothing can be kept at the moment, within two seconds. */
  ping(): Promise<void>;
  /** Waits for what is being written; nothing may be asked of the store afterwards. */
  close(): Promise<void>;
}

/** Begins to watch; what it returns ends that. */
export type WatchTranscript = (watching: Watching) => () => void;

export interface Watching {
  /** The conversations that somebody is looking at here, with the number of the last entry that they have been shown. */
  readonly looking: () => Iterable<readonly [conversation: string, seq: number]>;
  /** There is an entry of this number. Own entries are told of as well, and nothing is lost when one is told of twice. */
  readonly onGrown: (conversation: string, seq: number) => void;
}
