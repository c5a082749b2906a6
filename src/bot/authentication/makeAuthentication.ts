import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { BotFrameworkAuthentication } from 'botframework-connector';
import type { Clock } from '../../services/clock';
import type { Log } from '../../services/log';
import { ChannelAuthentication } from './channelAuthentication';
import { makeCheckToken } from './checkToken';
import type { Cloud } from './cloud';
import { makeFetchSigningKeys } from './fetchSigningKeys';
import type { Identity } from './identity';
import { sdkOptions } from './sdkOptions';
import { makeSigningKeys } from './signingKeys';

interface Needs {
  /** Without one nobody is asked for a token: who may call is decided elsewhere. */
  readonly identity: Identity | undefined;
  readonly cloud: Cloud;
  readonly clock: Clock;
  readonly log: Log;
}

export const makeAuthentication = ({
  identity,
  cloud,
  clock,
  log,
}: Needs): BotFrameworkAuthentication => {
  if (identity === undefined) return new ConfigurationBotFrameworkAuthentication({});
  return new ChannelAuthentication({
    cloud,
    outgoing: new ConfigurationBotFrameworkAuthentication(sdkOptions(identity)),
    checkToken: makeCheckToken({
      cloud,
      botId: identity.id,
      tenantId: guidOf(identity.tenantId),
      findKey: makeSigningKeys({ fetchKeys: makeFetchSigningKeys(cloud.metadataUrl), log }),
      clock,
    }),
  });
};

/** A tenant may be configured by its domain, but activities name it by its id only. */
const guidOf = (tenantId: string): string | undefined =>
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(tenantId) ? tenantId : undefined;
