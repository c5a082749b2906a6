import { staff } from '../../src/cli/staff';
import { type Copied, copiedCollections } from '../../src/services/copyStore';
import type { Store } from '../../src/services/store';
import { openMongo } from '../../src/store/mongo';
import { texts } from '../../src/text/texts';
import { aLog } from '../support/aLog';
import { noon } from '../support/clock';
import { aConversation, aHelpRequest, aMachine, anAccount } from '../support/makers';
import { aDatabase, describeOnMongod, type TestDatabase } from '../support/mongod';
import { aFolder, openStore } from '../support/stores';

describeOnMongod('store copy', () => {
  let database: TestDatabase;
  let folder: Awaited<ReturnType<typeof aFolder>>;
  beforeEach(async () => {
    database = await aDatabase();
    folder = await aFolder();
  });
  afterEach(async () => {
    await folder.remove();
    await database.drop();
  });

  const say = async (line: string, { env = {} } = {}) => {
    const said = { out: '', err: '' };
    const code = await staff(
      {
        out: (text) => {
          said.out += text;
        },
        err: (text) => {
          said.err += text;
        },
        drawsProgress: false,
        env: { DATA_DIR: folder.path, MONGODB_URI: database.uri, ...env },
        locale: 'en',
        texts: texts.en,
      },
      line.split(' '),
    );
    return { code, ...said };
  };
  const counts = (out: string): { verified: boolean; collections: readonly Copied[] } =>
    JSON.parse(out);
  const everything = async (store: Store) => {
    const found: Record<string, unknown> = {};
    for (const name of copiedCollections) {
      found[name] = await store[name].find({}, { sort: { _id: 1 } });
    }
    await store.close();
    return found;
  };
  const embedded = () => openStore(folder.path);
  const mongodb = async () => (await openMongo({ uri: database.uri, log: aLog().log })).store;

  const fill = async (store: Store) => {
    await store.accounts.addMany([
      anAccount({ _id: '1', toldIn: { conversation: 'webchat|c', reference: { id: 'x' } } }),
      anAccount({ _id: '2', emailKey: '2', activatedAt: noon, status: 'active' }),
    ]);
    await store.machines.addMany(
      Array.from({ length: 1_203 }, (_, n) => aMachine({ _id: `M${n}`, bare: `M${n}` })),
    );
    await store.conversations.add(aConversation({ handled: ['a'], state: '{"$a.b":1}' }));
    await store.helpRequests.add(aHelpRequest());
    await store.limits.add({ _id: 'l', used: 1, causes: { x: true }, expiresAt: noon });
    const entry = { conversation: 'c', activityId: 'a', activity: '{}', expiresAt: noon };
    await store.transcript.addMany([
      { _id: 'c|000000001', seq: 1, ...entry },
      { _id: 'c|000000002', seq: 2, ...entry },
    ]);
  };

  it('makes a trial the beginning of production, and production a trial', async () => {
    const trial = await embedded();
    await fill(trial);
    await trial.close();
    const there = await say('store copy --from embedded --to mongodb');
    expect(there.code).toBe(0);
    expect(there.out).toContain('machines         1203           1203');
    expect(there.err).toMatch(/^Verified: .*\nLinks and temporary passwords/);
    const before = await everything(await embedded());
    expect(await everything(await mongodb())).toEqual(before);

    const another = await aFolder();
    const back = await say('store copy --from mongodb --to embedded --json', {
      env: { DATA_DIR: another.path },
    });
    expect(counts(back.out)).toMatchObject({ verified: true });
    expect(await everything(await openStore(another.path))).toEqual(before);
    await another.remove();
  });

  it('changes nothing when it is run again, and goes on where it was interrupted', async () => {
    const trial = await embedded();
    await fill(trial);
    await trial.close();
    await say('store copy --from embedded --to mongodb');
    const production = await mongodb();
    await production.machines.remove({ bare: { $in: ['M7', 'M1000'] } });
    await production.close();
    const { code, out } = await say('store copy --from embedded --to mongodb --json');
    expect(code).toBe(0);
    expect(counts(out).collections).toContainEqual({
      collection: 'machines',
      found: 1203,
      copied: 2,
      there: 1201,
      different: 0,
      refused: 0,
    });
  });

  it('replaces nothing: what differs or is refused is counted, and the exit code says so', async () => {
    const production = await mongodb();
    await production.accounts.addMany([
      anAccount({ _id: '1', givenName: 'Changed' }),
      anAccount({ _id: 'other', emailKey: '2' }),
    ]);
    await production.close();
    const trial = await embedded();
    await fill(trial);
    await trial.close();
    const { code, out } = await say('store copy --from embedded --to mongodb --json');
    expect(code).toBe(1);
    expect(counts(out).verified).toBe(false);
    expect(counts(out).collections[0]).toEqual({
      collection: 'accounts',
      found: 2,
      copied: 0,
      there: 0,
      different: 1,
      refused: 1,
    });
    const [kept] = await database.db
      .collection('accounts')
      .find({ givenName: 'Changed' })
      .toArray();
    expect(kept?._id).toBe('1');
  });

  it('gives no turn that was under way to the other store', async () => {
    const production = await mongodb();
    await production.conversations.add(aConversation({ leaseOwner: 'me', leaseUntil: noon }));
    await production.close();
    await say('store copy --from mongodb --to embedded');
    expect((await everything(await embedded())).conversations).toEqual([aConversation()]);
  });

  it('says what is wrong before it begins', async () => {
    expect((await say('store copy --from mongodb --to mongodb')).err).toMatch(/the same data/);
    const none = await say('store copy --from embedded --to mongodb', { env: { MONGODB_URI: '' } });
    expect(none).toMatchObject({ code: 1, err: 'MONGODB_URI names no MongoDB server.\n' });
    const away = { MONGODB_URI: 'mongodb://127.0.0.1:9/x' };
    const gone = await say('store copy --from embedded --to mongodb', { env: away });
    expect(gone).toMatchObject({ code: 1, err: expect.stringMatching(/^MongoDB does not answer/) });
    expect((await say('store copy --from embedded')).code).toBe(1);
    expect((await say('store copy --from files --to mongodb')).code).toBe(1);
  });

  it('serves every other staff command as well', async () => {
    const production = await mongodb();
    await production.accounts.add(anAccount());
    await production.close();
    const { code, out } = await say('accounts show jane@example.org --json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ email: 'jane@example.org', status: 'invited' });
  });
});
