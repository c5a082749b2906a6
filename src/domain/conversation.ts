/** A conversation as it is kept between turns (design §6): read and written at every turn, so its size is the turn's price. */
export interface Conversation {
  /** Channel and conversation id. */
  readonly _id: string;
  /** JSON. */
  readonly state: string;
  /** Ids of the last 20 activities that had their effect. */
  readonly handled: readonly string[];
  /** What the last five of them were answered, reduced to what is needed to send it again. */
  readonly replies: readonly StoredReplies[];
  readonly leaseOwner?: string;
  readonly leaseUntil?: Date;
  readonly touchedAt: Date;
  /** Where the last cards stand in channels that give ids of their own, for taking their place once they are answered. */
  readonly sent?: readonly SentCard[];
}

export interface SentCard {
  /** Number of the card. */
  readonly at: number;
  /** Of the activity that brought it. */
  readonly id: string;
}

interface StoredReplies {
  /** The activity that was answered. */
  readonly id: string;
  /** JSON. */
  readonly activities: string;
}
