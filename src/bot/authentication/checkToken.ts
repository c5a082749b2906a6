import { decode, type JwtPayload, verify } from 'jsonwebtoken';
import type { Cloud } from './cloud';
import type { FindSigningKey } from './signingKeys';

/** What a token has to fit. */
export interface Called {
  readonly channelId: string;
  readonly serviceUrl: string | undefined;
  /** Tenants that the activity says it comes from. */
  readonly tenants: readonly string[];
}

export type Refusal =
  | 'noToken'
  | 'malformed'
  | 'algorithm'
  | 'issuer'
  | 'audience'
  | 'noExpiry'
  | 'expired'
  | 'notYetValid'
  | 'unknownKey'
  | 'signature'
  | 'endorsement'
  | 'serviceUrl'
  | 'tenant'
  /** Nobody can tell: the issuer's keys cannot be had now. */
  | 'keysAway';

export type Checked =
  | { readonly kind: 'good'; readonly claims: Readonly<JwtPayload> }
  | { readonly kind: 'refused'; readonly reason: Refusal };

/** Checks the `Authorization` header of an activity. Never throws. */
export type CheckToken = (authorization: string, called: Called) => Promise<Checked>;

interface Needs {
  readonly cloud: Pick<Cloud, 'issuer'>;
  readonly botId: string;
  /** The bot's tenant: what comes from another one is not for it. */
  readonly tenantId: string | undefined;
  readonly findKey: FindSigningKey;
  /** Clocks need not agree to the minute. */
  readonly clock: () => Date;
}

/**
 * A channel's token, as the Bot Connector signs it. Our own check: the SDK's writes to the console, answers with internals and
 * has its issuers from the environment. What can be refused by looking is refused before anybody is asked for keys.
 */
export const makeCheckToken =
  ({ cloud, botId, tenantId, findKey, clock }: Needs): CheckToken =>
  async (authorization, called) => {
    const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization.trim()) ?? [];
    if (token === undefined) return refused(authorization === '' ? 'noToken' : 'malformed');
    const looked = look(token, { issuer: cloud.issuer, botId });
    if (looked.kind === 'refused') return looked;

    const found = await findKey(looked.kid);
    if (found === 'unavailable') return refused('keysAway');
    if (found === 'unknown') return refused('unknownKey');
    try {
      verify(token, found.key, {
        algorithms: [algorithm],
        issuer: cloud.issuer,
        audience: botId,
        clockTolerance: toleranceSeconds,
        clockTimestamp: Math.floor(clock().getTime() / 1_000),
      });
    } catch (error) {
      return refused(reasonOf(error));
    }

    const { claims } = looked;
    if (found.endorsements.length > 0 && !found.endorsements.includes(called.channelId)) {
      return refused('endorsement');
    }
    // Replies go to that address, with a token of ours: nobody but the issuer may name it.
    if (called.serviceUrl === undefined || claims.serviceurl !== called.serviceUrl) {
      return refused('serviceUrl');
    }
    const tenants = [claims.tid, ...called.tenants].filter((tenant) => tenant !== undefined);
    if (tenantId !== undefined && !tenants.every((tenant) => same(tenant, tenantId))) {
      return refused('tenant');
    }
    return { kind: 'good', claims };
  };

const algorithm = 'RS256';
const toleranceSeconds = 300;

const refused = (reason: Refusal) => ({ kind: 'refused', reason }) as const;

/** What stands in the token, before anything of it is believed. */
const look = (token: string, { issuer, botId }: { issuer: string; botId: string }) => {
  const read = decoded(token);
  if (read === undefined) return refused('malformed');
  const { header, claims } = read;
  if (header.alg !== algorithm) return refused('algorithm');
  if (claims.iss !== issuer) return refused('issuer');
  if (claims.aud !== botId) return refused('audience');
  if (typeof claims.exp !== 'number') return refused('noExpiry');
  if (typeof header.kid !== 'string') return refused('unknownKey');
  return { kind: 'looked', kid: header.kid, claims } as const;
};

const decoded = (token: string) => {
  try {
    const read = decode(token, { complete: true });
    if (read === null || typeof read.payload === 'string') return undefined;
    return { header: read.header, claims: read.payload };
  } catch {
    // Parts that are not JSON.
    return undefined;
  }
};

const reasonOf = (error: unknown): Refusal => {
  const { name }: { readonly name?: unknown } = Object(error);
  if (name === 'TokenExpiredError') return 'expired';
  return name === 'NotBeforeError' ? 'notYetValid' : 'signature';
};

const same = (one: unknown, other: string): boolean =>
  typeof one === 'string' && one.toLowerCase() === other.toLowerCase();
