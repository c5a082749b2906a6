import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../support/child';
import { aFolder } from '../support/stores';

interface Playground {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Microsoft's Agents Playground, which talks to a bot as Teams does; once it listens. Each has one person and one personal chat. */
export const aPlayground = async (messages: string): Promise<Playground> => {
  // It writes into the folder that it is started in.
  const folder = await aFolder();
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      require.resolve('@microsoft/m365agentsplayground/cli.js'),
      ...['start', '--app-endpoint', messages, '--channel-id', 'msteams'],
      ...['--port', String(port), '--disable-telemetry'],
    ],
    {
      cwd: folder.path,
      env: { PATH: process.env.PATH, HOME: folder.path, TEAMSAPPTESTER_BROWSER: 'none' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = once(child, 'close');
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
    await folder.remove();
  };
  let written = '';
  const listening = new Promise<string>((resolve) => {
    const read = (chunk: unknown) => {
      written += String(chunk);
      const [, at] = /Listening on (\d+)/.exec(written) ?? [];
      if (at !== undefined) resolve(`http://127.0.0.1:${at}`);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  const url = await Promise.race([listening, ended.then(() => undefined)]);
  if (url === undefined) throw new Error(`the Playground ended instead of listening:\n${written}`);
  return { url, stop };
};
