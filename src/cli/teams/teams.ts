import { relative, resolve } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { readTeamsAppSettings } from '../../teamsAppSettings';
import { dressed, misuse } from '../dressed';
import { sheet } from '../table';
import { printJson, type Terminal } from '../terminal';
import { iconSizes } from './iconProblem';
import { type AppProblem, packTeamsApp } from './packTeamsApp';

interface Options {
  readonly from: string;
  readonly out: string;
  readonly json?: boolean;
}

/** `npm run teams`: packs the Teams app and resolves to the exit code; what goes wrong is said, never thrown. */
export const teams = async (terminal: Terminal, argv: readonly string[]): Promise<number> => {
  const { teamsApp, commands } = terminal.texts;
  let code = 0;
  const command = dressed(new Command('npm run teams --'), terminal)
    .description(teamsApp.program)
    .addOption(new Option('--from <folder>', teamsApp.fromOption).default('teams'))
    .addOption(new Option('--out <file>', teamsApp.outOption).default(usualFile))
    .addOption(new Option('--json', commands.help.jsonOption))
    .action(async (options: Options) => {
      code = await pack(terminal, options);
    });
  try {
    await command.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return misuse(terminal, error);
    terminal.err(`${commands.failed(error instanceof Error ? error.message : String(error))}\n`);
    return 1;
  }
};

const usualFile = 'teams/registration-assistant.zip';

const pack = async (terminal: Terminal, { from, out, json = false }: Options): Promise<number> => {
  const { teamsApp } = terminal.texts;
  const say = (lines: readonly string[]) => terminal.err(`${lines.join('\n')}\n`);
  const read = readTeamsAppSettings(terminal.env);
  if (read.kind === 'problems') {
    say([
      teamsApp.settings.title,
      ...read.problems.map((problem) => `  ${teamsApp.settings.problems[problem]}`),
      teamsApp.settings.trial,
    ]);
    return 1;
  }
  const packing = await packTeamsApp({
    settings: read.settings,
    folder: resolve(from),
    file: resolve(out),
  });
  if (packing.kind === 'problems') {
    say([teamsApp.wrong, ...packing.problems.map((problem) => `  ${line(problem, terminal)}`)]);
    return 1;
  }
  const { kind: _, ...packed } = packing;
  if (json) {
    printJson(terminal, packed);
    return 0;
  }
  const { labels } = teamsApp;
  terminal.out(
    `${sheet([
      [labels.file, relative(process.cwd(), packed.file)],
      [labels.id, packed.id],
      [labels.version, packed.version],
      [labels.sha256, packed.sha256],
    ])}\n${teamsApp.next}\n`,
  );
  return 0;
};

const line = (problem: AppProblem, { texts }: Terminal): string => {
  const { problems, icons } = texts.teamsApp;
  switch (problem.kind) {
    case 'schema':
      return `${problem.file}: ${problem.says}`;
    case 'icon':
      return `${problem.file}: ${icons[problem.problem](iconSizes[problem.icon])}`;
    default:
      return `${problem.file}: ${problems[problem.kind](problem.name)}`;
  }
};
