import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { root } from '../../src/root';

export interface Child {
  readonly url: string;
  readonly process: ChildProcess;
  /** Everything it has written so far, on both outputs. */
  readonly written: () => string;
  /** Resolves to the exit code. */
  readonly ended: Promise<number | null>;
  /** For the end of a test, however it ends. */
  readonly kill: () => Promise<void>;
}

type Environment = Readonly<Record<string, string>>;

/** A process of its own that runs one of our files; nothing of this process' environment reaches it but where programs are. */
export const aProcess = (file: string, env: Environment, argv: readonly string[] = []) => {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, file), ...argv], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'en_CA.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  child.stdout.on('data', (chunk) => chunks.push(String(chunk)));
  child.stderr.on('data', (chunk) => chunks.push(String(chunk)));
  const ended = once(child, 'close').then(([code]: readonly (number | null)[]) => code ?? null);
  return {
    process: child,
    written: () => chunks.join(''),
    ended,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};

/** The server, or another file that listens on `PORT`, once it answers. */
export const aServerProcess = async (env: Environment, file = 'src/index.ts'): Promise<Child> => {
  const port = await freePort();
  const child = aProcess(file, { PORT: String(port), ...env });
  const url = `http://127.0.0.1:${port}`;
  let over = false;
  void child.ended.then(() => {
    over = true;
  });
  while (!(await answers(url))) {
    if (over) throw new Error(`it ended instead of listening:\n${child.written()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { ...child, url };
};

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Free a moment ago. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
};
