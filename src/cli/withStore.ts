import { type Config, readConfig } from '../config';
import { configMessage } from '../configMessage';
import { openStore } from '../openStore';
import type { Log } from '../services/log';
import type { Store } from '../services/store';
import type { Terminal } from './terminal';

/** Opens the store that the settings choose for one command and closes it again. Resolves to the exit code; 1 when the store cannot be had. */
export const withStore = async (
  terminal: Terminal,
  command: (store: Store) => Promise<number>,
): Promise<number> => {
  const config = settingsOf(terminal);
  return config === undefined ? 1 : withThisStore(terminal, config, command);
};

/** What is wrong with the settings is said. */
export const settingsOf = ({ env, texts, err }: Terminal): Config | undefined => {
  const read = readConfig(env);
  if (read.kind === 'config') return read.config;
  err(`${configMessage(read.problems, texts)}\n`);
  return undefined;
};

export const withThisStore = async (
  { texts, locale, err }: Terminal,
  chosen: Pick<Config, 'mongodbUri' | 'dataDir'>,
  command: (store: Store) => Promise<number>,
): Promise<number> => {
  const opened = await openStore(chosen, { log: silent, clock: () => new Date() });
  if (opened.kind === 'held') {
    const { pid, host, since } = opened.holder;
    err(
      `${texts.commands.held(pid, host, since.toLocaleString(`${locale}-CA`, { dateStyle: 'long', timeStyle: 'short' }))}\n`,
    );
    return 1;
  }
  try {
    if (opened.kind === 'open') return await command(opened.store);
    err(`${texts.commands.storeAway}\n`);
    return 1;
  } finally {
    await opened.store.close();
  }
};

/** What goes wrong is said by the command itself. */
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
