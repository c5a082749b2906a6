import type { Machine } from '../src/domain/machine';
import type { OutboxMail } from '../src/services/sendMail';
import { aServerProcess, type Child } from './support/child';
import { aCollector } from './support/collector';
import { httpStandIn } from './support/httpStandIn';
import { aMachine } from './support/makers';
import { aDatabase, describeOnMongod } from './support/mongod';
import { aFolder } from './support/stores';
import { aVisitor, type Seen, type Visitor } from './support/visitor';

jest.setTimeout(60_000);

const settings = {
  SECRET_KEYS: 'canary-secret-key-canary-secret-key',
  SENDGRID_API_KEY: 'SG.canary-api-key',
  MAIL_FROM: 'Portail <canary.sender@example.org>',
  HELP_MAIL_TO: 'canary.desk@example.org',
} as const;

/** What people say; each is answered by something else that can go wrong. */
const said = [
  'bonjour petit canari',
  'commencer',
  'courriel canari.manquant arobase',
  `je m'appelle Canarine Oiselle ${'x'.repeat(20_000)}`,
  "je m'appelle Canarine Oiselle",
  '77, rue des Passereaux, Laval (Québec) H7A 1A1',
  'canarine.oiselle@example.org',
  '514 555-0177',
  "j'accepte",
  'CNRY99999',
  'gnx 130 001',
  'oui',
  'je confirme',
] as const;

const details = {
  givenName: 'Serinus',
  familyName: 'Volière',
  street: '88 avenue des Mésanges',
  city: 'Québec',
  region: 'QC',
  postalCode: 'G1A 1A1',
  country: 'CA',
  email: 'serinus.voliere@example.org',
  phone: '418 555-0188',
};

const newPassword = 'mésange-bleue-et-or-42!';

/** Parts of the above, in every form in which they may turn up, and what is read from mails, cookies and tokens on the way. */
const secrets = new Set([
  ...Object.values(settings),
  'canary-secret',
  'canary.sender',
  'canary.desk',
  'petit canari',
  'manquant',
  'Canarine',
  'Oiselle',
  'Passereaux',
  'H7A',
  'canarine.oiselle',
  '5550177',
  '555-0177',
  'CNRY99999',
  'gnx130001',
  'gnx 130 001',
  'Serinus',
  'Volière',
  'Mésanges',
  'G1A',
  'serinus.voliere',
  '5550188',
  '555-0188',
  newPassword,
  'perroquet',
  'cacatoès',
]);

let child: Child;
let folder: Awaited<ReturnType<typeof aFolder>>;
let sendgrid: Awaited<ReturnType<typeof httpStandIn>>;

let collector: Awaited<ReturnType<typeof aCollector>>;

const begin = async (store: Readonly<Record<string, string>>): Promise<void> => {
  folder = await aFolder();
  collector = await aCollector();
  const tried = new Set<string>();
  sendgrid = await httpStandIn({ status: 202 });
  // Each mail's first try fails, with an answer that quotes the mail.
  sendgrid.behave(({ body }) => {
    if (tried.has(body)) return { status: 202 };
    tried.add(body);
    return { status: 503, body };
  });
  child = await aServerProcess(
    {
      ...settings,
      ...store,
      DATA_DIR: folder.path,
      LOG_LEVEL: 'trace',
      SENDGRID_BASE_URL: sendgrid.url,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    },
    'test/support/faultyServer.ts',
  );
};

const end = async (): Promise<void> => {
  await sendgrid.stop();
  await child.kill();
  await collector.stop();
  await folder.remove();
};

/** The store fails at times: people try again. */
const until = async <T>(attempt: () => Promise<T>, isGood: (result: T) => boolean): Promise<T> => {
  for (let tries = 0; tries < 40; tries += 1) {
    const result = await attempt();
    if (isGood(result)) return result;
  }
  throw new Error(`40 tries were in vain; the log says\n${child.written()}`);
};

let ids = 0;

const say = (text: string, more: object = {}) => {
  const post = async () => {
    ids += 1;
    const response = await fetch(`${child.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: `activity-${ids}`,
        text,
        channelId: 'emulator',
        locale: 'fr-CA',
        conversation: { id: 'c' },
        from: { id: 'perroquet', name: 'cacatoès' },
        recipient: { id: 'bot' },
        deliveryMode: 'expectReplies',
        ...more,
      }),
    });
    return response.text();
  };
  return until(post, (answer) => !/pas pu être conservé|Référence/.test(answer));
};

const mailTo = async (address: string): Promise<Pick<OutboxMail, 'text'>> => {
  for (let tries = 0; tries < 400; tries += 1) {
    const mails = sendgrid.asked.filter(({ body }) => body.includes(address));
    // Its second try was taken.
    const [, { body } = { body: '' }] = mails;
    if (body !== '') return { text: JSON.parse(body).content[0].value };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no mail went out');
};

const works = ({ status }: Seen) => status < 500;

/** Submits until it worked: a server error gives no form to go on from. */
const submit = (visitor: Visitor, page: Seen, fields: Readonly<Record<string, string>>) =>
  until(() => visitor.submit(page, fields), works);

const registered = async (): Promise<void> => {
  for (const text of said) await say(text);
  await say('', { value: { card: 'details', action: 'send', email: 'perroquet@@example.org' } });
  await say('aide: mon perroquet ne répond plus');
  await say('oui');
};

const malformed = async (): Promise<void> => {
  const paths = ['/api/messages', '/api/webchat/token', '/register', '/login', '/help', '/nowhere'];
  const bodies = ['{"text": "perroquet', '['.repeat(5_000), 'perroquet=cacatoès&perroquet='];
  for (const path of paths) {
    for (const body of bodies) {
      await fetch(child.url + path, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', cookie: 'registration=perroquet' },
      });
    }
  }
  await fetch(`${child.url}/activate/perroquet`);
  await fetch(`${child.url}/login?perroquet=cacatoès`, {
    headers: { cookie: 'session=perroquet' },
  });
};

const byForm = async (visitor: Visitor): Promise<void> => {
  const begin = await until(() => visitor.get('/register'), works);
  const refused = await submit(visitor, begin, { ...details, email: 'perroquet sans arobase' });
  const terms = await submit(visitor, refused, details);
  const machine = await submit(visitor, terms, { termsAccepted: 'true' });
  const unknown = await submit(visitor, machine, { serial: 'CNRY99999' });
  const contact = await submit(visitor, unknown, { serial: 'GNX130001' });
  const review = await submit(visitor, contact, { meterContact: 'false' });
  await submit(visitor, review, { confirm: 'true' });
};

const activated = async (visitor: Visitor): Promise<void> => {
  const { text } = await mailTo(details.email);
  const [temporary = ''] = /^[a-z0-9]{4,6}(?:-[a-z0-9]{4,6}){2,}$/m.exec(text) ?? [];
  const [, token = ''] = /\/activate\/(\S+)/.exec(text) ?? [];
  secrets.add(temporary).add(token);
  const page = await until(() => visitor.get(`/activate/${token}`), works);
  await submit(visitor, page, {});
  const username = details.email;
  await until(() => visitor.post('/login', { username, password: 'perroquet-42' }), works);
  const form = await until(() => visitor.post('/login', { username, password: temporary }), works);
  const bad = await submit(visitor, form, { password: 'perroquet', confirmation: 'cacatoès' });
  await submit(visitor, bad, { password: newPassword, confirmation: newPassword });
  const home = await until(
    () => visitor.post('/login', { username, password: newPassword }),
    works,
  );
  expect(home.text).toContain('Serinus');
  await until(() => visitor.post('/forgot', { email: username }), works);
};

const chatted = async (): Promise<void> => {
  const post = (path: string, body: unknown, authorization = '') =>
    fetch(child.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify(body),
    });
  const minted = await until(
    () => post('/api/webchat/token', {}),
    ({ status }) => status === 200,
  );
  const { token } = await minted.json();
  secrets.add(token);
  for (const cookie of minted.headers.getSetCookie()) {
    secrets.add(/^[^=]+=([^;]{8,})/.exec(cookie)?.[1] ?? token);
  }
  const begun = await until(
    () => post('/v3/directline/conversations', {}, `Bearer ${token}`),
    ({ ok }) => ok,
  );
  const { conversationId, streamUrl } = await begun.json();
  secrets.add(new URL(streamUrl).searchParams.get('t') ?? token);
  const path = `/v3/directline/conversations/${conversationId}/activities`;
  const message = { type: 'message', text: "je m'appelle Canarine Oiselle" };
  await until(
    () => post(path, { ...message, from: { id: 'perroquet' } }, `Bearer ${token}`),
    ({ ok }) => ok,
  );
  await post(path, message, `Bearer ${token}perroquet`);
};

/** A whole registration by each way in, with faults, and what came out of it for operators. */
const sung = async () => {
  const visitor = aVisitor(child.url);
  await registered();
  await malformed();
  await byForm(visitor);
  await activated(visitor);
  await chatted();
  for (const value of visitor.cookies.values()) if (value.length > 8) secrets.add(value);
  const metrics = await (await fetch(`${child.url}/metrics`)).text();
  child.process.kill('SIGTERM');
  await child.ended;
  return { log: child.written(), metrics, traces: collector.raw(), spans: collector.spans() };
};

const secretsIn = (text: string): readonly string[] => {
  const all = text.toLowerCase();
  return [...secrets].filter((secret) =>
    [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')].some((form) =>
      all.includes(form.toLowerCase()),
    ),
  );
};

const title =
  'after whole registrations with faults neither the log nor the metrics nor the traces hold a secret, a message or anything personal';

describe('on the embedded store', () => {
  beforeAll(() => begin({}));
  afterAll(end);

  test(title, async () => {
    const { log, metrics, traces, spans } = await sung();
    // The faults really came, and were told.
    expect(log).toMatch(/"event":"turn\.notKept"/);
    expect(log).toMatch(/"event":"turn\.failed"/);
    expect(log).toMatch(/"event":"mail\.later"/);
    expect(log).toMatch(/"event":"mail\.accepted"/);
    expect(metrics).toMatch(/step="registered",language="fr",channel="emulator"} 1$/m);
    expect(metrics).toMatch(/step="registered",language="fr",channel="form"} 1$/m);
    expect(spans.filter(({ failed }) => failed).length).toBeGreaterThan(0);
    expect(spans.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['turn', 'mail', 'GET /activate/:token', 'POST /login']),
    );
    expect(secretsIn(`${log}\n${metrics}\n${traces}`)).toEqual([]);
  });
});

describeOnMongod('on MongoDB', () => {
  let database: Awaited<ReturnType<typeof aDatabase>>;

  beforeAll(async () => {
    database = await aDatabase();
    await database.db.collection<Machine>('machines').insertOne(aMachine());
    await begin({ MONGODB_URI: database.uri });
  });
  afterAll(async () => {
    await end();
    await database.drop();
  });

  test(title, async () => {
    const { log, metrics, traces, spans } = await sung();
    expect(spans.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['insert accounts', 'findAndModify conversations', 'find accounts']),
    );
    expect(secretsIn(`${log}\n${metrics}\n${traces}`)).toEqual([]);
  });
});
