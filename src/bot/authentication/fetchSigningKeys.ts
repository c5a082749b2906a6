import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

export interface SigningKey {
  readonly key: KeyObject;
  /** Channels whose messages it may sign; empty: all. */
  readonly endorsements: readonly string[];
}

export type FetchSigningKeys = () => Promise<ReadonlyMap<string, SigningKey>>;

/** Reads an issuer's OpenID document and the keys it points to, by their ids. Throws when either cannot be had. */
export const makeFetchSigningKeys =
  (metadataUrl: string): FetchSigningKeys =>
  async () => {
    const { jwks_uri: keysUrl } = metadata.parse(await json(metadataUrl));
    // What says where the keys are was read over TLS: so are they.
    if (new URL(keysUrl).protocol !== new URL(metadataUrl).protocol) {
      throw new Error('the OpenID document leads to keys by another protocol');
    }
    const { keys } = keySet.parse(await json(keysUrl));
    const usable = keys.flatMap(usableKey);
    if (usable.length === 0) throw new Error('the OpenID document leads to no key we can use');
    return new Map(usable);
  };

const timeoutMs = 5_000;

const json = async (url: string): Promise<unknown> => {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
};

const metadata = z.object({ jwks_uri: z.url({ protocol: /^https?$/ }) });

const keySet = z.object({ keys: z.array(z.unknown()) });

const rsaKey = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  use: z.literal('sig').optional(),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).default([]),
});

/** A set may hold keys for other uses and of kinds that we do not know: they are passed over. */
const usableKey = (candidate: unknown): readonly (readonly [string, SigningKey])[] => {
  const { success, data } = rsaKey.safeParse(candidate);
  if (!success) return [];
  try {
    const { kty, kid, n, e, endorsements } = data;
    const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' });
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    return bits < 2_048 ? [] : [[kid, { key, endorsements }]];
  } catch {
    // Not a key, whatever it says.
    return [];
  }
};
