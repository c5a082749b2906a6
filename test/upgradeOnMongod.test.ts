import { WaterfallDialog } from 'botbuilder-dialogs';
import type { Button } from '../cards/buttons';
import type { Store } from '../src/services/store';
import { openMongo } from '../src/store/mongo';
import { quiet } from './support/bot';
import { aClock } from './support/clock';
import { aDatabase, describeOnMongod, type TestDatabase } from './support/mongod';
import { clear } from './torture/ground';
import { envelope } from './torture/killPoints';
import { makeProduct } from './torture/product';
import { type Step, shown } from './torture/registration';
import { moments } from './upgrade/moments';

describeOnMongod('two releases on one database', () => {
  let database: TestDatabase;
  let stores: readonly [Store, Store];
  beforeAll(async () => {
    database = await aDatabase();
    const open = async () => (await openMongo({ uri: database.uri, log: quiet })).store;
    stores = [await open(), await open()];
    await clear(stores[0]);
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await database.drop();
  });

  /** A process of its own, with a connection of its own; its version is that of its waterfall. */
  const release = (store: Store, version: string) => {
    const product = makeProduct({
      store,
      send: async () => ({ kind: 'accepted' }),
      clock: aClock(new Date()).clock,
      random: Math.random,
      log: quiet,
    });
    return async (activity: object) => {
      const spied = jest.spyOn(WaterfallDialog.prototype, 'getVersion').mockReturnValue(version);
      try {
        const { body } = await product.receive({ authorization: '', local: true, body: activity });
        return shown(body);
      } finally {
        spied.mockRestore();
      }
    };
  };

  test('answer in turn in one conversation, to the end, and in the one it moves to', async () => {
    const [older, newer] = [
      release(stores[0], 'registration:6'),
      release(stores[1], 'registration:7'),
    ];
    const { before = [], after = [] } = moments.machine ?? {};
    const offered: Button[] = [];
    const said: string[] = [];
    let turn = 0;
    const does = async (step: Step, where: object = {}): Promise<string> => {
      turn += 1;
      const activity = { ...envelope(`activity-${turn}`, step(offered)), ...where };
      const heard = await (turn % 2 === 0 ? newer : older)(activity);
      offered.push(...heard.offered);
      said.push(heard.lines.join('\n'));
      return heard.lines.join('\n');
    };
    const types =
      (text: string): Step =>
      () => ({ type: 'message', text });
    for (const step of before) await does(step);
    const code = /[A-Z][A-Z2-9]{4}-[2-9][A-Z2-9]{4}/.exec(
      await does(types('continuer ailleurs')),
    )?.[0];
    const elsewhere = { channelId: 'other', conversation: { id: 'elsewhere' } };
    expect(await does(types(code ?? 'none'), elsewhere)).toContain(
      'Votre inscription continue ici',
    );
    for (const step of after) await does(step, elsewhere);
    expect(said.at(-1)).toContain('votre inscription est enregistrée');
    expect(await stores[0].accounts.find({})).toMatchObject([
      { email: 'jane@example.org', consents: [{ channel: 'test' }] },
    ]);
    const states = (await stores[0].conversations.find({})).map(
      ({ state }) => JSON.parse(state).stack,
    );
    expect(JSON.stringify(states)).not.toContain('"version"');
  });
});
