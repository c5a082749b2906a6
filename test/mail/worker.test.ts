/**
 * Timers that are moved by hand need globals of their own.
 *
 * @jest-environment node
 */
import { makeWorker } from '../../src/mail/worker';
import type { Taken } from '../../src/services/deliverMail';
import { aLog } from '../support/aLog';
import { noon } from '../support/clock';
import { anAccount } from '../support/makers';
import { aStage } from '../support/stores';

afterEach(() => jest.useRealTimers());

const pause = (ms: number) => jest.advanceTimersByTimeAsync(ms);

/** Documents wait in a list; delivering one takes until the test lets it end, unless it is named "quick". */
const aScene = async (parallel = 2, slowMs = 10_000) => {
  const { store } = await aStage();
  jest.useFakeTimers();
  const waiting: string[] = [];
  const begun: string[] = [];
  const ended: string[] = [];
  const gates = new Map<string, () => void>();
  const { log, events } = aLog();
  const trouble = { take: false };
  const caughtUp: number[] = [];
  const taken = (id: string): Taken => ({
    collection: store.accounts,
    document: anAccount({ _id: id, createdAt: noon }),
    keys: [],
  });
  const worker = makeWorker({
    log,
    parallel,
    everyMs: 15,
    slowMs,
    deliverMail: {
      catchUp: async () => {
        if (trouble.take) throw new RangeError('the store is away');
        caughtUp.push(ended.length);
      },
      take: async () => {
        if (trouble.take) throw new RangeError('the store is away');
        const next = waiting.shift();
        return next === undefined ? undefined : taken(next);
      },
      deliver: async ({ document: { _id } }) => {
        begun.push(_id);
        if (!_id.startsWith('quick')) await new Promise<void>((open) => gates.set(_id, open));
        if (_id === 'quick-broken') throw new TypeError('broken');
        ended.push(_id);
      },
    },
  });
  return { worker, waiting, begun, ended, gates, events, trouble, caughtUp };
};

test('begins at once with what is waiting, and looks again by itself', async () => {
  const { worker, waiting, ended } = await aScene();
  waiting.push('quick-1');
  worker.start();
  await pause(5);
  expect(ended).toEqual(['quick-1']);
  waiting.push('quick-2');
  await pause(40);
  await worker.stop();
  expect(ended).toEqual(['quick-1', 'quick-2']);
});

test('begins at once when woken', async () => {
  const { worker, waiting, ended } = await aScene();
  worker.start();
  await pause(2);
  waiting.push('quick-1');
  worker.wake();
  await pause(5);
  await worker.stop();
  expect(ended).toEqual(['quick-1']);
});

test('lets a slow document hold up its own place only, and never has more under way than it may', async () => {
  const { worker, waiting, begun, ended, gates } = await aScene(2);
  waiting.push('slow', 'quick-1', 'quick-2', 'slow-2', 'quick-3');
  worker.start();
  await pause(30);
  expect(ended).toEqual(['quick-1', 'quick-2']);
  expect(begun).toEqual(['slow', 'quick-1', 'quick-2', 'slow-2']);
  gates.get('slow-2')?.();
  await pause(5);
  expect(ended).toEqual(['quick-1', 'quick-2', 'slow-2', 'quick-3']);
  gates.get('slow')?.();
  await worker.stop();
});

test('works on after a delivery and after a store that failed', async () => {
  const { worker, waiting, ended, events, trouble } = await aScene();
  waiting.push('quick-broken', 'quick-1');
  trouble.take = true;
  worker.start();
  await pause(5);
  trouble.take = false;
  await pause(150);
  await worker.stop();
  expect(ended).toEqual(['quick-1']);
  expect(events.map(({ error }) => error)).toEqual(
    expect.arrayContaining(['RangeError', 'TypeError']),
  );
});

test('finishes what it began and takes nothing more when it is stopped', async () => {
  const { worker, waiting, ended, gates } = await aScene();
  waiting.push('slow');
  worker.start();
  await pause(5);
  waiting.push('quick-1');
  const stopped = worker.stop();
  worker.wake();
  await pause(5);
  expect(ended).toEqual([]);
  gates.get('slow')?.();
  await stopped;
  await pause(30);
  expect(ended).toEqual(['slow']);
});

test('lets no number of slow documents delay the others', async () => {
  const { worker, waiting, ended, gates } = await aScene(2, 20);
  waiting.push('slow-1', 'slow-2', 'slow-3', 'slow-4', 'quick-1');
  worker.start();
  await pause(60);
  expect(ended).toEqual(['quick-1']);
  for (const open of gates.values()) open();
  await worker.stop();
});

test('never has more than four times as many under way, however slow they are', async () => {
  const { worker, waiting, begun, gates } = await aScene(1, 2);
  waiting.push('slow-1', 'slow-2', 'slow-3', 'slow-4', 'slow-5');
  worker.start();
  await pause(80);
  expect(begun).toHaveLength(4);
  const stopped = worker.stop();
  for (const open of gates.values()) open();
  await stopped;
});

test('settles what it had sent before it takes anything after the store was away, and lets others do so', async () => {
  const { worker, waiting, begun, trouble, caughtUp } = await aScene();
  trouble.take = true;
  worker.start();
  await pause(5);
  trouble.take = false;
  waiting.push('quick-1');
  while (caughtUp.length === 0) await pause(1);
  worker.wake();
  await pause(15);
  expect(begun).toEqual([]);
  await pause(80);
  await worker.stop();
  expect(begun).toEqual(['quick-1']);
  expect(caughtUp).toEqual([0]);
});
