import { pino } from 'pino';
import { makeApp } from './app';
import { overHttp } from './cli/overHttp';
import { talk } from './cli/talk';
import { terminalLocale } from './cli/terminalLocale';
import { readConfig } from './config';
import { configMessage } from './configMessage';
import { texts } from './text/texts';

/** The same bot in the terminal, on the same store: with the server that is running, else by itself. */
const start = async (): Promise<void> => {
  const locale = terminalLocale(process.env);
  const read = readConfig(process.env);
  if (read.kind === 'problems') return fail(configMessage(read.problems, texts[locale]));
  const { config } = read;
  const log = pino({ level: 'error' }, pino.destination(2));
  const made = await makeApp(config, { log, clock: () => new Date() });
  const terminal = { input: process.stdin, output: process.stdout, locale };
  if (made.kind === 'app') {
    await talk({ ...terminal, app: made.app }).finally(made.app.stop);
    return;
  }
  const server = await overHttp(`http://127.0.0.1:${config.port}`);
  if (server !== undefined) return talk({ ...terminal, app: server });
  const { pid, host, since } = made.holder;
  fail(texts[locale].commands.held(pid, host, since.toLocaleString(`${locale}-CA`)));
};

const fail = (message: string): void => {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
};

void start();
