import { type App, makeApp } from '../../src/app';
import type { Cloud } from '../../src/bot/authentication/cloud';
import type { Config } from '../../src/config';
import { readConfig } from '../../src/config';
import type { Log } from '../../src/services/log';
import type { Store } from '../../src/services/store';
import { quiet, type Reply } from './bot';
import { aFolder } from './stores';

export interface TestServer {
  readonly url: string;
  readonly folder: string;
  readonly app: App;
  readonly post: (body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  /** Sends an activity and asks for the replies in the answer. */
  readonly say: (activity: object) => Promise<readonly Reply[]>;
  readonly stop: () => Promise<void>;
}

interface Outside {
  readonly cloud?: Cloud;
  readonly directLine?: string;
  /** What stands between the store and everybody who uses it. */
  readonly through?: (store: Store) => Store;
}

/** The whole product on embedded defaults, in a folder of its own, at a free port. */
export const aServer = async (
  config: Partial<Config> = {},
  log: Log = quiet,
  outside: Outside = {},
): Promise<TestServer> => {
  const folder = await aFolder();
  const read = readConfig({ DATA_DIR: folder.path, PORT: '0' });
  if (read.kind !== 'config') throw new Error('defaults do not start');
  const made = await makeApp(
    { ...read.config, ...config },
    { log, clock: () => new Date(), ...outside },
  );
  if (made.kind !== 'app') throw new Error('the folder is held');
  const { app } = made;
  const url = `http://127.0.0.1:${await app.listen()}`;
  const post = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    url,
    folder: folder.path,
    app,
    post,
    say: async (activity) => {
      const response = await post({ ...envelope, ...activity });
      if (response.status !== 200) throw new Error(`status ${response.status}`);
      const { activities }: { activities: readonly Reply[] } = await response.json();
      return activities;
    },
    stop: async () => {
      await app.stop();
      await folder.remove();
    },
  };
};

const envelope = {
  type: 'message',
  channelId: 'emulator',
  conversation: { id: 'c' },
  from: { id: 'person' },
  recipient: { id: 'bot' },
  deliveryMode: 'expectReplies',
};
