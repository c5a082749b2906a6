import { openMongo } from '../../src/store/mongo';
import { aLog } from '../support/aLog';
import { anAccount } from '../support/makers';
import { aDatabase, describeOnMongod, type TestDatabase } from '../support/mongod';

describeOnMongod('the indexes of MongoDB', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await aDatabase();
  });
  afterEach(() => database.drop());

  const open = () => openMongo({ uri: database.uri, log: aLog().log });
  const indexesOf = async (collection: string) =>
    (await database.db.collection(collection).listIndexes().toArray()).map(
      ({ key, unique, expireAfterSeconds, sparse }) => ({
        on: Object.keys(key).join(),
        ...(unique === undefined ? {} : { unique }),
        ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds }),
        ...(sparse === undefined ? {} : { sparse }),
      }),
    );

  it('are built at the first start', async () => {
    const { store } = await open();
    await store.close();
    const id = { on: '_id' };
    expect(await indexesOf('accounts')).toEqual([
      id,
      { on: 'emailKey', unique: true },
      { on: 'createdAt' },
      { on: 'mailDueAt', sparse: true },
    ]);
    expect(await indexesOf('machines')).toEqual([id, { on: 'bare', unique: true }]);
    expect(await indexesOf('conversations')).toEqual([
      id,
      { on: 'touchedAt', expireAfterSeconds: 30 * 86_400 },
    ]);
    expect(await indexesOf('helpRequests')).toEqual([
      id,
      { on: 'createdAt' },
      { on: 'mailDueAt', sparse: true },
    ]);
    const expiring = [id, { on: 'expiresAt', expireAfterSeconds: 0 }];
    expect(await indexesOf('limits')).toEqual(expiring);
    expect(await indexesOf('transcript')).toEqual(expiring);
  });

  it('are left as they are at the next, by several processes at once as well', async () => {
    const opened = await Promise.all([open(), open(), open()]);
    expect(opened.map(({ kind }) => kind)).toEqual(['open', 'open', 'open']);
    await Promise.all(opened.map(({ store }) => store.close()));
  });

  const conflicts: readonly (readonly [
    string,
    (db: TestDatabase['db']) => Promise<unknown>,
    string,
  ])[] = [
    [
      'is not unique',
      (db) => db.collection('accounts').createIndex({ emailKey: 1 }),
      'collection accounts: the index emailKey_1 of emailKey is not unique. Drop it with db.accounts.dropIndex("emailKey_1") and start again',
    ],
    [
      'leaves documents out',
      (db) =>
        db
          .collection('accounts')
          .createIndex(
            { emailKey: 1 },
            { unique: true, partialFilterExpression: { status: 'active' } },
          ),
      'does not hold every document. Drop it',
    ],
    [
      'lets documents live for another time',
      (db) => db.collection('limits').createIndex({ expiresAt: 1 }, { expireAfterSeconds: 60 }),
      'expires after 60 s instead of 0 s. Drop it',
    ],
    [
      'never lets them expire',
      (db) => db.collection('transcript').createIndex({ expiresAt: 1 }),
      'expires after no s instead of 0 s. Drop it',
    ],
    [
      'makes unique what may come twice',
      (db) => db.collection('machines').createIndex({ model: 1 }, { unique: true }),
      'the unique index model_1 is not ours and would refuse documents. Drop it with db.machines.dropIndex("model_1")',
    ],
    [
      'has the name of ours on another field',
      (db) => db.collection('machines').createIndex({ model: 1 }, { name: 'bare_1' }),
      'the index of bare cannot be built beside what is there (error 86)',
    ],
  ];
  test.each(conflicts)('stop the start when one %s, and say what to do', async (_, spoil, told) => {
    await spoil(database.db);
    await expect(open()).rejects.toThrow(told);
  });

  it('stop the start when two documents have what has to be unique, without telling it', async () => {
    const accounts = database.db.collection('accounts');
    await accounts.insertMany([anAccount({ _id: '1' }), anAccount({ _id: '2' })] as object[]);
    const opening = open();
    await expect(opening).rejects.toThrow(
      'collection accounts: two documents have the same emailKey',
    );
    await expect(opening).rejects.not.toThrow('jane@example.org');
  });

  it('are built once what was wrong has been put right', async () => {
    await database.db.collection('accounts').createIndex({ emailKey: 1 });
    await expect(open()).rejects.toThrow();
    await database.db.collection('accounts').dropIndex('emailKey_1');
    const { store } = await open();
    await store.accounts.add(anAccount({ _id: '1' }));
    expect(await store.accounts.add(anAccount({ _id: '2' }))).toBe('taken');
    await store.close();
  });
});
