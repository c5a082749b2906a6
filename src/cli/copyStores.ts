import { Presets, SingleBar } from 'cli-progress';
import type { Config } from '../config';
import { type Copied, copiedCollections, copyStore } from '../services/copyStore';
import type { Store } from '../services/store';
import { table } from './table';
import { printJson, type Terminal } from './terminal';
import { settingsOf, withThisStore } from './withStore';

export const engines = ['embedded', 'mongodb'] as const;

type Engine = (typeof engines)[number];

interface Options {
  readonly from: Engine;
  readonly to: Engine;
  readonly json?: boolean;
}

export const copyStores = async (
  terminal: Terminal,
  { from, to, json = false }: Options,
): Promise<number> => {
  const { store: t } = terminal.texts.commands;
  const config = settingsOf(terminal);
  if (config === undefined) return 1;
  const problem = problemOf(config, from, to);
  if (problem !== undefined) {
    terminal.err(`${t[problem]}\n`);
    return 1;
  }
  return withThisStore(terminal, chosen(config, from), (origin) =>
    withThisStore(terminal, chosen(config, to), async (destination) => {
      const progress = await drawn(terminal, origin);
      const copied = await copyStore({
        from: origin,
        to: destination,
        onProgress: progress.more,
      }).finally(progress.stop);
      return told(terminal, copied, json);
    }),
  );
};

const problemOf = ({ mongodbUri }: Config, from: Engine, to: Engine) => {
  if (from === to) return 'sameStore';
  return mongodbUri === undefined ? 'noUri' : undefined;
};

const chosen = ({ dataDir, mongodbUri }: Config, engine: Engine) => ({
  dataDir,
  mongodbUri: engine === 'mongodb' ? mongodbUri : undefined,
});

/** The exit code is 0 when all that is at the origin is at the destination. */
const told = (terminal: Terminal, copied: readonly Copied[], json: boolean): number => {
  const { store: t } = terminal.texts.commands;
  const isWhole = copied.every(({ found, copied, there }) => found === copied + there);
  if (json) printJson(terminal, { verified: isWhole, collections: copied });
  else {
    const { labels } = t;
    terminal.out(
      table(
        [
          labels.collection,
          labels.found,
          labels.copied,
          labels.there,
          labels.different,
          labels.refused,
        ],
        copied.map(({ collection, ...counts }) => [
          collection,
          String(counts.found),
          String(counts.copied),
          String(counts.there),
          String(counts.different),
          String(counts.refused),
        ]),
      ),
    );
    terminal.err(`${isWhole ? t.verified : t.notVerified}\n${t.keepKeys}\n`);
  }
  return isWhole ? 0 : 1;
};

/** A bar on the standard error while somebody looks. */
const drawn = async ({ drawsProgress, texts }: Terminal, origin: Store) => {
  if (!drawsProgress) return { more: () => undefined, stop: () => undefined };
  const format = `{bar} {percentage} % · {value}/{total} ${texts.commands.store.progress}`;
  const bar = new SingleBar({ format, stopOnComplete: false }, Presets.shades_classic);
  const counts = await Promise.all(copiedCollections.map((name) => origin[name].count({})));
  bar.start(
    counts.reduce((total, count) => total + count, 0),
    0,
  );
  return {
    more: (documents: number) => bar.increment(documents),
    stop: () => bar.stop(),
  };
};
