import type { AddressInfo } from 'node:net';
import type { Server } from 'restify';
import { makeReadiness } from '../../src/services/readiness';
import { makeMetrics } from '../../src/web/metrics';
import { makeServer } from '../../src/web/server';
import { aLog } from '../support/aLog';

const asked = { store: 0, mails: 0 };
const world = { store: async (): Promise<unknown> => 0, mail: true, mails: async () => 3 };
const metrics = makeMetrics({
  mailsQueued: () => {
    asked.mails += 1;
    return world.mails();
  },
});
let server: Server;
let url = '';

beforeAll(async () => {
  server = makeServer({
    log: aLog().log,
    publicUrl: 'https://portail.example.org',
    messages: async () => ({ status: 404 }),
    metrics,
    readiness: makeReadiness({
      pingStore: () => {
        asked.store += 1;
        return world.store();
      },
      mailAlive: () => world.mail,
      patienceMs: 200,
    }),
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // restify's type leaves the pipe's string open
  url = `http://127.0.0.1:${port}`;
});

afterAll(() => new Promise<void>((done) => server.close(() => done())));

const fails = async () => {
  throw new Error('connect ECONNREFUSED mongodb://user:secret@db.example.org');
};

test.each([
  { store: async () => 0, mail: true, status: 200, body: { status: 'ready' } },
  { store: fails, mail: true, status: 503, body: { status: 'notReady', notReady: ['store'] } },
  {
    store: () => new Promise<never>(() => undefined),
    mail: true,
    status: 503,
    body: { status: 'notReady', notReady: ['store'] },
  },
  {
    store: async () => 0,
    mail: false,
    status: 503,
    body: { status: 'notReady', notReady: ['mail'] },
  },
  {
    store: fails,
    mail: false,
    status: 503,
    body: { status: 'notReady', notReady: ['store', 'mail'] },
  },
])('says with $status what is not ready: $body.notReady', async ({ store, mail, status, body }) => {
  Object.assign(world, { store, mail });
  const response = await fetch(`${url}/readyz`);
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual(body);
});

test('asks the store once for many who ask at the same time', async () => {
  Object.assign(world, {
    store: () => new Promise((resolve) => setTimeout(resolve, 100)),
    mail: true,
  });
  asked.store = 0;
  await Promise.all(Array.from({ length: 20 }, () => fetch(`${url}/readyz`)));
  expect(asked.store).toBeLessThan(5);
});

test('shows its figures in the format of Prometheus', async () => {
  const { meter } = metrics;
  meter.turn({ channel: 'msteams', outcome: 'answered', seconds: 0.02 });
  meter.leaseWaited(0.3);
  meter.leaseLost();
  meter.reached(['details', 'terms'], { locale: 'fr', channel: 'webchat' });
  meter.mailCameTo({ kind: 'activation', state: 'accepted' });
  const response = await fetch(`${url}/metrics`);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const lines = (await response.text()).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'assistant_turns_total{channel="msteams",outcome="answered"} 1',
      'assistant_turn_seconds_count 1',
      'assistant_lease_wait_seconds_bucket{le="0.5"} 1',
      'assistant_leases_lost_total 1',
      'assistant_registrations_reached_total{step="terms",language="fr",channel="webchat"} 1',
      'assistant_mails_total{kind="activation",state="accepted"} 1',
      'assistant_mails_queued 3',
      '# TYPE process_cpu_seconds_total counter',
    ]),
  );
});

test('lets no caller invent labels', async () => {
  for (let count = 0; count < 100; count += 1) {
    metrics.meter.turn({ channel: `jane-${count}@example.org`, outcome: 'failed', seconds: 1 });
  }
  const text = await (await fetch(`${url}/metrics`)).text();
  expect(text).toContain('assistant_turns_total{channel="other",outcome="failed"} 100');
  expect(text).not.toContain('jane');
});

test('asks the store for the mails once in a while only', async () => {
  asked.mails = 0;
  for (let count = 0; count < 10; count += 1) await fetch(`${url}/metrics`);
  expect(asked.mails).toBeLessThan(2);
});

test('leaves out the mails while the store is away, and shows the rest', async () => {
  const away = makeMetrics({ mailsQueued: fails });
  const text = await away.text();
  expect(text).not.toMatch(/^assistant_mails_queued /m);
  expect(text).toMatch(/^assistant_leases_lost_total 0$/m);
});

test.each([
  [{}, 200],
  [{ 'x-forwarded-for': '10.0.0.7' }, 200],
  [{ 'x-forwarded-for': '203.0.113.7' }, 404],
  [{ 'x-forwarded-for': '10.0.0.7, 203.0.113.7' }, 404],
  [{ forwarded: 'for=10.0.0.7' }, 404],
])('answers a caller with %j on /metrics with %d', async (headers, status) => {
  expect((await fetch(`${url}/metrics`, { headers })).status).toBe(status);
});
