import { processTerminal } from './cli/processTerminal';
import { teams } from './cli/teams/teams';

void teams(processTerminal(process), process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
