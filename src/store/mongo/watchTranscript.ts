import type { mongo } from 'mongoose';
import {
  placeOf,
  type TranscriptEntry,
  transcriptEnd,
  transcriptKey,
} from '../../domain/transcriptEntry';
import type { Collection, Filter } from '../../services/collection';
import type { Watching, WatchTranscript } from '../../services/store';

interface Needs {
  readonly transcript: Collection<TranscriptEntry>;
  /** A change stream of what is inserted, with the documents' keys alone. */
  readonly openStream: () => mongo.ChangeStream<Inserted>;
  readonly pollMs?: number;
  /** After so many looks a change stream is tried again. */
  readonly looksBetweenStreams?: number;
}

export type Inserted = mongo.Document & { readonly _id: string };

/**
 * By change stream where the server has them (a replica set, a sharded cluster), by looking again every 400 ms where it does not and
 * while a stream is broken. What came between two streams is found by looking once when the next one is open.
 */
export const makeWatchTranscript =
  ({ transcript, openStream, pollMs = 400, looksBetweenStreams = 75 }: Needs): WatchTranscript =>
  (watching) => {
    let stopped = false;
    let stream: mongo.ChangeStream<Inserted> | undefined;
    const look = makeLook(transcript, watching);

    const follow = async (): Promise<void> => {
      stream = openStream();
      try {
        for (let isOpen = false; !stopped; isOpen = true) {
          const change = await stream.tryNext();
          if (!isOpen) await look();
          if (change !== null && 'documentKey' in change) {
            const { conversation, seq } = placeOf(String(change.documentKey._id));
            watching.onGrown(conversation, seq);
          }
        }
      } finally {
        await stream.close().catch(() => undefined);
      }
    };

    const watch = async (): Promise<void> => {
      while (!stopped) {
        // The next stream, or looking, finds what this one missed.
        await follow().catch(() => undefined);
        for (let looks = 0; !stopped && looks < looksBetweenStreams; looks += 1) {
          await look().catch(() => undefined);
          await pause(pollMs);
        }
      }
    };
    void watch();
    return () => {
      stopped = true;
      void stream?.close().catch(() => undefined);
    };
  };

/** One question for all conversations that somebody looks at here; each entry is told of once. */
const makeLook = (transcript: Collection<TranscriptEntry>, { looking, onGrown }: Watching) => {
  let told: ReadonlyMap<string, number> = new Map();
  return async (): Promise<void> => {
    const places = [...looking()].map(
      ([conversation, seq]) => [conversation, Math.max(seq, told.get(conversation) ?? 0)] as const,
    );
    told = new Map(places);
    for (let from = 0; from < places.length; from += mostAsked) {
      const found = await transcript.find({ $or: places.slice(from, from + mostAsked).map(after) });
      const last = new Map(found.map(({ conversation, seq }) => [conversation, seq]));
      for (const { conversation, seq } of found) {
        last.set(conversation, Math.max(seq, last.get(conversation) ?? 0));
      }
      told = new Map([...told, ...last]);
      for (const [conversation, seq] of last) onGrown(conversation, seq);
    }
  };
};

/** A question has a greatest length. */
const mostAsked = 1_000;

const after = ([conversation, seq]: readonly [string, number]): Filter<TranscriptEntry> => ({
  _id: { $gte: transcriptKey(conversation, seq + 1), $lt: transcriptEnd(conversation) },
});

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref();
  });
