import type { Reply } from './reply';

/** Says to machines what the page says to people: when to try again. */
export const tooSoon = (reply: Reply, until: Date, now: Date): Reply => ({
  ...reply,
  status: 429,
  headers: {
    ...reply.headers,
    'Retry-After': String(Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))),
  },
});
