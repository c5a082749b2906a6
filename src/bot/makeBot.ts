import { randomUUID } from 'node:crypto';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Services } from '../../dialogs/services';
import type { Conversation } from '../domain/conversation';
import type { Collection } from '../services/collection';
import type { Log } from '../services/log';
import { AssistantAdapter } from './adapter';
import { Assistant } from './assistant';
import { makeLogic } from './logic';
import { type Messages, makeMessages } from './messages';
import { makeTurn, type Turn } from './turn';

/** The bot's registration in Azure. */
export interface Identity {
  readonly type: string;
  readonly id: string;
  readonly password?: string;
  readonly tenantId?: string;
}

interface Needs {
  readonly services: Services;
  readonly conversations: Collection<Conversation>;
  /** Without one only callers of this machine are answered, in production nobody. */
  readonly identity: Identity | undefined;
  readonly production: boolean;
  readonly log: Log;
  /** Another way to run turns than the leased one, to compare with. */
  readonly turn?: Turn;
}

/** Adapter, turn and dialogs put together: what `POST /api/messages`, the terminal and the tests talk to. */
export const makeBot = ({
  services,
  conversations,
  identity,
  production,
  log,
  turn = makeTurn({ conversations, clock: services.clock, newId: randomUUID }),
}: Needs): Messages => {
  const assistant = new Assistant(services);
  return makeMessages({
    adapter: new AssistantAdapter(authentication(identity)),
    logic: makeLogic({
      turn,
      answer: (context) => assistant.run(context),
      newReference: () => services.newId().slice(0, 8),
      log,
    }),
    callers: callersOf(identity, production),
    log,
  });
};

const callersOf = (identity: Identity | undefined, production: boolean) => {
  if (identity !== undefined) return 'authenticated';
  return production ? 'none' : 'local';
};

const authentication = (identity: Identity | undefined) =>
  new ConfigurationBotFrameworkAuthentication(
    identity === undefined
      ? {}
      : {
          MicrosoftAppType: identity.type,
          MicrosoftAppId: identity.id,
          ...(identity.password === undefined ? {} : { MicrosoftAppPassword: identity.password }),
          ...(identity.tenantId === undefined ? {} : { MicrosoftAppTenantId: identity.tenantId }),
        },
  );
