import type { Command, CommanderError, Help } from 'commander';
import type { Texts } from '../text/texts';
import type { Terminal } from './terminal';

/** Commander's own words in the terminal's language; it throws instead of ending the process. `help` is a command of ours, so there is `--help` only. */
export const dressed = (command: Command, { texts, out, err }: Terminal): Command =>
  command
    .exitOverride()
    .helpCommand(false)
    .helpOption('-h, --help', texts.commands.help.helpOption)
    .configureHelp(headings(texts))
    .configureOutput({ writeOut: out, writeErr: err, outputError: () => undefined });

const headings = ({ commands }: Texts): Partial<Help> => ({
  styleTitle: (title) =>
    Object.entries(commands.help.titles).find(([english]) => english === title)?.[1] ?? title,
});

/** What was called wrongly, in a sentence; the exit code. */
export const misuse = ({ texts, err }: Terminal, { code, exitCode }: CommanderError): number => {
  const sentences = texts.commands.misuse;
  const told: Readonly<Record<string, string>> = {
    'commander.unknownCommand': sentences.unknownCommand,
    'commander.unknownOption': sentences.unknownOption,
    'commander.missingArgument': sentences.missingArgument,
    'commander.excessArguments': sentences.excessArguments,
    'commander.optionMissingArgument': sentences.optionValue,
    'commander.missingMandatoryOptionValue': sentences.optionValue,
    'commander.invalidArgument': sentences.optionValue,
  };
  const sentence = told[code];
  if (sentence !== undefined) err(`${sentence}\n`);
  return exitCode;
};
