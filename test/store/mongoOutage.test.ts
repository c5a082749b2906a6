import { makeTurn } from '../../src/bot/turn';
import type { Store } from '../../src/services/store';
import { StoreAway } from '../../src/services/storeAway';
import { openMongo } from '../../src/store/mongo';
import { aLog, type TestLog } from '../support/aLog';
import { aBotStage } from '../support/bot';
import { aCutable, type Cutable } from '../support/cutable';
import { aConversation, anAccount } from '../support/makers';
import { aDatabase, describeOnMongod, type TestDatabase } from '../support/mongod';

describeOnMongod(
  'a MongoDB that goes away',
  () => {
    let database: TestDatabase;
    let wire: Cutable;
    let uri: string;
    let logged: TestLog;
    let store: Store | undefined;
    beforeEach(async () => {
      database = await aDatabase('own');
      wire = await aCutable(database.port);
      uri = `mongodb://127.0.0.1:${wire.port}/${database.db.databaseName}?directConnection=true`;
      logged = aLog();
    });
    afterEach(async () => {
      await store?.close();
      store = undefined;
      await wire.close().catch(() => undefined);
      await database.drop();
    });

    /** Most tests do not wait as long as a person would. */
    const open = async (turnMs = 400): Promise<Store> => {
      const opened = await openMongo({ uri, log: logged.log, retryMs: 50, turnMs });
      store = opened.store;
      return opened.store;
    };
    const events = () => logged.events.map(({ event }) => event);
    const took = async (task: Promise<unknown>): Promise<number> => {
      const began = performance.now();
      await task.catch(() => undefined);
      return performance.now() - began;
    };
    const back = async (opened: Store): Promise<void> => {
      while (
        await opened.ping().then(
          () => false,
          () => true,
        )
      ) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };

    test.each(['refusing', 'silent'] as const)(
      'is told of within two seconds when it is %s, later ones sooner, and is found again by itself',
      async (how) => {
        const opened = await open(1_500);
        await opened.accounts.add(anAccount());
        await wire.cut(how);
        const first = opened.accounts.find({ _id: 'registration-1' });
        await expect(first).rejects.toBeInstanceOf(StoreAway);
        expect(await took(opened.ping())).toBeLessThan(2_000);
        expect(await took(opened.conversations.add(aConversation()))).toBeLessThan(1_700);
        await wire.mend();
        await back(opened);
        expect(await opened.accounts.find({})).toEqual([anAccount()]);
        expect(events()).toEqual(
          how === 'refusing' ? ['store.away', 'store.back'] : expect.anything(),
        );
      },
      20_000,
    );

    it('is not waited for any more once it has been away for a while', async () => {
      const opened = await open();
      await wire.cut('refusing');
      expect(await took(opened.ping())).toBeGreaterThan(300);
      expect(await took(opened.ping())).toBeLessThan(200);
      await wire.mend();
      await back(opened);
    });

    it('does not stop a start: the store says that it is away and works when it is there, with its indexes', async () => {
      await wire.cut('refusing');
      const { kind, store: opened } = await openMongo({
        uri,
        log: logged.log,
        retryMs: 50,
        turnMs: 400,
      });
      store = opened;
      expect(kind).toBe('away');
      expect(await took(opened.ping())).toBeLessThan(50);
      await expect(opened.ping()).rejects.toThrow('MongoDB has not been reached yet');
      await wire.mend();
      await back(opened);
      expect(events()).toEqual(['store.away', 'store.reached']);
      await opened.accounts.add(anAccount({ _id: '1' }));
      expect(await opened.accounts.add(anAccount({ _id: '2' }))).toBe('taken');
    }, 20_000);

    it('takes nothing after such a start while an index is not as it has to be, and everything once it is', async () => {
      await database.db.collection('accounts').createIndex({ emailKey: 1 });
      await wire.cut('refusing');
      const opened = await open();
      await wire.mend();
      while (!events().includes('store.refused')) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await expect(opened.accounts.add(anAccount())).rejects.toThrow('is not unique. Drop it');
      await database.db.collection('accounts').dropIndex('emailKey_1');
      await back(opened);
      expect(await opened.accounts.add(anAccount())).toBe('added');
    }, 20_000);

    it('leaves a turn without effect when it goes in the middle, and the next try runs it', async () => {
      const opened = await open();
      const turn = makeTurn({
        conversations: opened.conversations,
        clock: () => new Date(),
        newId: aCount(),
      });
      const adding = (word: string, before: () => Promise<void> = async () => undefined) => ({
        conversation: 'c',
        activity: word,
        run: async (state: string) => {
          await before();
          return { state: state + word, replies: '[]' };
        },
      });
      await turn(adding('a'));
      const interrupted = turn(adding('b', () => wire.cut('refusing')));
      expect(await took(interrupted)).toBeLessThan(3_000);
      await expect(interrupted).rejects.toThrow();
      await wire.mend();
      await back(opened);
      await turn(adding('b'));
      expect((await opened.conversations.find({ _id: 'c' }))[0]?.state).toBe('ab');
    }, 20_000);

    it('is told to the person in a sentence, and what they said before is kept', async () => {
      const opened = await open();
      const stage = await aBotStage();
      const { say } = stage.process({ conversations: opened.conversations, log: logged.log });
      const greeting = { locale: 'en-CA', text: 'my name is Jane Tremblay', id: '1' };
      await say(greeting);
      await wire.cut('refusing');
      const [told] = await say({ ...greeting, text: '514 555-0123', id: '2' });
      expect(told?.text).toMatch(/could not be kept/);
      await wire.mend();
      await back(opened);
      const [answer] = await say({ ...greeting, text: '514 555-0123', id: '2' });
      expect(answer?.text).toContain('514');
      expect((await opened.conversations.find({}))[0]?.state).toContain('Tremblay');
    }, 20_000);

    it('gives a sentence without the address when it refuses the user', async () => {
      const refused = openMongo({
        uri: uri.replace('://', '://somebody:hidden-word@'),
        log: logged.log,
      });
      await expect(refused).rejects.toThrow('refuses the user or the password of MONGODB_URI');
      await expect(refused).rejects.not.toThrow(/hidden-word|127\.0\.0\.1/);
    });
  },
  'own',
);

const aCount = () => {
  let last = 0;
  return () => {
    last += 1;
    return `owner-${last}`;
  };
};
