import closeWithGrace from 'close-with-grace';
import type { App } from './app';
import { beginTelemetry } from './beginTelemetry';
import { terminalLocale } from './cli/terminalLocale';
import { readConfig } from './config';
import { configMessage } from './configMessage';
import { makeLog } from './makeLog';
import { texts } from './text/texts';
import { within } from './within';

/** What is left of the ten seconds after the app has stopped. */
const flushMs = 900;

const start = async (): Promise<void> => {
  const locale = terminalLocale(process.env);
  const t = texts[locale].commands;
  const read = readConfig(process.env);
  if (read.kind === 'problems') return fail(configMessage(read.problems, texts[locale]));
  const { config } = read;
  const telemetry = beginTelemetry(config, () => log);
  const log = makeLog(config, telemetry.ids);
  let app: App | undefined;
  // From here on: who stops us while we wait for the store is obeyed as well.
  closeWithGrace({ delay: 10_000, logger: false, skip: ['beforeExit'] }, async ({ err }) => {
    // npm passes on what the whole group was sent already: the second one is no reason to hurry.
    process.removeAllListeners('SIGTERM').on('SIGTERM', () => undefined);
    if (err !== undefined) log.error({ event: 'process.failed', error: err.name });
    await app?.stop();
    await within(flushMs, telemetry.stop?.());
    log.info({ event: 'server.stopped' });
  });
  // Not before: what is traced has to be loaded after what traces it.
  const { makeApp }: typeof import('./app') = require('./app');
  const made = await makeApp(config, { log, clock: () => new Date(), tracing: telemetry.tracing });
  if (made.kind === 'held') {
    const { pid, host, since } = made.holder;
    return fail(t.held(pid, host, since.toLocaleString(`${locale}-CA`)));
  }
  app = made.app;
  const port = await listening(app, config.port);
  if (port === undefined) {
    await app.stop();
    return fail(t.portTaken(config.port));
  }
  log.info({ event: 'server.started', port });
  if (!config.production) process.stderr.write(`${t.started(config.publicUrl)}\n`);
};

/** `undefined` when another process has the port. */
const listening = async (app: App, port: number): Promise<number | undefined> => {
  try {
    return await app.listen();
  } catch (error) {
    if (port !== 0 && error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      return undefined;
    }
    throw error;
  }
};

const fail = (message: string): void => {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
};

void start().catch((error: unknown) => {
  // A broken world at start (folder not writable, port taken): what and where, for the one who starts it.
  fail(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
