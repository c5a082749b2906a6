import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aDatabase } from '../test/support/mongod';
import { putSections } from './putSections';
import { table } from './table';
import { failover } from './torture/failover';
import type { Figures } from './torture/figures';
import { inMemory, interleavings, onMongod } from './torture/interleavings';
import { killPoints } from './torture/killPoints';
import { mails } from './torture/mails';
import { moves } from './torture/moves';
import { outages } from './torture/outages';
import { standalone } from './torture/standalone';

// The server of a test run, here for this run.
const beginMongod: () => Promise<void> = require('../test/support/mongodBegin.cjs');
const endMongod: () => Promise<void> = require('../test/support/mongodEnd.cjs');

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

/** SCALE=0.1 plays a tenth; only what was played whole is written down. */
const scale = Number(process.env.SCALE ?? 1);
const scaled = (count: number): number => Math.max(1, Math.round(count * scale));

interface Proof {
  readonly title: string;
  readonly about: readonly string[];
  readonly head: readonly string[];
  readonly play: () => Promise<readonly Figures[]>;
}

const onFolder = async <R>(task: (folder: string) => Promise<R>): Promise<R> => {
  const folder = await mkdtemp(join(tmpdir(), 'torture-'));
  try {
    return await task(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const onDatabase = async <R>(task: (uri: string) => Promise<R>): Promise<R> => {
  const { uri, drop } = await aDatabase();
  try {
    return await task(uri);
  } finally {
    await drop();
  }
};

const proofs: Readonly<Record<string, Proof>> = {
  killPoints: {
    title: 'Torture: killed at each write',
    about: [
      'A registration and its mail, by a process that gets a real SIGKILL at a write: before it, on the way, or before it has heard of it. Another process goes on, and the channel repeats what was not answered.',
      'In the window the provider has accepted the mail and the store does not know yet: there alone it may go out twice. MongoDB is a real one, a replica set of one.',
    ],
    head: ['store', 'writes', 'kills', 'wrong', 'in the window', 'sent twice', 'took'],
    play: async () => [
      await onFolder((folder) => killPoints({ kind: 'embedded', folder })),
      await onDatabase((uri) => killPoints({ kind: 'mongodb', uri })),
    ],
  },
  moves: {
    title: 'Torture: killed while a registration moves',
    about: [
      'A registration that goes on in another conversation and comes back, by a process that gets a real SIGKILL at a write: before it, on the way, or before it has heard of it. Another process goes on; the message nobody answered is delivered again, and in a last round typed again. `npm test` plays a sample.',
    ],
    head: ['store', 'writes', 'kills', 'wrong', 'took'],
    play: async () => [
      await onFolder((folder) => moves({ kind: 'embedded', folder })),
      await onDatabase((uri) => moves({ kind: 'mongodb', uri })),
    ],
  },
  interleavings: {
    title: 'Torture: interleavings',
    about: [
      'Two to eight messages and cards at once, some of them delivered twice, each to any of two processes. One conversation in eight goes on to the end, where confirming is pressed three times at once and delivered once more.',
    ],
    head: [
      'store',
      'conversations',
      'messages',
      'cards',
      'redelivered',
      'registered',
      'lost, crossed or doubled',
      'took',
    ],
    play: async () => [
      await interleavings(await inMemory(seed), { seed, count: scaled(10_000) }),
      await onDatabase(async (uri) =>
        interleavings(await onMongod(uri, seed), { seed: seed + 1, count: scaled(10_000) }),
      ),
    ],
  },
  mails: {
    title: 'Torture: mails',
    about: [
      'Mails on a real MongoDB, sent by processes of which one is killed every so often and replaced, through a provider that in one of three cases is busy, fails, hangs, breaks off, or accepts and then hangs or breaks off. The clock runs ten times as fast.',
      'Sent twice in the window: the provider had accepted, and the answer was lost or the process was dead before it could write it down.',
    ],
    head: [
      'mails',
      'processes',
      'kills',
      'accepted by the provider',
      'lost',
      'sent twice',
      'sent twice in the window',
      'acceptances that a kill left unwritten',
      'took',
    ],
    play: async () => [await onDatabase((uri) => mails({ uri, count: scaled(1_000), seed }))],
  },
  failover: {
    title: 'Torture: failover',
    about: [
      'The whole product in two processes on a replica set of three real servers, whose primary is killed, steps down or falls silent with its connections open, in turn, while people register and mails go out through the faulty provider. Elections are called after 2 s of silence (MongoDB’s default is 10 s).',
      'Told so: the person heard that a message could not be kept; asked again: the channel was told to come back. Both were sent again.',
    ],
    head: [
      'primaries gone',
      'conversations',
      'registered',
      'told so',
      'asked again',
      'longest answer',
      'lost, crossed or doubled',
      'mails sent twice in the window',
      'took',
    ],
    play: async () => [await failover({ seed, count: scaled(15) })],
  },
  standalone: {
    title: 'Torture: a server away for minutes',
    about: [
      'The whole product in two processes on one real server that stands alone (no retried writes, no change streams), while people register and mails go out through the faulty provider. It goes away for five real minutes: killed and started again, or silent with its connections open. The processes are not restarted.',
      'Told so: the person heard that a message could not be kept; asked again: the channel was told to come back. Both were sent again. `/readyz` has to say 503 meanwhile; back: until it says 200.',
    ],
    head: [
      'server',
      'away for',
      'conversations',
      'registered',
      'told so',
      'asked again',
      'longest answer',
      'back after',
      'lost, crossed or doubled',
      'mails sent twice in the window',
      'took',
    ],
    play: () =>
      Promise.all([
        standalone({ seed, way: 'stopped', awayMs: scaled(300_000) }),
        standalone({ seed: seed + 1, way: 'frozen', awayMs: scaled(300_000) }),
      ]),
  },
  outages: {
    title: 'Torture: outages',
    about: [
      'The store goes away for five minutes, of a clock that is moved, at each of its calls during a registration and its mail, before or after the call was carried out. The person is told, and sends again each minute.',
    ],
    head: ['outages', 'told so', 'wrong', 'took'],
    play: async () => [await outages()],
  },
};

/** `npm run torture` plays all of them, `npm run torture -- mails` one. */
const main = async (): Promise<void> => {
  const wanted = process.argv.slice(2);
  process.stderr.write(`SEED=${seed}\n`);
  await beginMongod();
  const wrong: string[] = [];
  for (const [name, { title, about, head, play }] of Object.entries(proofs)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const played = await play();
    wrong.push(...played.flatMap((figures) => figures.wrong));
    const rows = table(
      head,
      played.map(({ cells }) => cells.map(String)),
    );
    const lines = [`\`npm run torture -- ${name}\`, SEED=${seed}.`, '', ...about, '', ...rows];
    if (scale === 1) putSections([{ heading: title, lines }]);
    else process.stdout.write(`${lines.join('\n')}\n`);
  }
  await endMongod();
  process.stderr.write(`${wrong.length === 0 ? 'nothing wrong' : wrong.join('\n')}\n`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
};

void main();
