import type { Schema as Shape } from 'mongoose';
import type { Log } from '../services/log';
import type { Store } from '../services/store';
import type { Tracing } from '../services/tracing';
import { accounts } from './accounts';
import { conversations } from './conversations';
import { handOvers } from './handOvers';
import { helpRequests } from './helpRequests';
import { limits } from './limits';
import { machines } from './machines';
import { keepConnection } from './mongo/connection';
import { buildIndexes } from './mongo/indexes';
import { type Kept, mongoCollection } from './mongo/mongoCollection';
import { makePatience, usualTurnMs } from './mongo/patience';
import {
  accountShape,
  conversationShape,
  handOverShape,
  helpRequestShape,
  limitShape,
  machineShape,
  transcriptShape,
} from './mongo/shapes';
import { type Inserted, makeWatchTranscript } from './mongo/watchTranscript';
import type { AnySchema, Schema } from './schema';
import { transcript } from './transcript';

export interface MongoOptions {
  readonly uri: string;
  readonly log: Log;
  /** First wait before a server that is away is tried again. */
  readonly retryMs?: number;
  /** How long a person may wait for an operation. */
  readonly turnMs?: number;
  /** Listens to what the server is asked. */
  readonly traced?: Tracing['database'];
}

export interface OpenedMongo {
  /** `away`: the server is looked for until it is there; until then everything asked of the store is refused at once. */
  readonly kind: 'open' | 'away';
  readonly store: Store;
}

/**
 * MongoDB through mongoose: standalone, replica set or sharded. Throws when the server is there and cannot be used: an index that is
 * missing or other than declared, a user that is refused. Every operation ends within 1.5 s; those that walk through a collection may take longer.
 */
export const openMongo = async ({
  uri,
  log,
  retryMs,
  turnMs = usualTurnMs,
  traced,
}: MongoOptions): Promise<OpenedMongo> => {
  const patience = makePatience(turnMs);
  const { connection, ready, reached, close } = await keepConnection({
    uri,
    log,
    patience,
    turnMs,
    verify: async ({ db }) => {
      if (db === undefined) throw new Error('connected without a database');
      for (const schema of declared) await buildIndexes(db, schema);
    },
    ...(retryMs === undefined ? {} : { retryMs }),
    ...(traced === undefined ? {} : { traced }),
  });
  const open = <T extends { readonly _id: string }>(schema: Schema<T>, shape: Shape) =>
    mongoCollection<T>({
      model: connection.model<Kept>(schema.name, shape, schema.name),
      patience,
      ready,
      hot: schema.hot ?? false,
    });
  const collections = {
    accounts: open(accounts, accountShape),
    machines: open(machines, machineShape),
    conversations: open(conversations, conversationShape),
    helpRequests: open(helpRequests, helpRequestShape),
    handOvers: open(handOvers, handOverShape),
    limits: open(limits, limitShape),
    transcript: open(transcript, transcriptShape),
  };
  const store: Store = {
    ...collections,
    watchTranscript: makeWatchTranscript({
      transcript: collections.transcript,
      openStream: () => {
        ready();
        return connection.collection<Inserted>(transcript.name).watch<Inserted>(insertions);
      },
    }),
    ping: async () => {
      await collections.accounts.find({ _id: '' }, { limit: 1 });
    },
    close,
  };
  return { kind: reached ? 'open' : 'away', store };
};

const declared: readonly AnySchema[] = [
  accounts,
  machines,
  conversations,
  helpRequests,
  handOvers,
  limits,
  transcript,
];

/** Keys alone: who looks at the conversation reads the entry itself. */
const insertions = [
  { $match: { operationType: 'insert' } },
  { $project: { operationType: 1, documentKey: 1 } },
];
