const { spawn } = require('node:child_process');
const { mkdirSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { createServer } = require('node:net');
const { join } = require('node:path');

/**
 * Starts a server in a folder, writes its port down there once it listens, and ends it when it is told to or when the test run
 * is gone, however that ended: node mongodKeeper.cjs MONGOD FOLDER PID-OF-THE-RUN
 */
const [, , binary, folder, run] = process.argv;

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const keep = async () => {
  const port = await freePort();
  const data = join(folder, 'data');
  mkdirSync(data);
  const server = spawn(binary, [
    ...['--dbpath', data, '--port', String(port), '--bind_ip', '127.0.0.1'],
    ...['--replSet', 'rs', '--wiredTigerCacheSizeGB', '0.25', '--nounixsocket'],
    // What tests date in the past is theirs to remove.
    ...['--setParameter', 'ttlMonitorEnabled=false'],
    ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
  ]);
  let last = '';
  server.stdout.on('data', (text) => {
    const log = last + text;
    if (log.includes('Waiting for connections')) told('port', String(port));
    last = log.slice(-2_000);
  });
  server.on('error', ({ message }) => told('failed', message));
  server.on('exit', () => {
    if (isAlive(Number(run))) told('failed', last);
    else rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });
  const end = () => server.kill('SIGKILL');
  process.on('SIGTERM', end);
  setInterval(() => {
    if (!isAlive(Number(run))) end();
  }, 1_000);
};

/** A file that appears with its whole content. */
const told = (name, content) => {
  try {
    writeFileSync(join(folder, `${name}.new`), content);
    renameSync(join(folder, `${name}.new`), join(folder, name));
  } catch {
    // The folder is gone: nobody wants to know any more.
  }
};

writeFileSync(join(folder, 'keeper.pid'), String(process.pid));
void keep();
