import type { TranscriptEntry } from '../domain/transcriptEntry';
import type { Clock } from '../services/clock';
import type { Collection } from '../services/collection';
import { makeInTurn } from '../services/inTurn';
import { allOf, entriesFrom, entryOf, saidIn, type Timed, timeOf } from './entries';
import { limits } from './limits';
import type { Said } from './said';

export type Listener = (conversation: string, entries: readonly TranscriptEntry[]) => void;

export interface Transcript {
  append(conversation: string, said: readonly Said[], along?: Along): Promise<void>;
  /** What follows the first `read` entries, oldest first. */
  after(conversation: string, read: number, most: number): Promise<readonly TranscriptEntry[]>;
  /** How many entries there are; 0 when nothing is known of the conversation (any more). */
  length(conversation: string): Promise<number>;
  /** Among the last entries: what is posted again is posted soon. */
  hasLately(conversation: string, activityId: string): Promise<boolean>;
  /** Puts another content in the place of an activity: in what is kept, and once more at the end for those who have read it. */
  replace(conversation: string, said: Said): Promise<void>;
  /** Called with what was appended, once it is kept. */
  listen(listener: Listener): void;
  /** Resolves when what is being appended here now has been. */
  settled(conversation: string): Promise<void>;
}

interface Along {
  /** The id of one of them: nothing is appended when it was meanwhile, as another process had the same to say. */
  readonly once?: string | undefined;
  /** What earlier activities say from now on, named by their ids; what is not named of one stays. Those who have read them read it before the rest. */
  readonly changed?: readonly Changed[];
}

export interface Changed {
  readonly id: string;
  readonly [member: string]: unknown;
}

export interface TranscriptNeeds {
  readonly transcript: Collection<TranscriptEntry>;
  readonly clock: Clock;
}

/** The log of the web chat's conversations: what a client reads, whenever it comes (back). */
export const makeTranscript = ({ transcript, clock }: TranscriptNeeds): Transcript => {
  const listeners: Listener[] = [];
  const inTurn = makeInTurn();

  /** Where each conversation ended when it was last looked at: from there on it is never far to its end. */
  const ends = new Map<string, number>();

  const lastOf = async (conversation: string): Promise<TranscriptEntry | undefined> => {
    const lastFrom = async (seq: number): Promise<TranscriptEntry | undefined> => {
      const [last] = await transcript.find(entriesFrom(conversation, seq), {
        sort: { _id: -1 },
        limit: 1,
      });
      return last;
    };
    const end = ends.get(conversation);
    const last = (end === undefined ? undefined : await lastFrom(end)) ?? (await lastFrom(0));
    ends.delete(conversation);
    if (last !== undefined) ends.set(conversation, last.seq);
    const [oldest] = ends.keys();
    if (ends.size > mostEnds && oldest !== undefined) ends.delete(oldest);
    return last;
  };

  const hasUntil = async (
    conversation: string,
    end: number,
    activityId: string,
  ): Promise<boolean> => {
    const lately = entriesFrom(conversation, Math.max(0, end - late));
    return (await transcript.count({ ...lately, activityId })) > 0;
  };

  /** A number is given by adding: where another process was first, what is left takes the numbers after it. */
  const add = async (
    conversation: string,
    timed: readonly Timed[],
    { once, known, ...looked }: Meanwhile = {},
  ): Promise<void> => {
    if (timed.length === 0) return;
    const endNow = async () => (await lastOf(conversation))?.seq ?? 0;
    for (let open = timed, end = looked.end ?? (await endNow()); ; end = await endNow()) {
      const mayBeThere = end !== known && open.some(({ id }) => id === once);
      if (mayBeThere && (await hasUntil(conversation, end, once ?? ''))) return;
      const from = end + 1;
      const expiresAt = new Date(clock().getTime() + limits.conversationMs);
      const entries = open.map((said, index) =>
        entryOf(conversation, from + index, said, expiresAt),
      );
      const outcomes = await transcript.addMany(entries);
      const added = entries.filter((_, index) => outcomes[index] === 'added');
      const last = added.at(-1)?.seq;
      if (last !== undefined) ends.set(conversation, last);
      for (const listener of listeners) listener(conversation, added);
      open = open.filter((_, index) => outcomes[index] !== 'added');
      if (open.length === 0) return;
    }
  };

  /** Every entry of an activity: the one in its place, and one for each time it was changed. */
  const versionsOf = (conversation: string, activityId: string) =>
    transcript.find({ ...allOf(conversation), activityId });

  /** In what is kept it is changed where it stands, so that whoever comes later reads it there. */
  const rewrite = async (entries: readonly TranscriptEntry[], { timestamp: _, ...said }: Timed) => {
    await Promise.all(
      entries.map((entry) => {
        const activity = JSON.stringify({ ...said, timestamp: timeOf(entry) });
        return transcript.change({ _id: entry._id }, { $set: { activity } });
      }),
    );
  };

  return {
    append: (conversation, said, { once, changed = [] } = {}) =>
      inTurn(conversation, async () => {
        const known = ends.get(conversation);
        const [last, ...versions] = await Promise.all([
          lastOf(conversation),
          ...changed.map(({ id }) => versionsOf(conversation, id)),
        ]);
        // Clients put activities in the order of their times: a clock that is set back must not mix them up.
        const at = latest(timeOf(last), clock().toISOString());
        const renewed = changed.flatMap((one, index) => {
          const entries = versions[index] ?? [];
          const before = entries.at(-1);
          if (before === undefined) return [];
          // Its time is its place among the others.
          return [{ entries, said: { ...saidIn(before), ...one, timestamp: timeOf(before) } }];
        });
        const timed = [
          ...renewed.map((one) => one.said),
          ...said.map((activity) => ({ ...activity, timestamp: at })),
        ];
        await Promise.all([
          add(conversation, timed, { once, known, end: last?.seq ?? 0 }),
          ...renewed.map((one) => rewrite(one.entries, one.said)),
        ]);
      }),
    replace: (conversation, said) =>
      inTurn(conversation, async () => {
        const entries = await versionsOf(conversation, said.id);
        const [first] = entries;
        if (first === undefined) return;
        const timed = { ...said, timestamp: timeOf(first) };
        await rewrite(entries, timed);
        await add(conversation, [timed]);
      }),
    after: (conversation, read, most) =>
      transcript.find(entriesFrom(conversation, read + 1), { sort: { _id: 1 }, limit: most }),
    length: async (conversation) => (await lastOf(conversation))?.seq ?? 0,
    hasLately: async (conversation, activityId) => {
      // What came since this process looked or wrote is looked through as well.
      const end = ends.get(conversation) ?? (await lastOf(conversation))?.seq ?? 0;
      return hasUntil(conversation, end, activityId);
    },
    listen: (listener) => {
      listeners.push(listener);
    },
    settled: (conversation) => inTurn(conversation, async () => undefined),
  };
};

const mostEnds = 10_000;

const late = 50;

interface Meanwhile {
  readonly once?: string | undefined;
  /** Where the log ended when this process last looked or wrote: what follows is another's. */
  readonly known?: number | undefined;
  /** Where it ends, when that was looked up just now. */
  readonly end?: number;
}

const latest = (one: string, other: string): string => (one > other ? one : other);
