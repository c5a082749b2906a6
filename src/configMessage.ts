import type { ConfigProblem } from './domain/configProblem';
import type { Texts } from './text/texts';

/** Every problem in one message, a line each. */
export const configMessage = (problems: readonly ConfigProblem[], { commands }: Texts): string =>
  [
    commands.config.title,
    ...problems.map(({ variable, kind }) => `  ${variable} ${commands.config.problems[kind]}`),
  ].join('\n');
