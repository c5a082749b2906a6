import os from 'node:os';
import { type Connection, type ConnectOptions, createConnection } from 'mongoose';
import { errorName } from '../../services/errorName';
import type { Log } from '../../services/log';
import { StoreAway } from '../../services/storeAway';
import type { Tracing } from '../../services/tracing';
import { IndexRefused } from './indexes';
import { isAway } from './isAway';
import type { Patience } from './patience';

export interface KeptConnection {
  readonly connection: Connection;
  /** Throws while the server has not been reached or what it holds has not been looked at. */
  readonly ready: () => void;
  /** The server was there at the first attempt. */
  readonly reached: boolean;
  close(): Promise<void>;
}

export interface ConnectionNeeds {
  readonly uri: string;
  readonly log: Log;
  readonly patience: Patience;
  /** Looks at what the server holds, once it is reached; `IndexRefused` stops the start. */
  readonly verify: (connection: Connection) => Promise<void>;
  /** How long a person may wait for the server. */
  readonly turnMs: number;
  readonly retryMs?: number;
  /** Listens to what the server is asked. */
  readonly traced?: Tracing['database'];
}

/**
 * One connection for the process. It is tried once before this resolves; a server that is away then is looked for until it is there,
 * one that refuses us is an error. After that the driver finds it again by itself.
 */
export const keepConnection = async ({
  uri,
  log,
  patience,
  verify,
  turnMs,
  retryMs = 1_000,
  traced,
}: ConnectionNeeds): Promise<KeptConnection> => {
  const connection = createConnection();
  // What `reach` does to it the compiler does not see.
  let state = 'looking' as 'looking' | 'ready' | 'closed';
  let refusal: IndexRefused | undefined;

  const reach = async (): Promise<void> => {
    // A connection that was open once stays so: only the first attempt is ours to repeat.
    if (connection.readyState !== connected) {
      await connection.openUri(uri, {
        ...optionsFor(uri, turnMs),
        monitorCommands: traced !== undefined,
      });
    }
    heed(connection, { log, patience, traced });
    await verify(connection);
    refusal = undefined;
    if (state === 'closed') await connection.close();
    else state = 'ready';
  };

  const lookFor = async (): Promise<void> => {
    for (let waitMs = retryMs; state === 'looking'; waitMs = Math.min(waitMs * 2, 10 * retryMs)) {
      await pause(waitMs);
      if (state !== 'looking') return;
      try {
        await reach();
        log.info({ event: 'store.reached' });
      } catch (error) {
        if (error instanceof IndexRefused) refusal = error;
        if (!isAway(error)) log.error({ event: 'store.refused', problem: told(error) });
      }
    }
  };

  const close = async (): Promise<void> => {
    state = 'closed';
    await connection.close().catch(() => undefined);
  };

  // Told by what is asked of the store, and in the log when the server goes and comes back.
  connection.on('error', () => undefined);
  try {
    await reach();
  } catch (error) {
    if (!isAway(error)) {
      await close();
      throw refused(error);
    }
    log.warn({ event: 'store.away' });
    void lookFor();
  }
  return {
    connection,
    reached: state === 'ready',
    ready: () => {
      if (state === 'ready') return;
      throw refusal ?? new StoreAway('MongoDB has not been reached yet');
    },
    close,
  };
};

/** What every connection of ours asks for, whatever the address says. */
const options = {
  autoCreate: false,
  autoIndex: false,
  bufferCommands: false,
  socketTimeoutMS: 90_000,
  heartbeatFrequencyMS: 2_000,
  // What is acknowledged survives a failover and, on a standalone server, the process being killed.
  writeConcern: { w: 'majority', journal: true },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
  retryWrites: true,
  appName: 'registration-assistant',
  // The driver would load it with a dynamic import, which a test's sandbox does not have.
  runtimeAdapters: { os },
} as const satisfies ConnectOptions;

const optionsFor = (uri: string, turnMs: number): ConnectOptions => ({
  ...options,
  ...(/^[^/]+\/\/[^/]+\/[^?]/.test(uri) ? {} : { dbName: 'portal' }),
  serverSelectionTimeoutMS: turnMs,
  connectTimeoutMS: turnMs,
  waitQueueTimeoutMS: turnMs,
});

const connected = 1;

const heeded = new WeakSet<object>();

/** Notes in the log, once each, that the server went away and came back; lets whoever traces listen. */
const heed = (
  connection: Connection,
  { log, patience, traced }: Pick<ConnectionNeeds, 'log' | 'patience' | 'traced'>,
) => {
  const client = connection.getClient();
  if (heeded.has(client)) return;
  heeded.add(client);
  traced?.(client);
  let writable = true;
  client.on('topologyDescriptionChanged', ({ newDescription }) => {
    const isWritable = [...newDescription.servers.values()].some((server) => server.isWritable);
    patience.seen(isWritable);
    if (isWritable === writable) return;
    writable = isWritable;
    if (isWritable) log.info({ event: 'store.back' });
    else log.warn({ event: 'store.away' });
  });
};

const refused = (error: unknown): Error =>
  error instanceof IndexRefused ? error : new Error(told(error), { cause: error });

/** For whoever starts the process; what the driver says of an address may hold its password. */
const told = (error: unknown): string => {
  if (error instanceof IndexRefused) return error.message;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return code === 18 || code === 8000
    ? "MongoDB refuses the user or the password of MONGODB_URI: correct them and check the user's authSource"
    : `MongoDB cannot be used with this MONGODB_URI (${[errorName(error), code].join(' ').trim()}): check its form, its options and the server's version`;
};

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref();
  });
