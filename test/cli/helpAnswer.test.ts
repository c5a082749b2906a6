import { staff } from '../../src/cli/staff';
import { texts } from '../../src/text/texts';
import { beginBy, callTo } from '../support/chat';
import { aDatabase, describeOnMongod, type TestDatabase } from '../support/mongod';
import { aServer, type TestServer } from '../support/server';

describeOnMongod('beside a server that runs on MongoDB', () => {
  let database: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    database = await aDatabase();
    server = await aServer({ mongodbUri: database.uri });
  });
  afterAll(async () => {
    await server.stop();
    await database.drop();
  });

  const command = async (...argv: readonly string[]): Promise<string> => {
    let said = '';
    const keep = (text: string) => {
      said += text;
    };
    const env = { MONGODB_URI: database.uri };
    const terminal = { out: keep, err: keep, drawsProgress: false, env };
    await staff({ ...terminal, locale: 'fr', texts: texts.fr }, argv);
    return said;
  };

  test('staff answer a request that came by the web chat: the person reads it there and in a mail', async () => {
    const call = callTo(server.url);
    const { path, token } = await beginBy(call);
    const read = async () => {
      const { body } = await call('GET', `${path}/activities`, { token });
      return body.activities.map(({ text = '' }) => text);
    };
    for (const text of [
      "parler à quelqu'un",
      'Mon numéro de série est illisible',
      'zoe@example.org',
    ]) {
      const body = { type: 'message', text, locale: 'fr-CA' };
      await call('POST', `${path}/activities`, { token, body });
    }
    const [, id = ''] = /demande d'aide (D-\d+) est enregistrée/.exec((await read()).join()) ?? [];
    const message = 'Frottez-le au crayon.';
    expect(await command('help', 'close', id, '--message', message)).toMatch(/file d'envoi/);
    const answers = async () => (await read()).filter((text) => text.includes(message));
    while ((await answers()).length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await answers()).toEqual([
      expect.stringMatching(`^Le centre d'aide répond à votre demande ${id}`),
    ]);
    const mails = async (): Promise<readonly { to: string; subject: string }[]> =>
      (await fetch(`${server.url}/dev/outbox.json`)).json();
    const sent = async () => (await mails()).filter(({ subject }) => subject.startsWith('Réponse'));
    while ((await sent()).length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await sent()).toMatchObject([{ to: 'zoe@example.org' }]);
    expect(await command('help', 'show', id, '--json')).not.toContain('serviceUrl');
  });
});
