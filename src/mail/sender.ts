import type { ReadOutbox, SendMail } from '../services/sendMail';

/** What mails go out by. */
export interface Sender {
  readonly send: SendMail;
  /** Gives up what is under way, so that the process can end; it is tried again. */
  readonly hurry: () => void;
  readonly close: () => Promise<void>;
  /** The local outbox alone can show what it was given. */
  readonly read?: ReadOutbox;
}
