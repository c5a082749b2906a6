import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/root';
import type { Clock } from '../../src/services/clock';
import { makeImportMachines } from '../../src/services/importMachines';
import type { Store } from '../../src/services/store';
import { openEmbedded } from '../../src/store/embedded';
import { quiet } from '../support/bot';

/** Where the data are that a process leaves behind and another finds. */
export type Ground =
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'mongodb'; readonly uri: string };

export const openGround = async (ground: Ground, clock: Clock): Promise<Store> => {
  if (ground.kind === 'mongodb') {
    // Whoever stays with the embedded engine does not pay for the driver.
    const { openMongo }: typeof import('../../src/store/mongo') = require('../../src/store/mongo');
    const opened = await openMongo({ uri: ground.uri, log: quiet });
    if (opened.kind === 'away') throw new Error('mongod does not answer');
    return opened.store;
  }
  const opened = await openEmbedded({ folder: ground.folder, clock });
  if (opened.kind === 'held') throw new Error(`held by process ${opened.holder.pid}`);
  return opened.store;
};

/** The sample machines, and nothing of anybody. */
export const clear = async (store: Store): Promise<void> => {
  await Promise.all([
    store.accounts.remove({}),
    store.conversations.remove({}),
    store.helpRequests.remove({}),
    store.handOvers.remove({}),
    store.limits.remove({}),
    store.transcript.remove({}),
  ]);
  if ((await store.machines.count({})) > 0) return;
  const file = join(root, 'samples', 'machines.csv');
  await makeImportMachines({ machines: store.machines })({ open: () => createReadStream(file) });
};
