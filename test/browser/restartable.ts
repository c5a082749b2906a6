import { type App, makeApp } from '../../src/app';
import { readConfig } from '../../src/config';
import { quiet } from '../support/bot';
import { aFolder } from '../support/stores';

export interface Restartable {
  readonly url: string;
  /** Stops the product and starts it again on the same data, at the same port. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The whole product on embedded defaults, to be stopped and started while a browser looks on. */
export const aRestartable = async (): Promise<Restartable> => {
  const folder = await aFolder();
  const start = async (port: number): Promise<{ readonly app: App; readonly port: number }> => {
    const read = readConfig({ DATA_DIR: folder.path, PORT: String(port) });
    if (read.kind !== 'config') throw new Error('defaults do not start');
    const made = await makeApp(read.config, { log: quiet, clock: () => new Date() });
    if (made.kind !== 'app') throw new Error('the folder is held');
    return { app: made.app, port: await made.app.listen() };
  };
  let running = await start(0);
  return {
    url: `http://127.0.0.1:${running.port}`,
    restart: async () => {
      await running.app.stop();
      running = await start(running.port);
    },
    stop: async () => {
      await running.app.stop();
      await folder.remove();
    },
  };
};
