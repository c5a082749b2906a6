import { randomInt, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Services } from '../dialogs/services';
import { makeBot } from './bot/makeBot';
import type { Messages } from './bot/messages';
import type { Config } from './config';
import type { Account } from './domain/account';
import type { Machine } from './domain/machine';
import type { OwesMail } from './domain/mail';
import { makeCompose } from './mail/compose';
import { openLocalOutbox } from './mail/localOutbox';
import { makeWorker } from './mail/worker';
import { root } from './root';
import { makeActivation } from './services/activation';
import { argon2 } from './services/argon2';
import type { Clock } from './services/clock';
import type { Collection } from './services/collection';
import { makeDeliverMail } from './services/deliverMail';
import { errorName } from './services/errorName';
import { makeForgot } from './services/forgot';
import { makeImportMachines } from './services/importMachines';
import { makeAllow, makeGiveBack } from './services/limit';
import type { Log } from './services/log';
import { makeMachines } from './services/machines';
import { makeMailState } from './services/mailState';
import { makePasswords } from './services/passwords';
import { makeRegister } from './services/register';
import { makeRequestHelp } from './services/requestHelp';
import { makeResend } from './services/resend';
import { makeSession } from './services/session';
import { makeSignIn } from './services/signIn';
import { openEmbedded } from './store/embedded';
import type { Holder } from './store/lock';
import { secretKeys } from './store/secretKeys';
import { terms } from './text/terms';
import { chatRoutes } from './web/chatRoutes';
import type { Site } from './web/pages';
import { makeServer } from './web/server';
import { makeChatLog } from './webchat/chatLog';
import { makeWebChat } from './webchat/webChat';

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
    onSettled: ({ _id, mails }, key, state) => {
      const { toldIn, to } = mails[key] ?? {};
      if (toldIn === undefined || to === undefined) return;
      void bot.notify(toldIn, { kind: 'mail', id: `${_id}.${key}`, state, to });
    },
  });
  const worker = makeWorker({ deliverMail, log });

  const allow = makeAllow({ limits: store.limits, clock });
  const register = makeRegister({ accounts: store.accounts, allow, clock });
  const requestHelp = makeRequestHelp({ helpRequests: store.helpRequests, allow, clock });
  const resend = makeResend({ accounts: store.accounts, allow, clock, newId: randomUUID });
  const services: Services = {
    machines: makeMachines({ machines: store.machines, allow }),
    register: (request) => register(request).finally(worker.wake),
    requestHelp: (request) => requestHelp(request).finally(worker.wake),
    resend: {
      resend: (request) => resend.resend(request).finally(worker.wake),
      correctAddress: (request) => resend.correctAddress(request).finally(worker.wake),
    },
    mailState: makeMailState(store),
    terms,
    publicUrl: config.publicUrl,
    helpMailTo: config.helpMailTo,
    clock,
    newId: randomUUID,
    newNumber: () => String(randomInt(1_000_000)).padStart(6, '0'),
  };

  const chatLog = makeChatLog({ transcript: store.transcript, clock, newId: randomUUID });
  const bot = makeBot({
    services,
    conversations: store.conversations,
    identity: config.bot,
    production: config.production,
    log,
    outlet: chatLog.outlet,
  });
  const webChat = makeWebChat({
    chatLog,
    receive: bot.receiveInProcess,
    allow,
    clock,
    newId: randomUUID,
    secretKeys: [signing, ...older],
    publicUrl: config.publicUrl,
    log,
    ...(config.directLineSecret === undefined
      ? {}
      : { azure: { secret: config.directLineSecret } }),
  });
  const account = {
    accounts: store.accounts,
    machines: store.machines,
    clock,
    allow,
    giveBack: makeGiveBack(store),
    hashing: argon2,
    secretKeys: [signing, ...older],
    newId: randomUUID,
    onActivated: ({ _id, toldIn }: Account) => {
      if (toldIn !== undefined) void bot.notify(toldIn, { kind: 'activated', id: _id });
    },
  };
  const forgot = makeForgot(account);
  const site: Site = {
    services: {
      ...services,
      activation: makeActivation(account),
      signIn: makeSignIn(account),
      passwords: makePasswords(account),
      forgot: (request) => forgot(request).finally(worker.wake),
      session: makeSession(account),
      secretKeys: account.secretKeys,
    },
    sampleSerial: await sampleSerial(store.machines),
  };
  const server = makeServer({
    log,
    publicUrl: config.publicUrl,
    messages: bot.messages,
    site,
    chat: {
      routes: chatRoutes({ routes: webChat.routes, publicUrl: config.publicUrl, log }),
      upgrade: webChat.upgrade,
    },
    ...(config.production ? {} : { outbox: outbox.read }),
  });

  worker.start();
  return {
    kind: 'app',
    app: {
      receive: bot.messages,
      listen: () =>
        new Promise((resolve, reject) => {
          server.once('error', reject);
          server.listen(config.port, config.host, () => resolve(server.address().port));
        }),
      stop: async () => {
        webChat.close();
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

/** A machine to try with, while the sample is there. */
const sampleSerial = async (machines: Collection<Machine>): Promise<string | undefined> => {
  const [sample] = await machines.find({ _id: 'GNX130001', customerNumber: '70010014' });
  return sample?._id;
};
