import { aSite, type TestSite } from '../support/site';

const botId = '11111111-2222-3333-4444-555555555555';

let site: TestSite;
beforeAll(async () => {
  site = await aSite({ teamsTab: { botId } });
});
afterAll(() => site.stop());

const visit = (path: string, language = 'fr') =>
  site.visitor({ 'accept-language': language }).get(path);

test.each([
  { lang: 'fr', title: 'Votre inscription au portail', other: '?theme=dark&amp;lang=en' },
  { lang: 'en', title: 'Your registration on the portal', other: '?theme=dark&amp;lang=fr' },
])(
  'says what to do next in the language of the browser ($lang)',
  async ({ lang, title, other }) => {
    const page = await visit('/teams?theme=dark', lang);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.html).toContain(`<html lang="${lang}" data-theme="dark">`);
    expect(page.html.match(/<h1>([^<]*)/g)).toEqual([`<h1>${title}`]);
    expect(page.html).toContain(`href="${other}"`);
    expect(page.html).not.toMatch(/ style="|<style/);
  },
);

test('takes language and theme as Teams writes them into its address', async () => {
  const page = await visit('/teams?lang=en-us&theme=contrast');
  expect(page.html).toContain('<html lang="en" data-theme="contrast">');
  expect((await visit('/teams?lang=fr-fr&theme=default')).html).toContain('data-theme="light"');
  expect((await visit('/teams?lang={locale}&theme={theme}')).html).toContain('<html lang="fr">');
});

test('may stand in frames of Teams, and of nobody else', async () => {
  const { headers } = await visit('/teams');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy.split(';')).toEqual([
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    'frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft',
    "object-src 'none'",
    expect.stringMatching(/^script-src 'nonce-[\w+/=]{24}'$/),
    'connect-src https://res.cdn.office.net',
  ]);
  expect(headers.has('x-frame-options')).toBe(false);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test.each(['/', '/login', '/register', '/help', '/terms', '/teams/unknown'])(
  'lets no frame have %s, whatever stood before',
  async (path) => {
    await visit('/teams');
    const { headers } = await visit(path);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
  },
);

test('leads to the bot in Teams, and out of the frame to every other page', async () => {
  const { html } = await visit('/teams');
  const links = [...html.matchAll(/<a ([^>]*)>/g)].map(([, attributes = '']) => attributes);
  const outward = links.filter((attributes) => !attributes.includes('hreflang'));
  expect(outward.map((attributes) => /href="([^"]*)"/.exec(attributes)?.[1])).toEqual([
    `https://teams.microsoft.com/l/chat/0/0?users=28:${botId}`,
    '/help?lang=fr',
    '/register?lang=fr',
    '/login?lang=fr',
  ]);
  expect(
    outward.filter((attributes) => !/target="_blank" rel="noopener"/.test(attributes)),
  ).toEqual([]);
});

test('answers HEAD as GET', async () => {
  const head = await fetch(`${site.url}/teams`, { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(head.headers.get('content-security-policy')).toContain('teams.microsoft.com');
  expect(await head.text()).toBe('');
});

test('leads to the chat of the login page where there is no bot in Teams', async () => {
  const local = await aSite({ teamsTab: {} });
  const { html } = await local.visitor().get('/teams');
  expect(html).toMatch(/<a href="\/login\?lang=fr" class="button" target="_blank"/);
  await local.stop();
});

test('is not there where Teams is off', async () => {
  const off = await aSite();
  const page = await off.visitor().get('/teams');
  expect(page.status).toBe(404);
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  await off.stop();
});
