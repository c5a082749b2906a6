import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Collection } from '../../src/services/collection';
import { aClock, noon } from '../support/clock';
import { aConversation, aMachine, anAccount } from '../support/makers';
import { aFolder, openStore } from '../support/stores';
import { type Item, type Opened, storeContract } from './contract';

const day = 86_400_000;

let folder: Awaited<ReturnType<typeof aFolder>>;
beforeEach(async () => {
  folder = await aFolder();
});
afterEach(() => folder.remove());

/** Any collection will do: this engine keeps documents as they are given. */
const opened = async (path?: string): Promise<Opened> => {
  const store = await openStore(path);
  return { store, items: store.limits as unknown as Collection<Item> };
};

describe('in memory', () => {
  storeContract(() => opened());
});

describe('in files', () => {
  storeContract(() => opened(folder.path));
});

describe('the files', () => {
  it('hold everything when they are opened again', async () => {
    const unusual = 'breaks \u0085 \u2028 \u2029 and $ign.s 🙂';
    const before = await openStore(folder.path);
    await before.accounts.add(anAccount({ givenName: unusual }));
    await before.machines.addMany([aMachine(), aMachine({ _id: 'B', bare: 'B' })]);
    await before.machines.change({ _id: 'B' }, { $set: { model: unusual } });
    await before.machines.remove({ _id: 'GNX130001' });
    await before.close();
    const after = await openStore(folder.path);
    expect(await after.accounts.find({})).toEqual([anAccount({ givenName: unusual })]);
    expect(await after.machines.find({})).toEqual([
      aMachine({ _id: 'B', bare: 'B', model: unusual }),
    ]);
    expect(await after.accounts.add(anAccount({ _id: 'other' }))).toBe('taken');
    await after.close();
  });

  it('keep what was acknowledged when the last line is torn', async () => {
    const before = await openStore(folder.path);
    await before.accounts.add(anAccount());
    await before.close();
    await appendFile(join(folder.path, 'accounts.db'), '{"_id":"torn","email":"x@exam');
    const after = await openStore(folder.path);
    await after.accounts.add(anAccount({ _id: '2', emailKey: '2' }));
    await after.close();
    const again = await openStore(folder.path);
    expect(await again.accounts.count({})).toBe(2);
    await again.close();
  });

  it('are not opened with a damaged line in them, which would be dropped', async () => {
    const before = await openStore(folder.path);
    await before.accounts.add(anAccount());
    await before.close();
    const file = join(folder.path, 'accounts.db');
    await writeFile(file, `${await readFile(file, 'utf8')}{"damaged\n`);
    await expect(openStore(folder.path)).rejects.toThrow('accounts.db has damaged lines');
  });

  it('are readable by their owner alone, in a folder made for them', async () => {
    const path = join(folder.path, 'new', 'data');
    const store = await openStore(path);
    await store.accounts.add(anAccount());
    expect((await stat(path)).mode & 0o777).toBe(0o700);
    expect((await stat(join(path, 'accounts.db'))).mode & 0o777).toBe(0o600);
    await store.close();
  });

  it('lose nothing acknowledged when the process is killed in the middle of writing', async () => {
    const child = startWriter(folder.path);
    const acknowledged = await killAfter(child, 300);
    const store = await openStore(folder.path);
    const kept = new Set((await store.machines.find({})).map(({ _id }) => _id));
    await store.close();
    expect(acknowledged.length).toBeGreaterThanOrEqual(300);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  }, 30_000);
});

describe('opening', () => {
  it('drops the leases that the last process left', async () => {
    const before = await openStore(folder.path);
    await before.conversations.add(aConversation({ leaseOwner: 'me', leaseUntil: noon }));
    await before.close();
    const after = await openStore(folder.path);
    expect(await after.conversations.find({})).toEqual([aConversation()]);
    await after.close();
  });

  it('forgets conversations untouched for 30 days and limits that are over', async () => {
    const time = aClock();
    const before = await openStore(folder.path, time.clock);
    await before.conversations.add(aConversation({ _id: 'old' }));
    await before.conversations.add(
      aConversation({ _id: 'new', touchedAt: new Date(noon.getTime() + day) }),
    );
    await before.limits.add({ _id: 'l', used: 1, causes: {}, expiresAt: noon });
    await before.close();
    time.pass(30 * day);
    const after = await openStore(folder.path, time.clock);
    expect((await after.conversations.find({})).map(({ _id }) => _id)).toEqual(['new']);
    expect(await after.limits.count({})).toBe(0);
    await after.close();
  });
});

const startWriter = (path: string): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', join(__dirname, '../support/writer.ts'), path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** The ids a writer said were stored, the process being killed without warning while it goes on writing. */
const killAfter = async (child: ChildProcess, count: number): Promise<readonly string[]> => {
  const ids: string[] = [];
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  const exited = once(child, 'exit');
  for await (const line of lines) {
    ids.push(line);
    if (ids.length === count) child.kill('SIGKILL');
  }
  await exited;
  return ids;
};
