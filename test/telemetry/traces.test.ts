import { aProcess, aServerProcess } from '../support/child';
import { aCollector, type SentSpan } from '../support/collector';
import { deadPort, httpStandIn } from '../support/httpStandIn';
import { aDatabase, describeOnMongod } from '../support/mongod';
import { aFolder } from '../support/stores';
import { aVisitor } from '../support/visitor';

jest.setTimeout(60_000);

let collector: Awaited<ReturnType<typeof aCollector>>;
let folder: Awaited<ReturnType<typeof aFolder>>;

beforeEach(async () => {
  collector = await aCollector();
  folder = await aFolder();
});

afterEach(async () => {
  await collector.stop();
  await folder.remove();
});

const message = {
  type: 'message',
  id: '1',
  text: 'bonjour',
  channelId: 'emulator',
  conversation: { id: 'c' },
  from: { id: 'person' },
  recipient: { id: 'bot' },
  deliveryMode: 'expectReplies',
};

const ask = (url: string, path: string, body?: object) =>
  fetch(url + path, {
    ...(body === undefined
      ? {}
      : {
          method: 'POST',
          body: JSON.stringify(body),
          headers: {
            'content-type': 'application/json',
            traceparent: '00-11111111111111111111111111111111-2222222222222222-01',
          },
        }),
  });

const help = { description: 'Je ne trouve pas la machine.', email: 'zoe@example.org' };

const byForm = async (url: string) => {
  const visitor = aVisitor(url);
  await visitor.submit(await visitor.get('/help'), help);
};

/** A test that waits in vain says so. */
const until = async (what: string, isSo: () => boolean) => {
  for (let tries = 0; !isSo(); tries += 1) {
    if (tries > 400) throw new Error(`${what} did not come`);
    await new Promise((done) => setTimeout(done, 50));
  }
};

const named = (spans: readonly SentSpan[], name: string) =>
  spans.filter((span) => span.name === name);

const below = (spans: readonly SentSpan[], parent: SentSpan | undefined) =>
  spans.filter(({ parentSpanId }) => parentSpanId === parent?.spanId);

describeOnMongod('with a collector', () => {
  test('requests, turns, mails and the database tell where time goes, and the log tells the trace', async () => {
    const database = await aDatabase();
    const sendgrid = await httpStandIn({ status: 202 });
    const child = await aServerProcess({
      DATA_DIR: folder.path,
      MONGODB_URI: database.uri,
      SENDGRID_API_KEY: 'SG.key',
      SENDGRID_BASE_URL: sendgrid.url,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-api-key=open%20sesame',
      OTEL_SERVICE_NAME: 'portal',
    });
    await ask(child.url, '/api/messages', message);
    await ask(child.url, '/activate/some-token?lang=en');
    await ask(child.url, '/nowhere/some-token');
    await byForm(child.url);
    await until('mails', () => sendgrid.asked.length === 2);
    // Looked for in the background all the while, which is nobody's request.
    await new Promise((done) => setTimeout(done, 1_500));
    child.process.kill('SIGTERM');
    expect(await child.ended).toBe(0);
    await sendgrid.stop();
    await database.drop();

    expect(collector.asked[0]).toMatchObject({ path: '/v1/traces', method: 'POST' });
    expect(collector.asked[0]?.headers['x-api-key']).toBe('open sesame');
    expect(collector.resource()).toMatchObject({ 'service.name': 'portal' });

    const spans = collector.spans();
    const [request] = named(spans, 'POST /api/messages');
    expect(request).toMatchObject({
      kind: 2,
      attributes: {
        'http.request.method': 'POST',
        'http.response.status_code': 200,
        'http.route': '/api/messages',
      },
    });
    // Whoever calls does not choose the trace.
    expect(request?.parentSpanId ?? '').toBe('');
    expect(request?.traceId).not.toMatch(/^1+$/);
    const [turn] = below(spans, request);
    expect(turn).toMatchObject({
      name: 'turn',
      attributes: { 'turn.channel': 'emulator', 'turn.outcome': 'answered' },
    });
    expect(below(spans, turn).map(({ attributes }) => attributes)).toContainEqual(
      expect.objectContaining({
        'db.system.name': 'mongodb',
        'db.collection.name': 'conversations',
        'db.operation.name': 'findAndModify',
      }),
    );

    expect(named(spans, 'GET /activate/:token')).toHaveLength(1);
    expect(named(spans, 'GET')).toHaveLength(1);

    const mails = named(spans, 'mail');
    expect(mails.map(({ attributes }) => attributes['mail.kind']).sort()).toEqual([
      'helpReceipt',
      'helpRequest',
    ]);
    for (const mail of mails) {
      expect(mail.parentSpanId ?? '').toBe('');
      expect(mail.attributes).toMatchObject({ 'mail.attempts': 1, 'mail.outcome': 'accepted' });
      expect(below(spans, mail)).toContainEqual(
        expect.objectContaining({
          name: 'POST',
          attributes: expect.objectContaining({ 'server.address': '127.0.0.1' }),
        }),
      );
    }
    const roots = spans.filter(({ parentSpanId }) => (parentSpanId ?? '') === '');
    expect(roots.filter(({ kind }) => kind === 3)).toEqual([]);

    const logged = child
      .written()
      .split('\n')
      .filter((line) => line.includes('"mail.accepted"'))
      .map((line): { readonly traceId?: string } => JSON.parse(line));
    expect(logged.map(({ traceId }) => traceId).sort()).toEqual(
      mails.map(({ traceId }) => traceId).sort(),
    );
  });
});

test('a collector that is away is told once, and holds nothing up', async () => {
  const child = await aServerProcess({
    DATA_DIR: folder.path,
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${await deadPort()}`,
    OTEL_BSP_SCHEDULE_DELAY: '100',
  });
  const answer = await ask(child.url, '/api/messages', message);
  expect(answer.status).toBe(200);
  await until('a word of it', () => child.written().includes('telemetry.notSent'));
  await ask(child.url, '/api/messages', { ...message, id: '2' });
  child.process.kill('SIGTERM');
  expect(await child.ended).toBe(0);
  expect(child.written().match(/telemetry\.notSent/g)).toHaveLength(1);
});

test('without a collector nothing of OpenTelemetry is loaded but the names that the metrics bring along', async () => {
  const child = aProcess('test/support/loadedPackages.ts', { DATA_DIR: folder.path, PORT: '0' });
  await child.ended;
  expect(JSON.parse(child.written())).toEqual(['@opentelemetry/api']);
});
