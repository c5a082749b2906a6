import { randomInt, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Services } from '../dialogs/services';
import { makeBot } from './bot/makeBot';
import type { Messages } from './bot/messages';
import type { Config } from './config';
import type { OwesMail } from './domain/mail';
import { makeCompose } from './mail/compose';
import { openLocalOutbox } from './mail/localOutbox';
import { makeWorker } from './mail/worker';
import { root } from './root';
import type { Clock } from './services/clock';
import type { Collection } from './services/collection';
import { makeDeliverMail } from './services/deliverMail';
import { errorName } from './services/errorName';
import { makeImportMachines } from './services/importMachines';
import { makeAllow } from './services/limit';
import type { Log } from './services/log';
import { makeMachines } from './services/machines';
import { makeMailState } from './services/mailState';
import { makeRegister } from './services/register';
import { makeRequestHelp } from './services/requestHelp';
import { openEmbedded } from './store/embedded';
import type { Holder } from './store/lock';
import { secretKeys } from './store/secretKeys';
import { terms } from './text/terms';
import { makeServer } from './web/server';

export interface App {
  /** Resolves to the port that was given. */
  listen(): Promise<number>;
  /** The bot without the network: what `POST /api/messages` does with a body. */
  readonly receive: Messages;
  /** Takes nothing more, finishes what was begun, gives the store back. */
  stop(): Promise<void>;
}

export type MadeApp =
  | { readonly kind: 'app'; readonly app: App }
  /** The embedded store belongs to another process. */
  | { readonly kind: 'held'; readonly holder: Holder };

interface Outside {
  readonly log: Log;
  readonly clock: Clock;
}

/** The composition root: every part is built once, by hand, here and nowhere else. */
export const makeApp = async (config: Config, { log, clock }: Outside): Promise<MadeApp> => {
  const folder = config.dataDir;
  const opened = await openEmbedded({ folder, clock, onTrouble: storeTrouble(log) });
  if (opened.kind === 'held') return opened;
  const { store } = opened;
  await importSample(store.machines);

  const outbox = await openLocalOutbox(folder);
  const [signing, ...older] = config.secretKeys ?? (await secretKeys(folder));
  if (signing === undefined) throw new Error('no secret key: set SECRET_KEYS');
  const compose = makeCompose({
    publicUrl: config.publicUrl,
    from: config.mailFrom,
    helpAddress: config.helpMailTo,
    secretKeys: [signing, ...older],
  });
  const owing: readonly Collection<OwesMail>[] = [store.accounts, store.helpRequests];
  const deliverMail = makeDeliverMail({
    collections: owing,
    compose,
    send: outbox.send,
    clock,
    random: Math.random,
    log,
  });
  const worker = makeWorker({ deliverMail, log });

  const allow = makeAllow({ limits: store.limits, clock });
  const register = makeRegister({ accounts: store.accounts, allow, clock });
  const requestHelp = makeRequestHelp({ helpRequests: store.helpRequests, allow, clock });
  const services: Services = {
    machines: makeMachines({ machines: store.machines, allow }),
    register: (request) => register(request).finally(worker.wake),
    requestHelp: (request) => requestHelp(request).finally(worker.wake),
    mailState: makeMailState(store),
    terms,
    publicUrl: config.publicUrl,
    helpMailTo: config.helpMailTo,
    clock,
    newId: randomUUID,
    newNumber: () => String(randomInt(1_000_000)).padStart(6, '0'),
  };

  const receive = makeBot({
    services,
    conversations: store.conversations,
    identity: config.bot,
    production: config.production,
    log,
  });
  const server = makeServer({
    log,
    publicUrl: config.publicUrl,
    messages: receive,
    ...(config.production ? {} : { outbox: outbox.read }),
  });

  worker.start();
  return {
    kind: 'app',
    app: {
      receive,
      listen: () =>
        new Promise((resolve, reject) => {
          server.once('error', reject);
          server.listen(config.port, config.host, () => resolve(server.address().port));
        }),
      stop: async () => {
        // A browser opens connections ahead and says nothing on them: they are not waited for.
        const impatient = setTimeout(() => server.server.closeAllConnections(), 2_000);
        if (server.server.listening) await new Promise<void>((done) => server.close(() => done()));
        clearTimeout(impatient);
        await worker.stop();
        await outbox.close();
        await store.close();
      },
    },
  };
};

const storeTrouble = (log: Log) => (error: unknown) =>
  log.error({ event: 'store.cleanUpFailed', error: errorName(error) });

/** A newcomer has machines to try with; a list of one's own takes their place. */
const importSample = async (machines: Parameters<typeof makeImportMachines>[0]['machines']) => {
  if ((await machines.count({})) > 0) return;
  const file = join(root, 'samples', 'machines.csv');
  await makeImportMachines({ machines })({ open: () => createReadStream(file) });
};
