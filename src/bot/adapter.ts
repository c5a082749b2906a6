import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { patient } from './patience';

export type Logic = (context: TurnContext) => Promise<void>;

/** The SDK's adapter, entered below its HTTP half: that half answers errors with internals and writes each 401 to the console. */
export class AssistantAdapter extends CloudAdapter {
  constructor(authentication: BotFrameworkAuthentication) {
    super(new CachingAuthentication(authentication));
  }

  /** Throws `TokenRefused` when the caller may not speak for a channel, and whatever `logic` throws. */
  receive(
    authorization: string,
    activity: Activity,
    logic: Logic,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }
}

/** The SDK builds a connector and a token client for every turn; keeping them halves a turn's CPU. */
class CachingAuthentication extends BotFrameworkAuthentication {
  readonly #inner: BotFrameworkAuthentication;
  readonly #connectors = new Map<string, Promise<ConnectorClient>>();
  readonly #tokenClients = new Map<string, Promise<UserTokenClient>>();

  constructor(inner: BotFrameworkAuthentication) {
    super();
    this.#inner = inner;
  }

  override async authenticateRequest(activity: Activity, header: string) {
    return this.#caching(await this.#inner.authenticateRequest(activity, header));
  }

  override async authenticateStreamingRequest(header: string, channelId: string) {
    return this.#caching(await this.#inner.authenticateStreamingRequest(header, channelId));
  }

  override createConnectorFactory(claims: ClaimsIdentity): ConnectorFactory {
    return new CachingFactory(
      this.#inner.createConnectorFactory(claims),
      this.#connectors,
      identityOf(claims),
    );
  }

  override createUserTokenClient(claims: ClaimsIdentity): Promise<UserTokenClient> {
    return remembered(this.#tokenClients, identityOf(claims), () =>
      this.#inner.createUserTokenClient(claims),
    );
  }

  #caching(result: AuthenticateRequestResult): AuthenticateRequestResult {
    if (result.connectorFactory === undefined) return result;
    const identity = identityOf(result.claimsIdentity);
    return {
      ...result,
      connectorFactory: new CachingFactory(result.connectorFactory, this.#connectors, identity),
    };
  }
}

class CachingFactory extends ConnectorFactory {
  readonly #inner: ConnectorFactory;
  readonly #kept: Map<string, Promise<ConnectorClient>>;
  readonly #identity: string;

  constructor(
    inner: ConnectorFactory,
    kept: Map<string, Promise<ConnectorClient>>,
    identity: string,
  ) {
    super();
    this.#inner = inner;
    this.#kept = kept;
    this.#identity = identity;
  }

  override create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const key = `${this.#identity} ${audience ?? ''} ${serviceUrl}`;
    return remembered(this.#kept, key, async () =>
      patient(
        await (audience === undefined
          ? this.#inner.create(serviceUrl)
          : this.#inner.create(serviceUrl, audience)),
      ),
    );
  }
}

/** Service URLs are few in production, but a caller on the loopback interface may name any: the oldest entry makes room. */
const mostKept = 100;

const remembered = <V>(
  kept: Map<string, Promise<V>>,
  key: string,
  make: () => Promise<V>,
): Promise<V> => {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return made;
};

/** Bot id and audience, in all forms that tokens carry them. */
const identityOf = (claims: ClaimsIdentity): string =>
  ['aud', 'appid', 'azp', 'tid'].map((type) => claims.getClaimValue(type) ?? '').join(' ');
