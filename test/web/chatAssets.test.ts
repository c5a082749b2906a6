import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Request } from 'restify';
import { root } from '../../src/root';
import { chatAssets } from '../../src/web/chatAssets';

const ask = (path: string, encoding: string) => {
  const [, respond] = chatAssets.routes.find(([address]) => address === path) ?? [];
  // Nothing else of a request is looked at.
  return respond?.({ headers: { 'accept-encoding': encoding } } as unknown as Request);
};

test.each([
  { accepts: 'gzip, deflate, br', gets: 'br' },
  { accepts: 'gzip, br;q=0.5', gets: 'br' },
  { accepts: 'gzip, br;q=0', gets: 'gzip' },
  { accepts: 'GZIP', gets: 'gzip' },
  { accepts: 'identity', gets: undefined },
  { accepts: 'brotli, gzipped', gets: undefined },
  { accepts: '', gets: undefined },
])('sends a script to a browser that accepts "$accepts" as $gets', async ({ accepts, gets }) => {
  const reply = await ask(chatAssets.script, accepts);
  expect(reply?.status).toBe(200);
  expect(reply?.headers['Content-Encoding']).toBe(gets);
  expect(reply?.headers.Vary).toBe('Accept-Encoding');
  expect(reply?.headers['Cache-Control']).toBe('public, max-age=31536000, immutable');
  expect(reply?.headers['Content-Type']).toBe('text/javascript; charset=utf-8');
});

test('sends the same script packed and plain', async () => {
  const [br, gzip, plain] = await Promise.all(
    ['br', 'gzip', ''].map((encoding) => ask(chatAssets.script, encoding)),
  );
  const content = readFileSync(join(root, 'public/chat/main.mjs'), 'utf8');
  expect(String(plain?.body)).toBe(content);
  expect(brotliDecompressSync(Buffer.from(br?.body ?? '')).toString()).toBe(content);
  expect(gunzipSync(Buffer.from(gzip?.body ?? '')).toString()).toBe(content);
});

test('sends Web Chat itself, to be kept for a year', async () => {
  const reply = await ask(chatAssets.webChat, '');
  expect(reply?.status).toBe(200);
  expect(reply?.headers['Cache-Control']).toContain('immutable');
  expect(reply?.headers.Vary).toBe('Accept-Encoding');
  expect(reply?.body).toHaveLength(3_891_526);
});

test('our own part of the chat is small', async () => {
  const own = chatAssets.routes.filter(([path]) => path.startsWith('/chat/'));
  const replies = await Promise.all(own.map(([path]) => ask(path, 'br')));
  const bytes = replies.reduce((sum, reply) => sum + Buffer.byteLength(reply?.body ?? ''), 0);
  expect(own.length).toBeGreaterThan(5);
  expect(bytes).toBeLessThan(18_000);
});

/** The strings of Web Chat's package, in a language. */
const stringsOf = (language: string): readonly string[] => {
  const folder = join(root, 'node_modules/botframework-webchat-api/src/localization');
  return Object.keys(JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8'))).filter(
    (key) => !key.startsWith('_'),
  );
};

test('has every sentence of Web Chat in French, its own or ours', () => {
  const ours = readFileSync(join(root, 'public/chat/strings.mjs'), 'utf8').match(
    /\b[A-Z][A-Z_]+(?=: t\.)/g,
  );
  const french = new Set([...stringsOf('fr-FR'), ...(ours ?? [])]);
  expect(stringsOf('en-US').filter((key) => !french.has(key))).toEqual([]);
});
