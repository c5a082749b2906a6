import { texts } from '../text/texts';
import type { Terminal } from './terminal';
import { terminalLocale } from './terminalLocale';

/** The terminal that a process was started in. */
export const processTerminal = ({ stdout, stderr, env }: NodeJS.Process): Terminal => {
  // The reader of a pipe may have seen enough ("… | head"): the rest is nobody's.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const locale = terminalLocale(env);
  return {
    out: (text) => stdout.write(text),
    err: (text) => stderr.write(text),
    drawsProgress: stderr.isTTY,
    env,
    locale,
    texts: texts[locale],
  };
};
