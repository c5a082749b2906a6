import { beginTelemetry } from '../../src/beginTelemetry';
import { readConfig } from '../../src/config';

/** Says what of OpenTelemetry a start of the server loads. */
const start = async (): Promise<void> => {
  const read = readConfig(process.env);
  if (read.kind === 'problems') throw new Error(JSON.stringify(read.problems));
  const quiet = () => undefined;
  const log = { info: quiet, warn: quiet, error: quiet };
  const { tracing } = beginTelemetry(read.config, () => log);
  const { makeApp }: typeof import('../../src/app') = require('../../src/app');
  const made = await makeApp(read.config, { log, clock: () => new Date(), tracing });
  if (made.kind === 'app') await made.app.stop();
  const loaded = Object.keys(require.cache).flatMap(
    (file) => /@opentelemetry[/\\][\w-]+/.exec(file) ?? [],
  );
  process.stdout.write(`${JSON.stringify([...new Set(loaded)])}\n`);
  process.exit(0);
};

void start();
