import { beginBy, callTo } from '../support/chat';
import { httpStandIn } from '../support/httpStandIn';
import { aServer, type TestServer } from '../support/server';
import { aSlowStore, type SlowStore } from '../support/slowStore';

/** How many operations of 200 ms an answer may wait for in two seconds, with a tenth left for everything else. */
const most = 9;

let slow: SlowStore;
let provider: Awaited<ReturnType<typeof httpStandIn>>;
let server: TestServer;
beforeEach(async () => {
  slow = aSlowStore();
  provider = await httpStandIn('hang');
  const sendgrid = { apiKey: 'SG.key', baseUrl: provider.url };
  server = await aServer({ sendgrid }, undefined, slow);
});
afterEach(async () => {
  slow.stop();
  await Promise.all([server.stop(), provider.stop()]);
}, 30_000);

const registration = [
  'bonjour',
  'commencer',
  'Zoé Tremblay, 12 rue des Érables, Laval QC H7A 1A1, zoe@example.org, 514 555-0142',
  "j'accepte",
  'GNX13O001',
  'oui',
  'non',
  'je confirme',
];
const help = ["parler à quelqu'un", 'Je ne trouve pas mon compte', 'non'];
const again = ["je n'ai pas reçu le courriel", 'oui'];

interface Waited {
  readonly text: string;
  readonly operations: number;
}

const tooLong = (waited: readonly Waited[]) => waited.filter(({ operations }) => operations > most);

test('a channel is answered in two seconds though an operation takes 200 ms and the mail provider hangs', async () => {
  const waited: Waited[] = [];
  slow.waits();
  for (const [id, text] of [...registration, ...again, ...help].entries()) {
    const [reply] = await server.say({ id: String(id), text, locale: 'fr-CA' });
    waited.push({ text, operations: slow.waits() });
    if (text === 'je confirme') expect(reply?.text).toMatch(/file d'envoi/);
  }
  expect(tooLong(waited)).toEqual([]);
  expect(provider.asked.length).toBeGreaterThan(0);
}, 60_000);

test('so is the web chat, with its answered cards replaced', async () => {
  const call = callTo(server.url);
  const { path, token } = await beginBy(call);
  const waited: Waited[] = [];
  slow.waits();
  for (const text of [...registration, ...again, ...help]) {
    const body = { type: 'message', text, locale: 'fr-CA' };
    await call('POST', `${path}/activities`, { token, body });
    waited.push({ text, operations: slow.waits() });
  }
  expect(tooLong(waited)).toEqual([]);
}, 60_000);
