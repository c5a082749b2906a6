import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Log } from '../services/log';
import type { WatchTranscript } from '../services/store';
import type { Tokens } from './tokens';
import type { Transcript } from './transcript';
import { frameOf, makeViewer, type Viewer } from './viewer';

export interface Stream {
  /** Takes over a connection that asks to become a socket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Shows an activity to those who are there now. */
  show(conversation: string, activity: string): void;
  /** Ends every socket and takes no more; clients come back by themselves. */
  close(): void;
}

export interface StreamNeeds {
  readonly tokens: Tokens;
  readonly transcript: Transcript;
  /** Tells what other processes append. */
  readonly watch: WatchTranscript;
  readonly log: Log;
  readonly pingMs?: number;
  readonly mostSockets?: number;
}

/** The WebSocket half of Direct Line: groups of activities going out, nothing but signs of life coming in. */
export const makeStream = ({
  tokens,
  transcript,
  watch,
  log,
  pingMs = 20_000,
  mostSockets = 5_000,
}: StreamNeeds): Stream => {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: 16 * 1024,
  });
  const rooms = new Map<string, Set<Viewer>>();
  let count = 0;
  let closed = false;

  const viewersOf = (conversation: string): ReadonlySet<Viewer> =>
    rooms.get(conversation) ?? nobody;

  const enter = (conversation: string, watermark: string | undefined, socket: WebSocket) => {
    if (count >= mostSockets) makeRoom(rooms);
    const viewer = makeViewer({ socket, conversation, watermark, transcript, log });
    const room = rooms.get(conversation) ?? new Set();
    rooms.set(conversation, room.add(viewer));
    count += 1;
    socket.once('close', () => {
      count -= 1;
      room.delete(viewer);
      if (room.size === 0) rooms.delete(conversation);
    });
  };

  transcript.listen((conversation, entries) => {
    const viewers = viewersOf(conversation);
    if (viewers.size === 0 || entries.length === 0) return;
    const frame = frameOf(entries);
    for (const viewer of viewers) viewer.tell(entries, frame);
  });

  const stopWatching = watch({
    looking: () => [...rooms].flatMap(([conversation, room]) => shownIn(conversation, room)),
    // Our own entries come this way too: those being appended are shown by the listener above, without reading them again.
    onGrown: (conversation, seq) => {
      if (!rooms.has(conversation)) return;
      void transcript.settled(conversation).then(() => {
        for (const viewer of viewersOf(conversation)) viewer.grown(seq);
      });
    },
  });

  const beat = setInterval(() => {
    for (const room of rooms.values()) for (const viewer of room) viewer.beat();
  }, pingMs);
  beat.unref();

  return {
    upgrade: (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      const [, conversation, query] = streamAddress.exec(request.url ?? '') ?? [];
      if (conversation === undefined) return refuse(socket, '404 Not Found');
      if (closed) return refuse(socket, '503 Service Unavailable');
      const parameters = new URLSearchParams(query);
      const read = tokens.read('stream', parameters.get('t') ?? '');
      if (read.kind !== 'valid' || read.pass.conversation !== conversation) {
        return refuse(socket, '403 Forbidden');
      }
      sockets.handleUpgrade(request, socket, head, (opened) =>
        enter(conversation, parameters.get('watermark') ?? undefined, opened),
      );
    },
    show: (conversation, activity) => {
      for (const viewer of viewersOf(conversation)) viewer.show(activity);
    },
    close: () => {
      closed = true;
      stopWatching();
      clearInterval(beat);
      for (const room of rooms.values()) for (const viewer of room) viewer.leave();
    },
  };
};

const streamAddress = /^\/v3\/directline\/conversations\/([\w-]{1,200})\/stream(?:\?(.*))?$/;

/** Those who have not begun to read are about to read everything. */
const shownIn = (
  conversation: string,
  room: ReadonlySet<Viewer>,
): readonly (readonly [string, number])[] => {
  const positions = [...room].map((viewer) => viewer.position()).filter(isKnown);
  return positions.length === 0 ? [] : [[conversation, Math.min(...positions)]];
};

const isKnown = (position: number | undefined): position is number => position !== undefined;

const nobody: ReadonlySet<Viewer> = new Set();

/** The most crowded conversation gives up its oldest socket: whoever hoards sockets loses them first. */
const makeRoom = (rooms: ReadonlyMap<string, ReadonlySet<Viewer>>): void => {
  const [crowd] = [...rooms.values()].sort((one, other) => other.size - one.size);
  const [oldest] = crowd ?? [];
  oldest?.leave();
};

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};
