// The product as it is built, on the store that the environment names.
const { join } = require('node:path');
const { pino } = require('pino');
const dist = process.env.DIST ?? join(__dirname, '../../dist');
const { programs } = require(join(dist, 'launch.js')).load();
const { makeApp } = programs.app();
const { readConfig } = programs.config();
const { ready } = require('./report.cjs');

const start = async () => {
  const read = readConfig({ ...process.env, PORT: '0' });
  if (read.kind !== 'config') throw new Error(JSON.stringify(read.problems));
  const made = await makeApp(read.config, {
    log: pino({ level: 'error' }),
    clock: () => new Date(),
  });
  if (made.kind !== 'app') throw new Error(made.kind);
  const port = await made.app.listen();
  ready(port, () => made.app.stop().finally(() => process.exit(0)));
};

void start();
