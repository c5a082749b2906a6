import type { Config } from './config';
import type { Clock } from './services/clock';
import { errorName } from './services/errorName';
import type { Log } from './services/log';
import type { Store } from './services/store';
import { noTracing, type Tracing } from './services/tracing';
import { openEmbedded } from './store/embedded';
import type { Holder } from './store/lock';

export type OpenedStore =
  | { readonly kind: 'open'; readonly store: Store }
  /** The server is not there; the store works as soon as it is. */
  | { readonly kind: 'away'; readonly store: Store }
  /** The embedded store belongs to another process. */
  | { readonly kind: 'held'; readonly holder: Holder };

interface Outside {
  readonly log: Log;
  readonly clock: Clock;
  readonly tracing?: Tracing;
}

/** The store that the settings choose: MongoDB when they name one, else the files in `dataDir`. */
export const openStore = async (
  { mongodbUri, dataDir }: Pick<Config, 'mongodbUri' | 'dataDir'>,
  { log, clock, tracing = noTracing }: Outside,
): Promise<OpenedStore> => {
  if (mongodbUri !== undefined) {
    const traced = tracing.database;
    return openMongo()({ uri: mongodbUri, log, ...(traced === undefined ? {} : { traced }) });
  }
  return openEmbedded({
    folder: dataDir,
    clock,
    onTrouble: (error) => log.error({ event: 'store.cleanUpFailed', error: errorName(error) }),
  });
};

/** Loaded by those who use it: mongoose takes a fifth of a second. */
const openMongo = () => {
  // `require` has no type of its own here.
  const { openMongo: open }: typeof import('./store/mongo') = require('./store/mongo');
  return open;
};
