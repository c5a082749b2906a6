const minutes = 60_000;
const days = 86_400_000;

export const limits = {
  /** Of a conversation's log and of the cookie that resumes it, after the last thing that was said. */
  conversationMs: 2 * days,
  /** The client renews it every quarter of an hour. */
  tokenMs: 45 * minutes,
  /** Of the token in the stream's address, which proxies write down. */
  streamTokenMs: 2 * minutes,
  /** Conversations begun from one network address; an office may share one. */
  mintsPerMinute: 60,
  /** Activities of one conversation that wait for their turn. */
  waitingActivities: 20,
  /** Activities in one answer or frame. */
  page: 500,
  frame: 50,
} as const;
