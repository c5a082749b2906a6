import { processTerminal } from './cli/processTerminal';
import { staff } from './cli/staff';

void staff(processTerminal(process), process.argv.slice(2)).then((code) => {
  // Not `exit`: what was written to a pipe has to arrive first.
  process.exitCode = code;
});
