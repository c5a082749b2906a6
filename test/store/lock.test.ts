import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from '../../src/store/lock';
import { processStart } from '../../src/store/processStart';
import { aClock, noon } from '../support/clock';
import { aFolder, openStore } from '../support/stores';

const { clock } = aClock(noon);

let folder: Awaited<ReturnType<typeof aFolder>>;
let file: string;
beforeEach(async () => {
  folder = await aFolder();
  file = join(folder.path, 'lock');
});
afterEach(() => folder.remove());

const leave = (claim: object | string) =>
  writeFile(file, typeof claim === 'string' ? claim : JSON.stringify(claim));

const since = '2026-11-24T08:00:00.000Z';

it('tells a second process who holds the folder and since when', async () => {
  const first = await lockFolder(folder.path, clock);
  const second = await lockFolder(folder.path, clock);
  expect(first.kind).toBe('locked');
  expect(second).toMatchObject({
    kind: 'held',
    holder: { pid: process.pid, host: hostname(), since: expect.any(Date) },
  });
});

it('is free again when it was released', async () => {
  const first = await lockFolder(folder.path, clock);
  if (first.kind === 'locked') await first.release();
  const second = await lockFolder(folder.path, clock);
  expect(second.kind).toBe('locked');
});

it('takes over the lock of a killed process', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
  const started = await processStart(child.pid ?? 0);
  await leave({ pid: child.pid, host: hostname(), started, since, id: 'x' });
  expect((await lockFolder(folder.path, clock)).kind).toBe('held');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect((await lockFolder(folder.path, clock)).kind).toBe('locked');
});

it('takes over a lock whose process number was given to another process since', async () => {
  await leave({ pid: process.pid, host: hostname(), started: 'earlier boot/1', since, id: 'x' });
  expect((await lockFolder(folder.path, clock)).kind).toBe('locked');
});

it('takes over a lock that cannot be read', async () => {
  await leave('{"pid":');
  expect((await lockFolder(folder.path, clock)).kind).toBe('locked');
});

it('believes a lock of another machine as long as it is kept fresh', async () => {
  await leave({ pid: 1, host: 'another', started: 'x', since, id: 'x' });
  expect((await lockFolder(folder.path, clock)).kind).toBe('held');
  await utimes(file, noon, new Date(Date.now() - 60_000));
  expect((await lockFolder(folder.path, clock)).kind).toBe('locked');
});

it('lets one of many simultaneous takers of an old lock in', async () => {
  await leave({ pid: process.pid, host: hostname(), started: 'earlier boot/1', since, id: 'x' });
  const locks = await Promise.all(Array.from({ length: 20 }, () => lockFolder(folder.path, clock)));
  expect(locks.filter(({ kind }) => kind === 'locked')).toHaveLength(1);
});

it('does not give back a lock that is no longer its own', async () => {
  const first = await lockFolder(folder.path, clock);
  await leave('another');
  if (first.kind === 'locked') await first.release();
  expect(await readFile(file, 'utf8')).toBe('another');
});

it('is given back when the store closes', async () => {
  await (await openStore(folder.path)).close();
  await expect(readFile(file, 'utf8')).rejects.toThrow('ENOENT');
});
