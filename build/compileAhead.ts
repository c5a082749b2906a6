import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../src/root';

/** Runs the bundle once and keeps what V8 compiled. `not kept`: it starts all the same, a third slower. */
export const compileAhead = async (): Promise<'kept' | 'not kept'> => {
  const data = await mkdtemp(join(tmpdir(), 'build-'));
  try {
    const env = { PORT: String(await freePort()), DATA_DIR: data, LOG_LEVEL: 'silent' };
    await promisify(execFile)(
      process.execPath,
      [join(root, 'build/warmUp.cjs'), join(root, 'dist')],
      { env, timeout: 60_000 },
    );
    return 'kept';
  } catch {
    // A machine that lets nobody listen can still build.
    return 'not kept';
  } finally {
    await rm(data, { recursive: true, force: true });
  }
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
