import { aProcess, aServerProcess, type Child } from './support/child';
import { aFolder } from './support/stores';

jest.setTimeout(30_000);

const production = {
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PUBLIC_URL: 'https://portail.example.org',
  SECRET_KEYS: 'k'.repeat(32),
  MAIL_FROM: 'portail@example.org',
  HELP_MAIL_TO: 'aide@example.org',
  STORE: 'embedded',
  SMTP_URL: 'smtp://127.0.0.1:9',
};

test('a start in production without settings names all of them at once, without a stack trace, and fails', async () => {
  const child = aProcess('src/index.ts', { NODE_ENV: 'production', TEAMS: 'on' });
  expect(await child.ended).toBe(1);
  expect(child.written().match(/^ {2}\w+/gm)).toEqual([
    '  MicrosoftAppId',
    '  PUBLIC_URL',
    '  SECRET_KEYS',
    '  MAIL_FROM',
    '  HELP_MAIL_TO',
    '  MONGODB_URI',
    '  SENDGRID_API_KEY',
  ]);
  expect(child.written()).toMatch(/STORE=embedded.*SMTP_URL/s);
  expect(child.written()).not.toMatch(/^ +at /m);
});

describe('a server in production', () => {
  let folder: Awaited<ReturnType<typeof aFolder>>;
  let child: Child;

  beforeAll(async () => {
    folder = await aFolder();
    child = await aServerProcess({ ...production, DATA_DIR: folder.path });
  });

  afterAll(async () => {
    await child.kill();
    await folder.remove();
  });

  test.each([
    ['/healthz', 200],
    ['/readyz', 200],
    ['/metrics', 200],
    ['/login', 200],
    ['/dev/outbox', 404],
    ['/dev/outbox.json', 404],
  ])('answers %s with %d', async (path, status) => {
    const { status: given } = await fetch(child.url + path, { redirect: 'manual' });
    expect(given).toBe(status);
  });

  test('takes no activity without a token', async () => {
    const { status } = await fetch(`${child.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', text: 'hi', conversation: { id: '1' } }),
    });
    expect(status).toBe(401);
  });

  test('ends with exit code 0 on SIGTERM', async () => {
    child.process.kill('SIGTERM');
    expect(await child.ended).toBe(0);
  });
});
