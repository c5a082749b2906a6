import { staff } from './cli/staff';
import { terminalLocale } from './cli/terminalLocale';
import { texts } from './text/texts';

const locale = terminalLocale(process.env);

// The reader of a pipe may have seen enough ("… | head"): the rest is nobody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void staff(
  {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    drawsProgress: process.stderr.isTTY,
    env: process.env,
    locale,
    texts: texts[locale],
  },
  process.argv.slice(2),
).then((code) => {
  // Not `exit`: what was written to a pipe has to arrive first.
  process.exitCode = code;
});
