import { createServer } from 'node:net';
import { type App, makeApp } from '../../src/app';
import { readConfig } from '../../src/config';
import { quiet } from '../support/bot';
import { aFolder } from '../support/stores';

export interface Restartable {
  readonly url: string;
  /** Stops the product and starts it again on the same data, at the same port. */
  readonly restart: () => Promise<void>;
  /** The two halves of a restart. */
  readonly leave: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The whole product on embedded defaults, at the address its mails name, to be stopped and started while a browser looks on. */
export const aRestartable = async (): Promise<Restartable> => {
  const folder = await aFolder();
  const port = await freePort();
  const read = readConfig({ DATA_DIR: folder.path, PORT: String(port) });
  if (read.kind !== 'config') throw new Error('defaults do not start');
  const { config } = read;
  const start = async (): Promise<App> => {
    const made = await makeApp(config, { log: quiet, clock: () => new Date() });
    if (made.kind !== 'app') throw new Error('the folder is held');
    await made.app.listen();
    return made.app;
  };
  let running = await start();
  const leave = () => running.stop();
  const comeBack = async () => {
    running = await start();
  };
  return {
    url: config.publicUrl,
    leave,
    comeBack,
    restart: async () => {
      await leave();
      await comeBack();
    },
    stop: async () => {
      await running.stop();
      await folder.remove();
    },
  };
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
