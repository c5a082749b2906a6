import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Command, Reply } from './protocol';

/** A process of its own, started and waiting to be told what to be. */
export interface Started {
  ask(command: Command): Promise<Reply | 'died'>;
  /** Ends it as the system does, in the middle of whatever it is doing. */
  kill(): Promise<void>;
  /** What it was killed at. */
  readonly last: () => string;
}

export interface Processes {
  take(): Promise<Started>;
  stop(): Promise<void>;
}

/** Starting one takes seconds, so some are started ahead. */
export const startedAhead = (ahead: number): Processes => {
  const waiting: Promise<Started>[] = [];
  const fill = () => {
    while (waiting.length < ahead) waiting.push(start());
  };
  fill();
  return {
    take: async () => {
      const next = waiting.shift() ?? start();
      fill();
      return next;
    },
    stop: async () => {
      const rest = waiting.splice(0);
      await Promise.all(rest.map(async (one) => (await one).kill()));
    },
  };
};

const start = async (): Promise<Started> => {
  const child = fork(join(__dirname, 'hostProcess.ts'), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let written = '';
  child.stdout?.on('data', (chunk) => {
    written += String(chunk);
  });
  const died = once(child, 'close').then(() => 'died' as const);
  const heard = async (): Promise<Reply | 'died'> => {
    const message = once(child, 'message').then(([reply]: Reply[]) => reply ?? 'died');
    return Promise.race([message, died]);
  };
  if ((await heard()) === 'died') throw new Error(`it ended at its start:\n${written}`);
  return {
    ask: async (command) => {
      if (!child.connected) return died;
      const reply = heard();
      child.send(command);
      const said = await reply;
      if (said !== 'died' && said.kind === 'failed') throw new Error(said.error);
      return said;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await died;
    },
    last: () => written.trim(),
  };
};
