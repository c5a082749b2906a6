import type { WebSocket } from 'ws';
import type { TranscriptEntry } from '../domain/transcriptEntry';
import { errorName } from '../services/errorName';
import type { Log } from '../services/log';
import { activitiesIn } from './entries';
import { limits } from './limits';
import type { Transcript } from './transcript';
import { readSoFar } from './watermark';

/** One socket and how far it has read. */
export interface Viewer {
  /** Something was appended; `frame` is what a viewer gets who has read all that came before. */
  tell(entries: readonly TranscriptEntry[], frame: string): void;
  /** There is an entry of this number, which another process may have appended. */
  grown(seq: number): void;
  /** How far it has read; `undefined` until it has begun. */
  position(): number | undefined;
  /** Shows what is not kept; to a slow reader it is not shown. */
  show(activity: string): void;
  /** Sends a sign of life and ends a socket that gave none since the last time. */
  beat(): void;
  leave(): void;
}

interface Needs {
  readonly socket: WebSocket;
  readonly conversation: string;
  readonly watermark: string | undefined;
  readonly transcript: Transcript;
  readonly log: Log;
}

/** Bytes that may wait in memory for a reader who does not read. The rest waits in the log. */
const mostWaiting = 256 * 1024;

/** A client has nothing to say here but empty signs of life, one in twenty seconds. */
const mostFramesABeat = 100;

export const makeViewer = ({ socket, conversation, watermark, transcript, log }: Needs): Viewer => {
  let position: number | undefined;
  let reading = false;
  let more = false;
  let alive = true;
  let frames = 0;

  const isFull = () => socket.bufferedAmount > mostWaiting;

  const send = (frame: string) =>
    socket.send(frame, () => {
      if (more && !isFull()) void catchUp();
    });

  /** Reads on in the log until its end, or until the reader has enough to read. */
  const catchUp = async (): Promise<void> => {
    more = true;
    if (reading) return;
    reading = true;
    try {
      position ??= readSoFar(watermark, await transcript.length(conversation));
      while (more && !isFull() && socket.readyState === socket.OPEN) {
        more = false;
        const entries = await transcript.after(conversation, position, limits.frame);
        const last = entries.at(-1);
        if (last === undefined) continue;
        position = last.seq;
        more = true;
        send(frameOf(entries));
      }
    } catch (error) {
      log.error({ event: 'webChat.streamFailed', error: errorName(error) });
      socket.close(internalError);
    } finally {
      reading = false;
    }
  };

  const leave = () => {
    socket.close(goingAway);
    setImmediate(() => socket.terminate());
  };

  socket.on('error', () => socket.terminate());
  socket.on('pong', () => {
    alive = true;
  });
  socket.on('message', () => {
    alive = true;
    frames += 1;
    if (frames > mostFramesABeat) socket.terminate();
  });
  void catchUp();

  return {
    tell: (entries, frame) => {
      const isNext = entries[0]?.seq === (position ?? -1) + 1;
      if (!isNext || reading || isFull()) {
        void catchUp();
        return;
      }
      position = entries.at(-1)?.seq;
      send(frame);
    },
    grown: (seq) => {
      if (position === undefined || position < seq) void catchUp();
    },
    position: () => position,
    show: (activity) => {
      if (position === undefined || isFull()) return;
      socket.send(`{"activities":[${activity}],"watermark":"${position}"}`);
    },
    beat: () => {
      if (!alive) return socket.terminate();
      alive = false;
      frames = 0;
      socket.ping();
      // Browsers show pings to nobody: an empty frame tells the client's code that the line is alive.
      if (!isFull()) socket.send('');
    },
    leave,
  };
};

export const frameOf = (entries: readonly TranscriptEntry[]): string =>
  `{"activities":[${activitiesIn(entries).join(',')}],"watermark":"${entries.at(-1)?.seq ?? 0}"}`;

const goingAway = 1001;
const internalError = 1011;
