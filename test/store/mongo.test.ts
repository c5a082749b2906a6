import { createConnection, Schema } from 'mongoose';
import type { Account } from '../../src/domain/account';
import type { Store } from '../../src/services/store';
import { openMongo } from '../../src/store/mongo';
import { type Kept, mongoCollection } from '../../src/store/mongo/mongoCollection';
import { makePatience } from '../../src/store/mongo/patience';
import { aLog } from '../support/aLog';
import { noon } from '../support/clock';
import { aConversation, aHelpRequest, aMachine, anAccount } from '../support/makers';
import { aDatabase, describeOnMongod, runtimeAdapters, type TestDatabase } from '../support/mongod';
import { type Item, storeContract } from './contract';

const itemShape = new Schema(
  {
    _id: String,
    n: Number,
    text: String,
    at: Date,
    on: Boolean,
    list: { type: [String], default: undefined },
    rows: { type: [new Schema({ id: String, n: Number }, { _id: false })], default: undefined },
    inner: {
      type: new Schema(
        { n: Number, deep: new Schema({ n: Number }, { _id: false }) },
        { _id: false, minimize: false },
      ),
    },
  },
  { versionKey: false, minimize: false, id: false },
);

/** A hundred operations at once take their time on a busy machine. */
const patientMs = 20_000;

describeOnMongod('MongoDB', () => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await aDatabase();
    ({ store } = await openMongo({ uri: database.uri, log: aLog().log, turnMs: patientMs }));
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });
  beforeEach(async () => {
    const collections = await database.db.collections();
    await Promise.all(collections.map((collection) => collection.deleteMany({})));
  });

  describe.each([
    { how: 'through mongoose', hot: false },
    { how: 'through the driver', hot: true },
  ])('$how', ({ hot }) => {
    const connection = createConnection();
    beforeAll(async () => {
      await connection.openUri(database.uri, {
        autoIndex: false,
        autoCreate: false,
        runtimeAdapters,
      });
    });
    afterAll(() => connection.close());
    storeContract(async () => ({
      store: { ...store, close: async () => undefined },
      items: mongoCollection<Item>({
        model: connection.models.items ?? connection.model<Kept>('items', itemShape, 'items'),
        patience: makePatience(patientMs),
        ready: () => undefined,
        hot,
      }),
    }));
  });

  describe('what is kept', () => {
    it('is every field of every kind of document, as it was given', async () => {
      const account = anAccount({
        extension: '12',
        spentGeneration: 1,
        passwordHash: '$argon2id$v=19$x',
        activatedAt: noon,
        toldIn: { conversation: 'webchat|1', reference: { 'a.b': { $c: [1, null, {}] } } },
        mails: {},
      });
      const machine = aMachine({ partner: 'Partenaire', meterContact: 'registration-1' });
      const conversation = aConversation({
        state: '',
        handled: ['1'],
        replies: [{ id: '1', activities: '[]' }],
        leaseOwner: 'me',
        leaseUntil: noon,
      });
      const request = aHelpRequest({
        draft: { givenName: 'Jane', termsAccepted: true, meterContact: false },
        status: 'closed',
        closedAt: noon,
        mailDueAt: noon,
        mails: {
          'staff-1': {
            kind: 'helpRequest',
            to: 'aide@example.org',
            locale: 'fr',
            state: 'abandoned',
            reason: 'HTTP 400',
            attempts: 1,
            notBefore: noon,
            createdAt: noon,
            toldIn: { conversation: 'webchat|1', reference: {} },
          },
        },
      });
      const limit = { _id: 'l', used: 1, causes: { 'a%2Eb': true }, expiresAt: noon } as const;
      const entry = {
        _id: 'c|000000001',
        conversation: 'c',
        seq: 1,
        activityId: 'a',
        activity: '{"$x.y":1}',
        expiresAt: noon,
      };
      await store.accounts.add(account);
      await store.machines.addMany([machine]);
      await store.conversations.add(conversation);
      await store.helpRequests.add(request);
      await store.limits.add(limit);
      await store.transcript.addMany([entry]);
      expect(await store.accounts.find({})).toEqual([account]);
      expect(await store.machines.find({})).toEqual([machine]);
      expect(await store.conversations.find({})).toEqual([conversation]);
      expect(await store.helpRequests.find({})).toEqual([request]);
      expect(await store.limits.find({})).toEqual([limit]);
      expect(await store.transcript.find({})).toEqual([entry]);
    });

    it('changes at paths inside maps: a mail’s state, a limit’s causes', async () => {
      await store.accounts.add(anAccount());
      const [key = ''] = Object.keys(anAccount().mails);
      const changed = await store.accounts.change(
        { _id: 'registration-1', [`mails.${key}.state`]: 'queued' },
        { $set: { [`mails.${key}.state`]: 'accepted' }, $unset: { mailDueAt: true } },
      );
      expect(changed?.mails[key]?.state).toBe('accepted');
      expect(changed).not.toHaveProperty('mailDueAt');
      await store.limits.add({ _id: 'l', used: 1, causes: {}, expiresAt: noon });
      const counted = await store.limits.change(
        { _id: 'l', 'causes.a%2Eb': { $exists: false } },
        { $inc: { used: 1 }, $set: { 'causes.a%2Eb': true } },
      );
      expect(counted).toMatchObject({ used: 2, causes: { 'a%2Eb': true } });
    });

    const broken: readonly (readonly [string, object])[] = [
      ['a field that nobody knows', { nickname: 'J' }],
      ['a missing field', { givenName: undefined }],
      ['a wrong type', { generation: '1' }],
      ['a word that is none of the state’s', { status: 'deleted' }],
      ['an unknown field further down', { address: { ...anAccount().address, planet: 'Mars' } }],
    ];
    test.each(broken)('is never an account with %s', async (_, given) => {
      const account = { ...anAccount(), ...given } as Account;
      await expect(store.accounts.add(account)).rejects.toThrow();
      await expect(store.accounts.addMany([account])).rejects.toThrow();
      await store.accounts.add(anAccount());
      const update = 'givenName' in given ? { $unset: { givenName: true } } : { $set: given };
      await expect(
        store.accounts.change({ _id: 'registration-1' }, update as object),
      ).rejects.toThrow();
      expect(await store.accounts.find({})).toEqual([anAccount()]);
    });

    it('is never a mail in a state there is not', async () => {
      const mail = { ...Object.values(anAccount().mails)[0], state: 'lost' };
      const account = { ...anAccount(), mails: { 'a-1': mail } } as Account;
      await expect(store.accounts.add(account)).rejects.toThrow('lost');
      await store.accounts.add(anAccount());
      const update = { $set: { 'mails.a-1': mail } };
      await expect(store.accounts.change({ _id: account._id }, update)).rejects.toThrow('lost');
    });

    it('is found by an index wherever every turn, page and worker looks', async () => {
      const plan = async (collection: string, filter: object, sort: object = {}) => {
        const { queryPlanner } = await database.db
          .collection(collection)
          .find(filter)
          .sort({ ...sort })
          .explain();
        return JSON.stringify(queryPlanner.winningPlan);
      };
      const plans = [
        await plan('accounts', { emailKey: 'jane@example.org' }),
        await plan('accounts', { mailDueAt: { $lte: noon } }, { mailDueAt: 1 }),
        await plan('accounts', {}, { createdAt: 1 }),
        await plan('helpRequests', { mailDueAt: { $lte: noon } }, { mailDueAt: 1 }),
        await plan('machines', { bare: { $in: ['A', 'B'] } }),
        await plan('transcript', {
          $or: [{ _id: { $gte: 'c|1', $lt: 'c|~' } }, { _id: { $gte: 'd|1', $lt: 'd|~' } }],
        }),
      ];
      for (const one of plans) {
        expect(one).toContain('IXSCAN');
        expect(one).not.toMatch(/COLLSCAN|"SORT"/);
      }
    });
  });
});
