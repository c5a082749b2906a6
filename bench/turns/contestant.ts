import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../../src/root';

export interface Used {
  /** Milliseconds of user and system time since the start. */
  readonly cpu: number;
  /** Bytes, after a garbage collection. */
  readonly memory: number;
}

export interface Contestant {
  readonly port: number;
  readonly used: () => Promise<Used>;
  readonly stop: () => Promise<void>;
}

/** A server in a process of its own, answering at its port. */
export const start = async (
  file: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Contestant> => {
  const child = fork(join(root, 'bench/turns', file), {
    env: { ...process.env, ...env },
    execArgv: ['--expose-gc'],
  });
  const [{ port }] = await once(child, 'message');
  return {
    port,
    used: async () => {
      child.send('used');
      const [{ cpu, rss }] = await once(child, 'message');
      return { cpu: (cpu.user + cpu.system) / 1000, memory: rss };
    },
    stop: async () => {
      child.send('stop');
      await once(child, 'exit');
    },
  };
};
