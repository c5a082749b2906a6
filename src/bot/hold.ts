import type { Conversation } from '../domain/conversation';

/** How a turn gets hold of a conversation's document, so that nobody else works on it meanwhile. */
export type TakeHold = (conversation: string) => Promise<Hold>;

export interface Hold {
  readonly document: Pick<Conversation, 'state' | 'handled'>;
  /** What a handled activity was answered, as long as that is kept. */
  readonly answered: (activity: string) => Promise<string | undefined>;
  /** Stores what the turn leaves behind and lets go. `lost`: somebody else has the document by now, and nothing was stored. */
  readonly put: (left: Left) => Promise<'stored' | 'lost'>;
  /** Lets go without a change. */
  readonly giveBack: () => Promise<void>;
}

export interface Left {
  readonly state: string;
  /** Absent when the channel gave the activity no id. */
  readonly answered?: { readonly id: string; readonly replies: string };
  /** What earlier activities were answered goes. */
  readonly forgets: boolean;
}

/** Another process keeps the conversation: the channel is asked to try again. */
export class ConversationBusy extends Error {
  override readonly name = 'ConversationBusy';
}
