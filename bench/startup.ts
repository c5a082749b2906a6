import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../src/root';
import { putSections } from './putSections';
import { table } from './table';

interface Measured {
  readonly replyMs: number;
  readonly cpuMs: number;
  readonly megabytes: number;
}

const times = 9;
const ground = join(root, 'node_modules/.cache/startup');

/** From the command to the first reply to a person, in an empty folder. Figures of the process as Linux tells them. */
const measure = async (file: string): Promise<Measured> => {
  const data = mkdtempSync(join(tmpdir(), 'startup-'));
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const begun = performance.now();
  const child = fork(file, {
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: data, LOG_LEVEL: 'error' },
    execArgv: [],
    silent: true,
  });
  const ended = once(child, 'exit');
  // The sample says where it listens.
  let told = port;
  child.on('message', (message) => {
    told = Number(Object(message).port);
  });
  try {
    while (!(await replies(told))) await wait(4);
    const replyMs = performance.now() - begun;
    return { replyMs, ...used(child.pid ?? 0) };
  } finally {
    child.kill('SIGKILL');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
};

const replies = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: '1',
      channelId: 'emulator',
      conversation: { id: '1' },
      from: { id: 'person' },
      recipient: { id: 'bot' },
      text: 'hello',
      locale: 'en-CA',
      deliveryMode: 'expectReplies',
    }),
  }).then(
    async (response) => response.ok && /"text"/.test(await response.text()),
    // Not listening yet.
    () => false,
  );

const used = (pid: number) => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  // Clock ticks are hundredths of a second.
  const cpuMs = (Number(stat[11]) + Number(stat[12])) * 10;
  return { cpuMs, megabytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_000 };
};

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

/** The same code file by file, as it was built before there was a bundle; and the bundle without what is compiled ahead. */
const prepared = () => {
  rmSync(ground, { recursive: true, force: true });
  mkdirSync(join(ground, 'bundle'), { recursive: true });
  execFileSync(join(root, 'node_modules/.bin/tsc'), [
    ...['-p', root, '--outDir', join(ground, 'files'), '--noEmit', 'false'],
  ]);
  for (const file of ['bundle.js', 'launch.js', 'index.js']) {
    copyFileSync(join(root, 'dist', file), join(ground, 'bundle', file));
  }
};

const main = async (): Promise<void> => {
  prepared();
  const contestants = {
    'the product as it is built': join(root, 'dist/index.js'),
    'the same bundle, not compiled ahead': join(ground, 'bundle/index.js'),
    'the same code, file by file': join(ground, 'files/src/index.js'),
    'multi-turn-prompt sample': join(root, 'bench/turns/sample.cjs'),
  };
  const all: Readonly<Record<string, Measured[]>> = Object.fromEntries(
    Object.keys(contestants).map((name) => [name, []]),
  );
  for (let n = 0; n < times; n += 1) {
    for (const [name, file] of Object.entries(contestants)) all[name]?.push(await measure(file));
  }
  rmSync(ground, { recursive: true, force: true });
  const rows = Object.entries(all).map(([name, measured]) => [
    name,
    median(measured.map(({ replyMs }) => replyMs)).toFixed(0),
    Math.min(...measured.map(({ replyMs }) => replyMs)).toFixed(0),
    median(measured.map(({ cpuMs }) => cpuMs)).toFixed(0),
    median(measured.map(({ megabytes }) => megabytes)).toFixed(0),
  ]);
  putSections([
    {
      heading: 'Start',
      lines: [
        `From the command to the first reply to a person, and what the process has used by then; median of ${times}, taken in turns. The product on its embedded store, which it fills`,
        'with the sample machines; the sample keeps everything in memory and answers from one file. `npm run bench:startup`.',
        '',
        ...table(['', 'ms to the first reply', 'shortest', 'CPU ms', 'MB'], rows),
      ],
    },
  ]);
};

void main();
