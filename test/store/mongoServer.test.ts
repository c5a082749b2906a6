import { openMongo } from '../../src/store/mongo';
import { aLog } from '../support/aLog';
import { beginBy, callTo } from '../support/chat';
import { aCutable } from '../support/cutable';
import { aMachine } from '../support/makers';
import { aDatabase, describeOnMongod, type TestDatabase } from '../support/mongod';
import { aServer, type TestServer } from '../support/server';
import { sharded, watchKeys } from '../support/shardKeys';
import { moveWithKill, wrongInMove } from '../torture/handOverKills';
import { openFrozenHost } from '../torture/host';
import { runWithKill, wrongIn } from '../torture/killPoints';
import { aProvider } from '../torture/provider';

describeOnMongod(
  'the whole product on MongoDB',
  () => {
    let database: TestDatabase;
    const servers: TestServer[] = [];
    beforeEach(async () => {
      database = await aDatabase('own');
    });
    afterEach(async () => {
      await Promise.all(servers.splice(0).map((server) => server.stop()));
      await database.drop();
    });

    const secretKeys = ['a key of the tests'.padEnd(32, '.')] as const;
    const aProcess = async (mongodbUri = database.uri): Promise<TestServer> => {
      const server = await aServer({ mongodbUri, secretKeys });
      servers.push(server);
      return server;
    };
    const readiness = async ({ url }: TestServer) => (await fetch(`${url}/readyz`)).status;

    it('registers a person whose every message goes to the other process, with one account and one mail', async () => {
      const { store } = await openMongo({ uri: database.uri, log: aLog().log });
      await store.machines.add(aMachine());
      const [one, two] = [await aProcess(), await aProcess()];
      const said = [
        'start',
        'Jane Tremblay, 12 Maple Street, Laval QC H7A 1A1, jane@example.org, 514 555-0142',
        'I accept',
        'GNX130001',
        'no',
        'confirm',
      ];
      for (const [index, text] of said.entries()) {
        await (index % 2 === 0 ? one : two).say({ id: text, text, locale: 'en-CA' });
      }
      const again = await one.say({ id: 'confirm', text: 'confirm', locale: 'en-CA' });
      expect(again[0]?.text).toContain('jane@example.org');
      let [account] = await store.accounts.find({ emailKey: 'jane@example.org' });
      while (Object.values(account?.mails ?? {}).some(({ state }) => state === 'queued')) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        [account] = await store.accounts.find({ emailKey: 'jane@example.org' });
      }
      expect(await store.accounts.count({})).toBe(1);
      const mails = await Promise.all(
        [one, two].map(async ({ url }) => (await fetch(`${url}/dev/outbox.json`)).json()),
      );
      expect(mails.flat()).toHaveLength(1);
      await store.close();
    }, 20_000);

    it('shows a message once that the chat posts to both processes at once', async () => {
      const [one, two] = [await aProcess(), await aProcess()];
      const { conversationId, path, token } = await beginBy(callTo(one.url));
      for (let round = 1; round <= 5; round += 1) {
        const body = {
          type: 'message',
          text: 'bonjour',
          channelData: { clientActivityID: `${round}` },
        };
        await Promise.all(
          [one, two].map(({ url }) => callTo(url)('POST', `${path}/activities`, { token, body })),
        );
      }
      const { body } = await callTo(two.url)('GET', `${path}/activities`, { token });
      const said = body.activities.filter(({ from }) => from.role === 'user');
      expect(said).toHaveLength(5);
      expect(body.activities).toHaveLength(1 + 2 * 5);
      expect(
        await database.db.collection('transcript').countDocuments({ conversation: conversationId }),
      ).toBe(11);
    }, 20_000);

    it('names the shard key of every sharded collection: in registrations, mails, a move and the chat', async () => {
      const asked = await watchKeys(database.db);
      const provider = aProvider();
      const ground = { kind: 'mongodb', uri: database.uri } as const;
      const needs = { ground, provider, open: openFrozenHost(provider.send) };
      const registered = await runWithKill(needs);
      const moved = await moveWithKill({ ...needs, again: 'redelivered' });
      const { url } = await aProcess();
      const { path, token } = await beginBy(callTo(url));
      const body = { type: 'message', text: 'bonjour' };
      await callTo(url)('POST', `${path}/activities`, { token, body });
      await callTo(url)('GET', `${path}/activities`, { token });
      const { kinds, without } = await asked();
      expect([...wrongIn(registered, registered), ...wrongInMove(moved, moved)]).toEqual([]);
      expect(without).toEqual([]);
      expect(kinds).toEqual(
        expect.arrayContaining([
          'conversations findandmodify',
          'limits findandmodify',
          'transcript insert',
          'transcript find',
        ]),
      );
    }, 20_000);

    test.each(sharded)(
      'leaves unique to MongoDB only what is not sharded ($name)',
      ({ unique }) => {
        expect(unique).toBeUndefined();
      },
    );

    it('starts without the server, says so, and is ready once it is there', async () => {
      const wire = await aCutable(database.port);
      await wire.cut('refusing');
      const server = await aProcess(
        `mongodb://127.0.0.1:${wire.port}/${database.db.databaseName}?directConnection=true`,
      );
      expect(await readiness(server)).toBe(503);
      const [told] = await server.say({ id: '1', text: 'hello', locale: 'en-CA' });
      expect(told?.text).toMatch(/could not be kept/);
      await wire.mend();
      while ((await readiness(server)) !== 200) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const [greeting] = await server.say({ id: '1', text: 'hello', locale: 'en-CA' });
      expect(greeting?.text).toMatch(/^Hello/);
      await wire.close();
    }, 20_000);
  },
  'own',
);
