import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../src/services/clock';
import { type Allow, makeAllow } from '../../src/services/limit';
import type { Store } from '../../src/services/store';
import { openEmbedded } from '../../src/store/embedded';
import { aClock, type TestClock } from './clock';

/** The embedded store, in memory unless a folder is given. */
export const openStore = async (folder?: string, clock: Clock = aClock().clock): Promise<Store> => {
  const opened = await openEmbedded({ folder, clock });
  if (opened.kind === 'held') throw new Error(`held by process ${opened.holder.pid}`);
  return opened.store;
};

export interface Stage extends TestClock {
  readonly store: Store;
  readonly allow: Allow;
}

/** What most services need: a store (in memory unless one is given), a clock, limits. */
export const aStage = async (given?: Store): Promise<Stage> => {
  const time = aClock();
  const store = given ?? (await openStore(undefined, time.clock));
  return { ...time, store, allow: makeAllow({ limits: store.limits, clock: time.clock }) };
};

/** A folder of its own for each test, gone when the test is over. */
export const aFolder = async (): Promise<{ path: string; remove: () => Promise<void> }> => {
  const path = await mkdtemp(join(tmpdir(), 'store-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
};
