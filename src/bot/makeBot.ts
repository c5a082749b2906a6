import { randomUUID } from 'node:crypto';
import { noteProgress } from '../../dialogs/noteProgress';
import type { Services } from '../../dialogs/services';
import type { Conversation } from '../domain/conversation';
import type { Collection } from '../services/collection';
import type { Log } from '../services/log';
import { type Meter, noMeter } from '../services/meter';
import { noTracing, type Tracing } from '../services/tracing';
import { AssistantAdapter } from './adapter';
import { makeAssistant } from './assistant';
import { type Cloud, publicAzure } from './authentication/cloud';
import type { Identity } from './authentication/identity';
import { makeAuthentication } from './authentication/makeAuthentication';
import { makeCardUpdates } from './cardUpdates';
import { InProcessAdapter, type Outlet } from './inProcessAdapter';
import { makeLeases } from './leases';
import { makeLogic } from './logic';
import { type Doorkeeper, type Messages, makeDoorkeeper, makeMessages } from './messages';
import { makeNotify, type Notify } from './notify';
import { makeReceiveInProcess, type ReceiveInProcess } from './receiveInProcess';
import { makeSends } from './sends';
import { sortOut } from './sortOut';
import { teamsMember } from './teamsMember';
import { tracedLogic, tracedMeter, tracedNotify } from './traced';
import { makeTurn, type Turn } from './turn';

interface Needs {
  readonly services: Services;
  readonly conversations: Collection<Conversation>;
  /** Other processes may work on the same conversations. */
  readonly shared?: boolean;
  /** Without one only callers of this machine are answered, in production nobody. */
  readonly identity: Identity | undefined;
  readonly production: boolean;
  /** Who vouches for callers. */
  readonly cloud?: Cloud;
  readonly log: Log;
  /** Where replies go in conversations that live in this process. */
  readonly outlet?: Outlet;
  /** What those conversations' channel is called. */
  readonly ownChannel?: string;
  readonly meter?: Meter;
  readonly tracing?: Tracing;
  /** Another way to run turns than the leased one, to compare with. */
  readonly turn?: Turn;
}

export interface Bot {
  /** What `POST /api/messages`, the terminal and the tests talk to. */
  readonly messages: Messages;
  /** Asked before a body is read for it. */
  readonly doorkeeper: Doorkeeper;
  readonly receiveInProcess: ReceiveInProcess;
  /** When this process ends: conversations whose turn did not finish are given to the others. */
  giveBack(): Promise<void>;
  readonly notify: Notify;
}

/** Adapters, turn and dialogs put together. */
export const makeBot = ({
  services,
  conversations,
  shared = true,
  identity,
  production,
  cloud = publicAzure,
  log,
  outlet = nowhere,
  ownChannel,
  meter = noMeter,
  tracing = noTracing,
  ...instead
}: Needs): Bot => {
  const leases = makeLeases(conversations);
  const turn =
    instead.turn ??
    makeTurn({ conversations, shared, clock: services.clock, newId: randomUUID, meter, leases });
  const sends = makeSends();
  const sorted = sortOut(
    makeLogic({
      turn,
      sends,
      answer: makeAssistant(services, teamsMember),
      cards: makeCardUpdates({ conversations, services, log }),
      progress: (context, before) => noteProgress(context, before, services.terms.fr.version),
      meter: tracedMeter(meter, tracing),
      newReference: () => services.newId().slice(0, 8),
      log,
    }),
  );
  const logic = tracedLogic(sorted, tracing);
  const auth = makeAuthentication({ identity, cloud, clock: services.clock, log });
  const appId = identity?.id ?? '';
  const callers = callersOf(identity, production);
  const adapter = new AssistantAdapter(auth);
  const inProcess = new InProcessAdapter(auth, appId, outlet);
  return {
    giveBack: leases.giveBack,
    doorkeeper: makeDoorkeeper({ callers, log }),
    messages: makeMessages({ adapter, logic, callers, ownChannel, log }),
    receiveInProcess: makeReceiveInProcess({ adapter: inProcess, logic }),
    notify: tracedNotify(makeNotify({ adapter, inProcess, turn, sends, appId, log }), tracing),
  };
};

const nowhere: Outlet = {
  send: async (_, activities) => activities.map(() => ''),
  update: async () => undefined,
  remove: async () => undefined,
};

const callersOf = (identity: Identity | undefined, production: boolean) => {
  if (identity !== undefined) return 'authenticated';
  return production ? 'none' : 'local';
};
