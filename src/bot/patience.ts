import { type TurnContext, TurnContextStateCollection } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { DelegateBackoff, handleWhen, retry } from 'cockatiel';

/** The part of the SDK's HTTP client that we touch: `@azure/core-rest-pipeline` behind the connector. */
interface Pipeline {
  removePolicy(which: { readonly name: string }): unknown;
  addPolicy(
    policy: {
      readonly name: string;
      readonly sendRequest: (request: Sent, next: Next) => Promise<Answer>;
    },
    options: { readonly phase: 'Retry' },
  ): void;
}

interface Sent {
  /** Milliseconds; 0 where nobody said. */
  timeout: number;
}

interface Answer {
  readonly status: number;
  readonly headers: { get(name: string): string | undefined };
}

type Next = (request: Sent) => Promise<Answer>;

/**
 * Calls to channels are tried again where a channel says that it is for the moment (429, 412, 502, 503, 504) or the line broke:
 * later each time, at different times each, as late as the channel asks, and never past `untilTime`. The SDK's own way goes on for
 * ten seconds and more, when the channel that waits for our answer has long asked again.
 */
export const patient = (connector: ConnectorClient): ConnectorClient => {
  // Private in the SDK's types; its options reach no further than the HTTP client below the retries.
  const { pipeline } = (connector as unknown as { client: { pipeline: Pipeline } }).client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.addPolicy({ name: 'patience', sendRequest: tryUntil }, { phase: 'Retry' });
  return connector;
};

/**
 * A context to the same turn whose calls to the channel are worth trying for so many milliseconds from now. What is kept in its
 * `turnState` is not kept in the turn's. (Where Node follows promises to know the time, every promise of the process pays for it.)
 */
export const untilTime = (context: TurnContext, ms: number): TurnContext => {
  const { adapter, turnState } = context;
  const connector = turnState.get<ConnectorClient | undefined>(adapter.ConnectorClientKey);
  if (connector === undefined) return context;
  const limited = new TurnContextStateCollection(turnState);
  limited.set(adapter.ConnectorClientKey, hurried(connector, performance.now() + ms));
  return Object.create(context, { turnState: { value: limited } });
};

/** Each call is told the time that is left as the time that it may take. */
const hurried = (connector: ConnectorClient, until: number): ConnectorClient => {
  const client: Pick<ConnectorClient, 'sendOperationRequest'> = {
    sendOperationRequest: ({ options, ...given }, ...rest) => {
      const timeout = Math.max(1, Math.ceil(until - performance.now()));
      const requestOptions = { ...options?.requestOptions, timeout };
      return connector.sendOperationRequest(
        { ...given, options: { ...options, requestOptions } },
        ...rest,
      );
    },
  };
  return Object.create(connector, {
    conversations: { value: Object.create(connector.conversations, { client: { value: client } }) },
  });
};

/** Of what nobody waits for. */
const usualMs = 15_000;

const tryUntil = async (request: Sent, next: Next): Promise<Answer> => {
  const until = performance.now() + (request.timeout > 0 ? request.timeout : usualMs);
  let last: Answer | undefined;
  try {
    return await policy.execute(async ({ attempt }) => {
      const left = until - performance.now();
      if (attempt > 0 && left <= 0) throw new Hopeless();
      request.timeout = Math.max(1, Math.ceil(left));
      last = await next(request);
      if (passing.has(last.status)) throw new Later(askedMs(last), until);
      return last;
    });
  } catch (error) {
    if (last !== undefined && (error instanceof Later || error instanceof Hopeless)) return last;
    throw error;
  }
};

const passing: ReadonlySet<number> = new Set([412, 429, 502, 503, 504]);

/** The channel cannot take it now. */
class Later extends Error {
  readonly askedMs: number;
  readonly until: number;

  constructor(askedMs: number, until: number) {
    super('the channel asks to try later');
    this.askedMs = askedMs;
    this.until = until;
  }
}

/** The time is over. */
class Hopeless extends Error {}

/** Nothing of it was read, or it broke off: what the channel did with it is unknown, and better said twice than not at all. */
const brokenLines: ReadonlySet<unknown> = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
]);

const policy = retry(
  handleWhen((error) => {
    if (error instanceof Later) return performance.now() + error.askedMs < error.until;
    return 'code' in error && brokenLines.has(error.code);
  }),
  {
    maxAttempts: 5,
    backoff: new DelegateBackoff(({ attempt, result }) => {
      const own = 150 * 2 ** (attempt - 1) * (0.6 + 0.8 * Math.random());
      return 'error' in result && result.error instanceof Later
        ? Math.max(own, result.error.askedMs)
        : own;
    }),
  },
);

/** `Retry-After` is seconds, or a date. */
const askedMs = ({ headers }: Answer): number => {
  const asked = headers.get('retry-after');
  if (asked === undefined) return 0;
  const ms = /^\d+$/.test(asked) ? Number(asked) * 1_000 : Date.parse(asked) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
};
