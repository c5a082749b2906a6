import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import type { Answer } from '../../src/bot/messages';
import type { Store } from '../../src/services/store';
import { fr } from '../../src/text/fr';
import { aServerProcess, type Child } from '../../test/support/child';
import { randomFrom } from '../../test/support/dawdling';
import { clear, openGround } from '../../test/torture/ground';
import { plays, type Table, wrongInPlay } from '../../test/torture/interleavings';
import { makeMailLedger } from '../../test/torture/mailLedger';
import { aFaultyProvider } from './faultyProvider';
import { seconds } from './figures';
import { patiently } from './patiently';

interface Needs {
  readonly uri: string;
  readonly seed: number;
  /** Who is told that nothing could be kept waits so long before sending it again. */
  readonly againMs: number;
}

export interface Tally {
  readonly conversations: number;
  readonly registered: number;
  /** The person heard that a message could not be kept. */
  readonly notKept: number;
  /** The channel was told to come again. */
  readonly busy: number;
  readonly longestMs: number;
  readonly mailsTwiceUnheard: number;
  readonly wrong: readonly string[];
}

/** The whole product in two processes, and people who register by turns with either, while something happens to the servers. */
export const people = async (
  { uri, seed, againMs }: Needs,
  meanwhile: (products: readonly Child[]) => Promise<void>,
): Promise<Tally> => {
  const random = randomFrom(seed);
  const folder = await mkdtemp(join(tmpdir(), 'people-'));
  const ledger = makeMailLedger();
  const provider = await aFaultyProvider(ledger, random);
  const store = await openGround({ kind: 'mongodb', uri }, () => new Date());
  await clear(store);
  const products = await Promise.all(
    ['one', 'two'].map((name) =>
      aServerProcess({
        MONGODB_URI: uri,
        PUBLIC_URL: 'https://portal.example.org',
        SECRET_KEYS: 'a key of the torture run'.padEnd(32, '.'),
        SENDGRID_API_KEY: name,
        SENDGRID_BASE_URL: provider.url,
        DATA_DIR: join(folder, name),
        LOG_LEVEL: 'silent',
      }),
    ),
  );
  const heard = { notKept: 0, busy: 0, longestMs: 0 };
  const table: Table = {
    processes: products.map((product) => ({ receive: receiveFrom(product, heard, againMs) })),
    store: patient(store),
  };
  const wrong: string[] = [];
  let going = true;
  let conversations = 0;
  let registered = 0;
  const talk = async (): Promise<void> => {
    while (going) {
      const index = conversations;
      conversations += 1;
      const [drawn] = fc.sample(plays, { seed: seed + index, numRuns: 1 });
      if (drawn === undefined) throw new Error('nothing was drawn');
      const play = { ...drawn, finished: index % 2 === 0 };
      const found = await wrongInPlay(table, play, `jane-${index}`).catch(inWords);
      wrong.push(...found.map((what) => `${index}: ${what} ${JSON.stringify(play)}`));
      if (play.finished) registered += 1;
      await pause(500 * random());
    }
  };
  const talks = Array.from({ length: 6 }, talk);
  await meanwhile(products);
  going = false;
  await Promise.all(talks);
  const owing = () => store.accounts.count({ mailDueAt: { $exists: true } });
  while ((await patiently(owing)) > 0) await pause(500);
  const audit = await patiently(() => ledger.audit(store));
  const ended = products.filter(({ process }) => process.exitCode !== null);
  await Promise.all(products.map(({ kill }) => kill()));
  await provider.stop();
  await store.close();
  await rm(folder, { recursive: true, force: true });
  const doubled = audit.twice - audit.twiceUnheard;
  return {
    ...heard,
    conversations,
    registered,
    mailsTwiceUnheard: audit.twiceUnheard,
    wrong: [
      ...wrong,
      ...(audit.lost > 0 ? [`${audit.lost} mails lost`] : []),
      ...(doubled > 0 ? [`${doubled} mails sent twice`] : []),
      ...(audit.altered > 0 ? [`${audit.altered} mails altered`] : []),
      ...(audit.mails === registered ? [] : [`${audit.mails} mails of ${registered} people`]),
      ...(ended.length > 0 ? [`${ended.length} processes ended`] : []),
      ...(heard.longestMs > channelMs ? [`an answer took ${seconds(heard.longestMs)}`] : []),
    ],
  };
};

const inWords = (error: unknown): readonly string[] => [String(error)];

/** Channels give up after so long. */
const channelMs = 15_000;

interface Heard {
  notKept: number;
  busy: number;
  longestMs: number;
}

/** What a channel sees of a process; a refused message is sent again after a while, maybe to the other. */
const receiveFrom =
  ({ url }: Child, heard: Heard, againMs: number) =>
  async ({ body }: { readonly body: unknown }): Promise<Answer> => {
    const asked = performance.now();
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    heard.longestMs = Math.max(heard.longestMs, performance.now() - asked);
    const isNotKept = text.includes(fr.conversation.notKept);
    const isBusy = response.status === 503;
    if (isNotKept) heard.notKept += 1;
    if (isBusy) heard.busy += 1;
    if (isNotKept || isBusy) await pause(againMs);
    return { status: response.status, body: response.ok ? JSON.parse(text) : undefined };
  };

/** Who looks afterwards waits for the servers. */
const patient = ({ conversations, accounts, ...rest }: Store): Store => ({
  ...rest,
  conversations: {
    ...conversations,
    find: (...asked) => patiently(() => conversations.find(...asked)),
  },
  accounts: { ...accounts, find: (...asked) => patiently(() => accounts.find(...asked)) },
});
