import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aMachine } from '../test/support/makers';
import { aDatabase } from '../test/support/mongod';
import { putSections } from './putSections';
import { table } from './table';
import { type Contestant, start } from './turns/contestant';
import { type Entry, measure, percentile } from './turns/measure';
import { play } from './turns/player';
import { atOnce, oneByOne, prompted } from './turns/scripts';

const warmUpMs = 3_000;
const measureMs = 6_000;
const connectionCounts = [1, 16, 64] as const;
const openConversations = 10_000;

/** Megabytes that conversations take which have been begun and not gone on; by a server that has done little else, so that nothing finds room in what others left. */
const memory = async ({ name, script }: Entry, server: Contestant): Promise<string> => {
  const [first = ''] = script('x');
  await play({ port: server.port, connections: 16, ms: 1_000, script, name: `warm-${name}` });
  const before = await server.used();
  let begun = 0;
  while (begun < openConversations) {
    begun += 16;
    await play({
      port: server.port,
      connections: 16,
      // One round: each connection begins one conversation.
      ms: 0,
      script: () => [first],
      name: `open-${name}-${begun}`,
    });
  }
  const { memory: after } = await server.used();
  await server.stop();
  return ((after - before.memory) / 1e6).toFixed(0);
};

const coldStart = async (file: string, env: Readonly<Record<string, string>>): Promise<string> => {
  const times: number[] = [];
  for (let n = 0; n < 3; n += 1) {
    const begun = performance.now();
    const server = await start(file, env);
    await play({
      port: server.port,
      connections: 1,
      ms: 0,
      script: () => ['hi'],
      name: `cold-${n}`,
    });
    times.push(performance.now() - begun);
    await server.stop();
  }
  times.sort((one, other) => one - other);
  return `${((times[1] ?? 0) / 1000).toFixed(2)} s`;
};

/** One mongod for this run, as the tests have it. */
const beginMongod: () => Promise<void> = require('../test/support/mongodBegin.cjs');
const endMongod: () => Promise<void> = require('../test/support/mongodEnd.cjs');

const main = async (): Promise<void> => {
  await beginMongod();
  const folders = Array.from({ length: 4 }, () => mkdtempSync(join(tmpdir(), 'bench-')));
  const [embedded = '', onMongod = '', cold = '', empty = ''] = folders;
  const database = await aDatabase();
  const coldStarts = {
    product: await coldStart('product.cjs', { DATA_DIR: cold }),
    sample: await coldStart('sample.cjs', {}),
  };
  await database.db.collection<{ _id: string }>('machines').insertOne(aMachine());
  const servers = await Promise.all([
    start('product.cjs', { DATA_DIR: embedded }),
    start('product.cjs', { DATA_DIR: onMongod, MONGODB_URI: database.uri }),
    start('sample.cjs'),
    start('bare.cjs'),
  ]);
  const [a, b, c, d] = servers;
  const entries: readonly Entry[] = [
    { name: '(a) embedded store', server: a, script: oneByOne },
    { name: '(a) embedded store, all in one message', server: a, script: atOnce },
    { name: '(b) mongod', server: b, script: oneByOne },
    { name: '(b) mongod, all in one message', server: b, script: atOnce },
    { name: '(c) multi-turn-prompt sample', server: c, script: prompted },
    { name: '(d) bare restify', server: d, script: prompted },
  ];
  for (const entry of entries) await measure(entry, 16, warmUpMs);
  const rows: (readonly string[])[] = [];
  for (const connections of connectionCounts) {
    for (const entry of entries) {
      const done = await measure(entry, connections, measureMs);
      rows.push([
        entry.name,
        String(connections),
        done.cpuPerTurn.toFixed(0),
        ((done.turns / done.ms) * 1000).toFixed(0),
        percentile(done.times, 0.5),
        percentile(done.times, 0.99),
        String(entry.script('x').length),
        entry.server === d ? '' : done.cpuPerRegistration.toFixed(1),
      ]);
    }
  }
  const operations = await operationsPerTurn(entries[2], database.db);
  const open: (readonly string[])[] = [];
  await Promise.all(servers.map((server) => server.stop()));
  for (const [at, file, env] of [
    [0, 'product.cjs', { DATA_DIR: empty }],
    [2, 'product.cjs', { DATA_DIR: onMongod, MONGODB_URI: database.uri }],
    [4, 'sample.cjs', {}],
  ] as const) {
    const entry = entries[at];
    if (entry !== undefined) open.push([entry.name, await memory(entry, await start(file, env))]);
  }
  await database.drop();
  await endMongod();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  const lines = [
    'The whole product as it is built (`expectReplies` over HTTP, logs of errors only), beside the Bot Framework’s multi-turn-prompt sample asking the same questions',
    '(its waterfall, MemoryStorage, its adapter: it forgets everything when it stops) and beside a restify endpoint that does nothing. Player and mongod share the machine’s two cores with the server.',
    'CPU is the server process’s own; that of a registration includes account, mail and delivery to the local outbox.',
    '',
    ...table(
      [
        '',
        'connections',
        'CPU µs a turn',
        'turns/s',
        'p50 ms',
        'p99 ms',
        'messages',
        'CPU ms a registration',
      ],
      rows,
    ),
    '',
    `Database operations a turn on mongod, the worker’s and the registration’s own included: ${operations}.`,
    '',
    `Cold start to the first reply: product ${coldStarts.product}, sample ${coldStarts.sample} (median of 3).`,
    '',
    ...table(['', `MB for ${openConversations} open conversations`], open),
  ];
  putSections([{ heading: 'Turns and registrations', lines }]);
};

const operationsPerTurn = async (
  entry: Entry | undefined,
  db: { command(command: object): Promise<object> },
): Promise<string> => {
  if (entry === undefined) return '';
  const count = async () => {
    const { metrics } = Object(await db.command({ serverStatus: 1 }));
    const names = ['find', 'findAndModify', 'insert', 'update', 'delete', 'aggregate'];
    return names.reduce((sum, name) => sum + Number(metrics.commands[name].total), 0);
  };
  const before = await count();
  const { turns } = await measure(entry, 16, measureMs);
  return (((await count()) - before) / turns).toFixed(2);
};

void main();
