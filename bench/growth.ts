import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newAccount } from '../src/domain/newAccount';
import { aMachine, aRegistration } from '../test/support/makers';
import { aDatabase, type TestDatabase } from '../test/support/mongod';
import { putSections } from './putSections';
import { table } from './table';
import { start } from './turns/contestant';
import { measure, percentile } from './turns/measure';
import { oneByOne } from './turns/scripts';

const sizes = [1_000, 10_000, 100_000, 1_000_000] as const;
const batch = 5_000;
const warmUpMs = 2_000;
const measureMs = 8_000;

/** As large as a conversation is in the middle of a registration. */
const state = JSON.stringify({ memory: 'x'.repeat(1_200) });
const reply = JSON.stringify([{ type: 'message', text: 'x'.repeat(1_500) }]);

/** Conversations and accounts as the product leaves them, until there are so many of each. */
const fill = async ({ db }: TestDatabase, from: number, to: number): Promise<void> => {
  const now = new Date();
  for (let at = from; at < to; at += batch) {
    const numbers = Array.from({ length: Math.min(batch, to - at) }, (_, n) => at + n);
    await db.collection<{ _id: string }>('conversations').insertMany(
      numbers.map((n) => ({
        _id: `emulator|stored-${n}`,
        state,
        handled: ['1', '2', '3'],
        replies: [{ id: '3', activities: reply }],
        touchedAt: now,
      })),
      { ordered: false },
    );
    await db.collection<{ _id: string }>('accounts').insertMany(
      numbers.map((n) => {
        const { mailDueAt: _, ...account } = newAccount(aRegistration({ id: `stored-${n}` }), now);
        const email = `stored-${n}@example.org`;
        return { ...account, email, emailKey: email };
      }),
      { ordered: false },
    );
  }
};

/** One mongod for this run, as the tests have it. */
const beginMongod: () => Promise<void> = require('../test/support/mongodBegin.cjs');
const endMongod: () => Promise<void> = require('../test/support/mongodEnd.cjs');

const main = async (): Promise<void> => {
  await beginMongod();
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const database = await aDatabase();
  await database.db.collection<{ _id: string }>('machines').insertOne(aMachine());
  const server = await start('product.cjs', { DATA_DIR: folder, MONGODB_URI: database.uri });
  const entry = { name: 'mongod', server, script: oneByOne };
  const rows: (readonly string[])[] = [];
  let stored = 0;
  for (const size of sizes) {
    await fill(database, stored, size);
    stored = size;
    await measure(entry, 16, warmUpMs);
    const done = await measure(entry, 16, measureMs);
    rows.push([
      size.toLocaleString('en'),
      done.cpuPerTurn.toFixed(0),
      ((done.turns / done.ms) * 1000).toFixed(0),
      percentile(done.times, 0.5),
      percentile(done.times, 0.99),
    ]);
  }
  await server.stop();
  await database.drop();
  await endMongod();
  rmSync(folder, { recursive: true, force: true });
  putSections([
    {
      heading: 'Growth on mongod',
      lines: [
        'The same registrations, one fact a message, at 16 connections, while so many conversations and as many accounts are stored besides. The server’s own CPU; player and mongod share the machine’s two cores with it.',
        '',
        ...table(
          ['conversations and accounts stored', 'CPU µs a turn', 'turns/s', 'p50 ms', 'p99 ms'],
          rows,
        ),
      ],
    },
  ]);
};

void main();
