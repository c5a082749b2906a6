import { errorName } from '../services/errorName';
import type { Log } from '../services/log';
import { readActivity } from './activity';
import type { AssistantAdapter, Logic } from './adapter';
import { TokenRefused } from './authentication/channelAuthentication';
import type { Refusal } from './authentication/checkToken';
import { ConversationBusy } from './hold';
import { inProcessServiceUrl } from './inProcessAdapter';
import { NotSent } from './sendInTime';

/** A POST to `/api/messages`: JSON that was read within its limits, nothing else known of it. */
export interface Incoming {
  readonly body: unknown;
  /** Empty when absent. */
  readonly authorization: string;
  /** The caller is on this machine's loopback interface. */
  readonly local: boolean;
}

export interface Answer {
  readonly status: number;
  /** Sent as JSON; absent means an empty body. */
  readonly body?: unknown;
}

export type Messages = (incoming: Incoming) => Promise<Answer>;

/** What can be said before the body is read: `undefined` when it is worth reading. */
export type Doorkeeper = (caller: Omit<Incoming, 'body'>) => Answer | undefined;

interface Needs {
  readonly adapter: AssistantAdapter;
  readonly logic: Logic;
  /** The bot has an identity: its adapter checks who calls. Without one only this machine is answered, in production nobody. */
  readonly callers: 'authenticated' | 'local' | 'none';
  /** The channel of the conversations that live in this process. */
  readonly ownChannel?: string | undefined;
  readonly log: Log;
}

/** Callers who bring nothing get nothing read. */
export const makeDoorkeeper =
  ({ callers, log }: Pick<Needs, 'callers' | 'log'>): Doorkeeper =>
  ({ authorization, local }) => {
    if (callers === 'none' || (callers === 'local' && !local)) return refused;
    if (callers === 'local' || authorization !== '') return undefined;
    log.warn({ event: 'messages.refused', reason: 'noToken' satisfies Refusal });
    return refused;
  };

/** `POST /api/messages`: the channel's half of the conversation. */
export const makeMessages =
  ({ adapter, logic, callers, ownChannel, log }: Needs): Messages =>
  async ({ body, authorization, local }) => {
    if (callers === 'none' || (callers === 'local' && !local)) return refused;
    const activity = readActivity(body);
    if (activity === undefined || namesOurselves(activity))
      return { status: 400, body: { error: 'notAnActivity' } };
    // Whom nobody vouches for could speak in somebody's web chat, whose own door asks for its token.
    if (callers === 'local' && activity.channelId === ownChannel) return forbidden;
    try {
      const response = await adapter.receive(authorization, activity, logic);
      return response === undefined
        ? { status: 200 }
        : { status: response.status, body: response.body };
    } catch (error) {
      if (error instanceof TokenRefused) {
        log.warn({ event: 'messages.refused', reason: error.reason });
        return refusals[error.reason] ?? refused;
      }
      if (error instanceof ConversationBusy) return { status: 503, body: { error: 'busy' } };
      if (error instanceof NotSent) {
        log.warn({ event: 'messages.notSent' });
        return { status: 502, body: { error: 'notSent' } };
      }
      log.error({ event: 'messages.failed', error: errorName(error) });
      return { status: 500, body: { error: 'internal' } };
    }
  };

/** Conversations of this process are reached from inside it alone. */
const namesOurselves = ({ serviceUrl }: { readonly serviceUrl?: string }): boolean =>
  serviceUrl !== undefined && hostOf(serviceUrl) === hostOf(inProcessServiceUrl);

/** By any port, and with the dot that ends a full name. */
const hostOf = (url: string): string => new URL(url).hostname.replace(/\.$/, '');

const refused: Answer = { status: 401, body: { error: 'unauthorized' } };

const forbidden: Answer = { status: 403, body: { error: 'forbidden' } };

/** A good token for something else is forbidden. Who cannot be checked now is refused like who has no right to call: the log tells them apart. */
const refusals: { readonly [R in Refusal]?: Answer } = {
  endorsement: forbidden,
  serviceUrl: forbidden,
  tenant: forbidden,
};
