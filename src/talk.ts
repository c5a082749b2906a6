import { pino } from 'pino';
import { makeApp } from './app';
import { talk } from './cli/talk';
import { terminalLocale } from './cli/terminalLocale';
import { readConfig } from './config';
import { configMessage } from './configMessage';
import { texts } from './text/texts';

/** The same bot in the terminal, on the same store as the server: what is registered here is in `staff accounts list`. */
const start = async (): Promise<void> => {
  const locale = terminalLocale(process.env);
  const read = readConfig(process.env);
  if (read.kind === 'problems') return fail(configMessage(read.problems, texts[locale]));
  const log = pino({ level: 'error' }, pino.destination(2));
  const made = await makeApp(read.config, { log, clock: () => new Date() });
  if (made.kind === 'held') {
    const { pid, host, since } = made.holder;
    return fail(texts[locale].commands.held(pid, host, since.toLocaleString(`${locale}-CA`)));
  }
  try {
    await talk({ app: made.app, input: process.stdin, output: process.stdout, locale });
  } finally {
    await made.app.stop();
  }
};

const fail = (message: string): void => {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
};

void start();
