import { makeFetchSigningKeys } from '../../src/bot/authentication/fetchSigningKeys';
import { makeSigningKeys } from '../../src/bot/authentication/signingKeys';
import { aLog } from '../support/aLog';
import { httpStandIn } from '../support/httpStandIn';
import { anIssuer, aSigner } from '../support/issuer';

const old = aSigner('old');
const next = aSigner('next');
const minute = 60_000;
const day = 24 * 60 * minute;

const aKeyRing = async () => {
  const issuer = await anIssuer([old]);
  const { log, events } = aLog();
  let ms = 0;
  const find = makeSigningKeys({
    fetchKeys: makeFetchSigningKeys(issuer.cloud.metadataUrl),
    log,
    now: () => ms,
  });
  return {
    ...issuer,
    events,
    pass: (more: number) => {
      ms += more;
    },
    find: async (kid: string) => {
      const found = await find(kid);
      return typeof found === 'string' ? found : 'found';
    },
  };
};

let ring: Awaited<ReturnType<typeof aKeyRing>>;
beforeEach(async () => {
  ring = await aKeyRing();
});
afterEach(() => ring.stop());

test('asks once for all who come at the same time, and not again', async () => {
  expect(await Promise.all(['old', 'old', 'old'].map(ring.find))).toEqual([
    'found',
    'found',
    'found',
  ]);
  expect(await ring.find('old')).toBe('found');
  expect(ring.asked()).toBe(1);
});

test('finds keys that were published since, asking at most once a minute', async () => {
  await ring.find('old');
  ring.publish([old, next]);
  expect(await ring.find('next')).toBe('unknown');
  ring.pass(minute);
  expect(await ring.find('next')).toBe('found');
  expect(await ring.find('made-up')).toBe('unknown');
  expect(ring.asked()).toBe(2);
});

test('forgets keys that were withdrawn, within a day', async () => {
  await ring.find('old');
  ring.publish([next]);
  ring.pass(day + 1);
  // Renewed beside the work.
  expect(await ring.find('old')).toBe('found');
  while ((await ring.find('old')) === 'found') await new Promise((done) => setTimeout(done, 5));
  expect(await ring.find('next')).toBe('found');
  expect(ring.asked()).toBe(2);
});

test('is unavailable while the issuer is away at the start, and recovers after five seconds', async () => {
  ring.goAway();
  expect(await ring.find('old')).toBe('unavailable');
  ring.comeBack();
  expect(await ring.find('old')).toBe('unavailable');
  expect(ring.asked()).toBe(1);
  ring.pass(5_000);
  expect(await ring.find('old')).toBe('found');
  expect(ring.events).toEqual([{ event: 'messages.keysAway', error: 'Error' }]);
});

test('goes on with known keys while the issuer is away, for five days', async () => {
  await ring.find('old');
  ring.goAway();
  ring.pass(5 * day - 1);
  expect(await ring.find('old')).toBe('found');
  expect(await ring.find('made-up')).toBe('unavailable');
  ring.pass(1);
  expect(await ring.find('old')).toBe('unavailable');
});

const jwk = { ...old.publicKey.export({ format: 'jwk' }), kid: 'old' };
const small = aSigner('x').publicKey.export({ format: 'jwk' });

test.each<readonly [string, (url: string) => object, object]>([
  ['no document', () => ({}), { keys: [jwk] }],
  ['an address that is none', () => ({ jwks_uri: '/keys' }), { keys: [jwk] }],
  [
    'another protocol',
    (url) => ({ jwks_uri: `${url.replace('http:', 'https:')}/keys` }),
    { keys: [jwk] },
  ],
  ['no list of keys', (url) => ({ jwks_uri: `${url}/keys` }), { keys: 'none' }],
  ['no key at all', (url) => ({ jwks_uri: `${url}/keys` }), { keys: [] }],
  [
    'only keys that cannot be used',
    (url) => ({ jwks_uri: `${url}/keys` }),
    {
      keys: [
        7,
        { kty: 'EC', kid: 'old' },
        { ...jwk, use: 'enc' },
        { ...jwk, n: '' },
        { ...jwk, kid: '' },
        { ...small, kid: 'old', n: 'AQAB' },
      ],
    },
  ],
])('takes nothing from an issuer with %s', async (_, document, keys) => {
  const site = await httpStandIn({ status: 404 });
  site.behave(({ path }) => ({
    status: 200,
    body: JSON.stringify(path === '/keys' ? keys : document(site.url)),
  }));
  await expect(makeFetchSigningKeys(`${site.url}/document`)()).rejects.toThrow();
  await site.stop();
});
