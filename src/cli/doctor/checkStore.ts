import type { Config } from '../../config';
import type { Log } from '../../services/log';
import { openEmbedded } from '../../store/embedded';
import type { Terminal } from '../terminal';
import type { Finding } from './finding';

/** Opening a store builds what it lacks and verifies its indexes, as a start of the server does. */
export const checkStore = async (config: Config, terminal: Terminal): Promise<Finding> =>
  config.mongodbUri === undefined
    ? checkEmbedded(config.dataDir, terminal)
    : checkMongo(config.mongodbUri, terminal);

const checkEmbedded = async (folder: string, { texts, locale }: Terminal): Promise<Finding> => {
  const t = texts.commands.doctor.store;
  try {
    const opened = await openEmbedded({ folder, clock: () => new Date() });
    if (opened.kind === 'held') {
      const { pid, host, since } = opened.holder;
      const when = since.toLocaleString(`${locale}-CA`, { dateStyle: 'long', timeStyle: 'short' });
      return { check: 'store', state: 'ok', says: t.held(pid, host, when) };
    }
    await opened.store.ping();
    await opened.store.close();
    return { check: 'store', state: 'ok', says: t.embedded(folder) };
  } catch (error) {
    return { check: 'store', state: 'failed', says: t.unusable(folder, messageOf(error)) };
  }
};

const checkMongo = async (uri: string, { texts }: Terminal): Promise<Finding> => {
  const t = texts.commands.doctor.store;
  // Loaded when asked for: mongoose costs a fifth of a second.
  const { openMongo }: typeof import('../../store/mongo') = require('../../store/mongo');
  try {
    const { kind, store } = await openMongo({ uri, log: silent });
    await store.close();
    return kind === 'open'
      ? { check: 'store', state: 'ok', says: t.mongodb }
      : { check: 'store', state: 'failed', says: t.mongodbAway };
  } catch (error) {
    return { check: 'store', state: 'failed', says: t.mongodbRefuses(messageOf(error)) };
  }
};

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
