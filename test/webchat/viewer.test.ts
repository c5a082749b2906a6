import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { makeTranscript } from '../../src/webchat/transcript';
import { frameOf, makeViewer } from '../../src/webchat/viewer';
import { aLog } from '../support/aLog';
import { aStage } from '../support/stores';

/** A socket whose other end reads only when told to. */
class StuckSocket extends EventEmitter {
  readonly OPEN = 1;
  readonly readyState = 1;
  bufferedAmount = 0;
  most = 0;
  readonly frames: string[] = [];
  readonly #sent: (() => void)[] = [];
  closedWith: number | undefined;

  send(frame: string, sent: () => void = () => undefined): void {
    this.frames.push(frame);
    this.bufferedAmount += frame.length;
    this.most = Math.max(this.most, this.bufferedAmount);
    this.#sent.push(sent);
  }

  close(code: number): void {
    this.closedWith = code;
  }

  read(): void {
    this.bufferedAmount = 0;
    for (const sent of this.#sent.splice(0)) sent();
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

test('holds little in memory for a reader who does not read, and loses nothing', async () => {
  const { store, clock } = await aStage();
  const transcript = makeTranscript({ transcript: store.transcript, clock });
  const socket = new StuckSocket();
  const viewer = makeViewer({
    socket: socket as unknown as WebSocket,
    conversation: 'c',
    watermark: '',
    transcript,
    log: aLog().log,
  });
  transcript.listen((_, entries) => viewer.tell(entries, frameOf(entries)));
  const text = 'x'.repeat(10_000);
  for (let count = 0; count < 300; count += 1) {
    await transcript.append('c', [{ id: String(count), type: 'message', text }]);
  }
  expect(socket.most).toBeLessThan(300_000);
  viewer.show('{"type":"typing"}');
  expect(socket.frames.join()).not.toContain('typing');

  for (let round = 0; round < 20; round += 1) {
    socket.read();
    await settled();
  }
  const ids = socket.frames.flatMap((frame) =>
    JSON.parse(frame).activities.map(({ id }: { id: string }) => id),
  );
  expect(ids).toEqual(Array.from({ length: 300 }, (_, count) => String(count)));
  expect(socket.most).toBeLessThan(800_000);
});

test('ends the socket when the store cannot be read: the client comes back', async () => {
  const { store, clock } = await aStage();
  const broken = { ...store.transcript, find: () => Promise.reject(new Error('disk')) };
  const { log, events } = aLog();
  const socket = new StuckSocket();
  makeViewer({
    socket: socket as unknown as WebSocket,
    conversation: 'c',
    watermark: '',
    transcript: makeTranscript({ transcript: broken, clock }),
    log,
  });
  await settled();
  expect(socket.closedWith).toBe(1011);
  expect(events).toEqual([{ event: 'webChat.streamFailed', error: 'Error' }]);
});
