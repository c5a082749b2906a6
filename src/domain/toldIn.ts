/** The conversation in which a person is told what becomes of their mail and their account. */
export interface ToldIn {
  /** Channel and conversation: "webchat|abc". */
  readonly conversation: string;
  /** A Bot Framework ConversationReference, plain JSON. */
  readonly reference: unknown;
}
