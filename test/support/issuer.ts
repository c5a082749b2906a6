import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { sign } from 'jsonwebtoken';
import { type Cloud, publicAzure } from '../../src/bot/authentication/cloud';
import { httpStandIn } from './httpStandIn';

interface Signer {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly endorsements: readonly string[];
}

/** A key of its own; making one takes a moment. */
export const aSigner = (kid: string, endorsements: readonly string[] = ['msteams']): Signer => ({
  kid,
  endorsements,
  ...generateKeyPairSync('rsa', { modulusLength: 2_048 }),
});

/** The Bot Connector's half of authentication: an OpenID document, keys, and tokens signed with them. */
export const anIssuer = async (first: readonly Signer[]) => {
  let published = first;
  let away = false;
  const site = await httpStandIn({ status: 404 });
  site.behave(({ path }) => {
    if (away) return { status: 500, body: 'internal' };
    const found =
      path === '/keys' ? { keys: published.map(jwkOf) } : { jwks_uri: `${site.url}/keys` };
    return { status: 200, body: JSON.stringify(found) };
  });
  const cloud: Cloud = { ...publicAzure, metadataUrl: `${site.url}/openidconfiguration` };
  return {
    cloud,
    /** How often its document was asked for. */
    asked: () => site.asked.filter(({ path }) => path === '/openidconfiguration').length,
    publish: (signers: readonly Signer[]) => {
      published = signers;
    },
    goAway: () => {
      away = true;
    },
    comeBack: () => {
      away = false;
    },
    stop: site.stop,
  };
};

const jwkOf = ({ kid, publicKey, endorsements }: Signer) => ({
  ...publicKey.export({ format: 'jwk' }),
  kid,
  use: 'sig',
  endorsements,
});

/** A token of the Bot Connector, good unless told otherwise. A claim that is `undefined` is left out. */
export const aToken = (
  { kid, privateKey }: Signer,
  claims: Readonly<Record<string, unknown>>,
): string => {
  const seconds = Math.floor(Date.now() / 1_000);
  const all = {
    iss: publicAzure.issuer,
    nbf: seconds - 60,
    exp: seconds + 3_600,
    ...claims,
  };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return sign(given, privateKey, { algorithm: 'RS256', keyid: kid, noTimestamp: true });
};
