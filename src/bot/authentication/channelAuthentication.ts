import type { Activity } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  BotFrameworkAuthentication,
  ClaimsIdentity,
} from 'botframework-connector';
import type { CheckToken, Refusal } from './checkToken';
import type { Cloud } from './cloud';

/** The caller may not speak for a channel. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  readonly reason: Refusal;

  constructor(reason: Refusal) {
    super(reason);
    this.reason = reason;
  }
}

interface Needs {
  /** The SDK's own, for what goes out. */
  readonly outgoing: BotFrameworkAuthentication;
  readonly checkToken: CheckToken;
  readonly cloud: Pick<Cloud, 'audience' | 'callerId'>;
}

/** Who calls is checked by us, what goes out is signed by the SDK. Throws `TokenRefused`. */
export class ChannelAuthentication extends BotFrameworkAuthentication {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    super();
    this.#needs = needs;
  }

  override async authenticateRequest(
    activity: Activity,
    authorization: string,
  ): Promise<AuthenticateRequestResult> {
    const { outgoing, checkToken, cloud } = this.#needs;
    const checked = await checkToken(authorization, {
      channelId: activity.channelId,
      serviceUrl: activity.serviceUrl,
      tenants: tenantsOf(activity),
    });
    if (checked.kind === 'refused') throw new TokenRefused(checked.reason);
    const claims = Object.entries(checked.claims).map(([type, value]) => ({ type, value }));
    const claimsIdentity = new ClaimsIdentity(claims, true);
    return {
      audience: cloud.audience,
      callerId: cloud.callerId,
      claimsIdentity,
      connectorFactory: outgoing.createConnectorFactory(claimsIdentity),
    };
  }

  /** Never offered. */
  override authenticateStreamingRequest(): Promise<never> {
    return Promise.reject(new TokenRefused('malformed'));
  }

  override createConnectorFactory(claims: ClaimsIdentity) {
    return this.#needs.outgoing.createConnectorFactory(claims);
  }

  override createUserTokenClient(claims: ClaimsIdentity) {
    return this.#needs.outgoing.createUserTokenClient(claims);
  }
}

/** Teams says it in two places. */
const tenantsOf = ({ conversation, channelData }: Activity): readonly string[] => {
  const { id }: { readonly id?: unknown } = Object(Object(channelData).tenant);
  return [conversation.tenantId, id].filter((tenant) => typeof tenant === 'string');
};
