import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../test/support/child';
import { binary, clientOf } from '../../test/support/mongod';

/** A MongoDB server of this machine, with the ways it can go. */
export interface Mongod {
  readonly port: number;
  readonly start: () => Promise<void>;
  /** Ends it in the middle of whatever it is doing. */
  readonly kill: () => Promise<void>;
  /** It answers no more, and keeps every connection. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  readonly ask: (command: object) => Promise<Record<string, unknown>>;
}

/** Servers that elect one of them. */
export interface ReplicaSet {
  readonly uri: (database: string) => string;
  /** The server that takes writes at the moment; waits for one. */
  readonly primary: () => Promise<Mongod>;
  readonly stop: () => Promise<void>;
}

/** Standing alone: no retried writes, no change streams. */
export const aStandalone = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mongod-'));
  const mongod = await aMongod(join(folder, 'data'));
  await mongod.start();
  return {
    ...mongod,
    uri: (database: string) => `mongodb://127.0.0.1:${mongod.port}/${database}`,
    stop: async () => {
      await mongod.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Servers vote after two seconds of silence; MongoDB's own default is ten. */
export const electionMs = 2_000;

export const aReplicaSet = async (size: number): Promise<ReplicaSet> => {
  const folder = await mkdtemp(join(tmpdir(), 'replica-set-'));
  const servers = await Promise.all(
    Array.from({ length: size }, (_, index) =>
      aMongod(join(folder, String(index)), ['--replSet', 'rs', '--oplogSize', '128']),
    ),
  );
  await Promise.all(servers.map(({ start }) => start()));
  const hosts = servers.map(({ port }) => `127.0.0.1:${port}`);
  await servers[0]?.ask({
    replSetInitiate: {
      _id: 'rs',
      members: hosts.map((host, _id) => ({ _id, host })),
      settings: { electionTimeoutMillis: electionMs, heartbeatIntervalMillis: 500 },
    },
  });
  const set: ReplicaSet = {
    uri: (database) => `mongodb://${hosts.join()}/${database}?replicaSet=rs`,
    primary: async () => {
      for (;;) {
        for (const server of servers) {
          const said = await server.ask({ hello: 1 }).catch(() => undefined);
          if (said?.isWritablePrimary === true) return server;
        }
        await pause(100);
      }
    },
    stop: async () => {
      await Promise.all(servers.map(({ kill }) => kill()));
      await rm(folder, { recursive: true, force: true });
    },
  };
  await set.primary();
  return set;
};

const aMongod = async (data: string, options: readonly string[] = []): Promise<Mongod> => {
  await mkdir(data);
  const port = await freePort();
  let running: ChildProcess | undefined;
  process.once('exit', () => running?.kill('SIGKILL'));
  const ask: Mongod['ask'] = async (command) => {
    const client = clientOf(`mongodb://127.0.0.1:${port}/?${briefly}`);
    try {
      return await client.db('admin').command({ ...command });
    } finally {
      await client.close();
    }
  };
  return {
    port,
    ask,
    start: async () => {
      const started = spawn(
        binary ?? 'mongod',
        [
          ...['--dbpath', data, '--port', String(port), '--bind_ip', '127.0.0.1'],
          ...['--wiredTigerCacheSizeGB', '0.25', '--nounixsocket', ...options],
          ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
        ],
        { stdio: 'ignore' },
      );
      running = started;
      const answers = () => ask({ ping: 1 }).then(isSo, () => false);
      while (!(await answers())) {
        if (started.exitCode !== null) throw new Error(`mongod ended with ${started.exitCode}`);
        await pause(50);
      }
    },
    kill: async () => {
      if (running === undefined || running.exitCode !== null) return;
      const ended = once(running, 'exit');
      running.kill('SIGKILL');
      await ended;
      running = undefined;
    },
    freeze: () => {
      running?.kill('SIGSTOP');
    },
    thaw: () => {
      running?.kill('SIGCONT');
    },
  };
};

const isSo = () => true;

/** Who only asks how a server is does not wait long for it. */
const briefly =
  'directConnection=true&serverSelectionTimeoutMS=500&connectTimeoutMS=500&socketTimeoutMS=5000';
