import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import { delimiter, join } from 'node:path';
import { mongo } from 'mongoose';
import { root } from '../../src/root';

export interface TestDatabase {
  readonly uri: string;
  /** Where the server listens; nowhere when it is somebody else's. */
  readonly port: number;
  readonly db: mongo.Db;
  /** Removes it and ends the connection. */
  readonly drop: () => Promise<void>;
}

/** `own`: one of this machine that we start, whatever server the environment names. */
type Which = 'any' | 'own';

/** Tests that need a real MongoDB server: named as still to do where there is none, failing where CI is to have one. */
export const describeOnMongod = (title: string, tests: () => void, which: Which = 'any'): void => {
  if (serverOf(which) !== undefined || binary !== undefined) {
    describe(title, tests);
    return;
  }
  const reason = `${title}: needs MongoDB; run .ci/mongod.sh once, install mongod, or set MONGODB_TEST_URI`;
  if (process.env.CI === undefined) test.todo(reason);
  else {
    test(reason, () => {
      throw new Error('there is no mongod');
    });
  }
};

/** A database of its own, so that test files do not meet. */
export const aDatabase = async (which: Which = 'any'): Promise<TestDatabase> => {
  const name = `test-${randomUUID().slice(0, 8)}`;
  const server = serverOf(which);
  const { uri, port } =
    server === undefined ? await startedServer(name) : { uri: named(server, name), port: 0 };
  const client = await clientOf(uri).connect();
  const db = client.db(name);
  return {
    uri,
    port,
    db,
    drop: async () => {
      await db.dropDatabase();
      await client.close();
    },
  };
};

/** Without an adapter the driver loads one in a way that Jest does not allow. */
export const runtimeAdapters = { os };

export const clientOf = (uri: string) => new mongo.MongoClient(uri, { runtimeAdapters });

const serverOf = (which: Which): string | undefined =>
  which === 'own' ? undefined : process.env.MONGODB_TEST_URI;

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The program, where there is one. */
export const binary = [
  ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'mongod')),
  join(root, 'node_modules', '.cache', 'mongod', 'mongod'),
].find(isProgram);

const named = (uri: string, name: string): string => {
  const [, start, query = ''] = /^([^/]+\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(uri) ?? [];
  return `${start}/${name}${query}`;
};

/** One server for all test files of a run: whoever makes the folder `begun` first starts it. */
const startedServer = async (name: string) => {
  const folder = process.env.TEST_MONGOD_FOLDER ?? '';
  const isFirst = await mkdir(join(folder, 'begun')).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    const keeper = join(root, 'test', 'support', 'mongodKeeper.cjs');
    const args = [keeper, binary ?? '', folder, process.env.TEST_RUN_PID ?? ''];
    spawn(process.execPath, args, { detached: true, stdio: 'ignore' }).unref();
  }
  const port = Number(await written(folder));
  if (isFirst) await initiate(port);
  const uri = `mongodb://127.0.0.1:${port}/${name}?replicaSet=rs`;
  return { uri, port };
};

const written = async (folder: string): Promise<string> => {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const failed = await readFile(join(folder, 'failed'), 'utf8').catch(() => undefined);
    if (failed !== undefined) throw new Error(`mongod did not start: ${failed}`);
    const port = await readFile(join(folder, 'port'), 'utf8').catch(() => undefined);
    if (port !== undefined) return port;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('mongod did not start within 20 seconds');
};

/** A replica set of one: it has change streams and retries writes. */
const initiate = async (port: number): Promise<void> => {
  const client = clientOf(`mongodb://127.0.0.1:${port}/?directConnection=true`);
  await client.db('admin').command({
    replSetInitiate: {
      _id: 'rs',
      members: [{ _id: 0, host: `127.0.0.1:${port}` }],
      settings: { electionTimeoutMillis: 500 },
    },
  });
  await client.close();
};
