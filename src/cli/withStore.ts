import { readConfig } from '../config';
import { configMessage } from '../configMessage';
import type { Store } from '../services/store';
import { openEmbedded } from '../store/embedded';
import type { Terminal } from './terminal';

/** Opens the store for one command and closes it again. Resolves to the exit code; 1 when another process has the store. */
export const withStore = async (
  terminal: Terminal,
  command: (store: Store) => Promise<number>,
): Promise<number> => {
  const { texts, locale, err } = terminal;
  const read = readConfig(terminal.env);
  if (read.kind === 'problems') {
    err(`${configMessage(read.problems, texts)}\n`);
    return 1;
  }
  const opened = await openEmbedded({ folder: read.config.dataDir, clock: () => new Date() });
  if (opened.kind === 'held') {
    const { pid, host, since } = opened.holder;
    err(
      `${texts.commands.held(pid, host, since.toLocaleString(`${locale}-CA`, { dateStyle: 'long', timeStyle: 'short' }))}\n`,
    );
    return 1;
  }
  try {
    return await command(opened.store);
  } finally {
    await opened.store.close();
  }
};
