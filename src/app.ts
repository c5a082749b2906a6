import { randomInt, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Services } from '../dialogs/services';
import type { Cloud } from './bot/authentication/cloud';
import { makeBot } from './bot/makeBot';
import type { Messages } from './bot/messages';
import { makeTellHelpNews } from './bot/tellHelpNews';
import type { Config } from './config';
import type { Account } from './domain/account';
import { newHandOverCode } from './domain/handOverCode';
import type { Machine } from './domain/machine';
import type { OwesMail } from './domain/mail';
import { makeCompose } from './mail/compose';
import { openSender } from './mail/openSender';
import { makeWorker } from './mail/worker';
import { openStore } from './openStore';
import { root } from './root';
import { makeActivation } from './services/activation';
import { makeActiveAccount } from './services/activeAccount';
import { argon2 } from './services/argon2';
import type { Clock } from './services/clock';
import type { Collection } from './services/collection';
import { makeDeliverMail, type OnSettled } from './services/deliverMail';
import { makeForgot } from './services/forgot';
import { makeImportMachines } from './services/importMachines';
import { makeAllow, makeGiveBack } from './services/limit';
import type { Log } from './services/log';
import { makeMachines } from './services/machines';
import { makeMailEvents } from './services/mailEvents';
import { makeMailState } from './services/mailState';
import { makeHandOver } from './services/makeHandOver';
import { makePasswords } from './services/passwords';
import { makeReadiness } from './services/readiness';
import { makeRegister } from './services/register';
import { makeRequestHelp } from './services/requestHelp';
import { makeResend } from './services/resend';
import { makeEndSession, makeSession } from './services/session';
import { makeSignIn } from './services/signIn';
import type { Store } from './services/store';
import { noTracing, type Tracing } from './services/tracing';
import { makeTurnReport } from './services/turnReport';
import type { Holder } from './store/lock';
import { secretKeys } from './store/secretKeys';
import { terms } from './text/terms';
import { chatRoutes } from './web/chatRoutes';
import { makeDrain } from './web/drain';
import { makeMetrics } from './web/metrics';
import type { Site } from './web/pages';
import { sendgridEvents } from './web/sendgridEvents';
import { makeServer } from './web/server';
import { azureDirectLine } from './webchat/azureConversations';
import { channelId } from './webchat/channel';
import { makeChatLog } from './webchat/chatLog';
import { makeWebChat } from './webchat/webChat';
import { within } from './within';

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
  /** What stands between the store and everybody who uses it. */
  readonly through?: (store: Store) => Store;
  /** Who vouches for the channels that call. */
  readonly cloud?: Cloud;
  readonly tracing?: Tracing;
  /** Where Azure's Direct Line is, without a slash at its end. */
  readonly directLine?: string;
}

/** The composition root: every part is built once, by hand, here and nowhere else. */
export const makeApp = async (
  config: Config,
  {
    log,
    clock,
    through = (store) => store,
    cloud,
    tracing = noTracing,
    directLine = azureDirectLine,
  }: Outside,
): Promise<MadeApp> => {
  const folder = config.dataDir;
  const opened = await openStore(config, { log, clock, tracing });
  if (opened.kind === 'held') return opened;
  const store = through(opened.store);
  const isEmbedded = config.mongodbUri === undefined;
  if (isEmbedded) await importSample(store.machines);

  const sender = await openSender(config, clock);
  const [signing, ...older] = config.secretKeys ?? (await secretKeys(folder));
  if (signing === undefined) throw new Error('no secret key: set SECRET_KEYS');
  const compose = makeCompose({
    publicUrl: config.publicUrl,
    from: config.mailFrom,
    helpAddress: config.helpMailTo,
    secretKeys: [signing, ...older],
  });
  const owing: readonly Collection<OwesMail>[] = [store.accounts, store.helpRequests];
  const metrics = makeMetrics({ mailsQueued: () => mailsQueued(owing) });
  const report = makeTurnReport({ meter: metrics.meter, log });
  const onSettled: OnSettled = ({ _id, mails }, key, state) => {
    const mail = mails[key];
    if (mail === undefined) return;
    metrics.meter.mailCameTo({ kind: mail.kind, state });
    const { toldIn, to } = mail;
    if (toldIn !== undefined) {
      void bot.notify(toldIn, { kind: 'mail', id: `${_id}.${key}`, state, to });
    }
  };
  const deliverMail = makeDeliverMail({
    collections: owing,
    compose,
    send: sender.send,
    tell: (document, key) => makeTellHelpNews(bot.notify)(document, key),
    clock,
    random: Math.random,
    log,
    onSettled,
    tracing,
  });
  const worker = makeWorker({ deliverMail, log });
  const wake = () => tracing.apart(worker.wake);

  const allow = makeAllow({ limits: store.limits, clock });
  const register = makeRegister({ accounts: store.accounts, allow, clock });
  const requestHelp = makeRequestHelp({ helpRequests: store.helpRequests, allow, clock });
  const resend = makeResend({ accounts: store.accounts, allow, clock, newId: randomUUID });
  const handOver = makeHandOver({
    ...store,
    allow,
    giveBack: makeGiveBack(store),
    clock,
    secretKeys: [signing, ...older],
    newCode: () => newHandOverCode(randomInt),
    newId: randomUUID,
    onMoved: (toldIn, id) => void bot.notify(toldIn, { kind: 'moved', id }),
  });
  const services: Services = {
    machines: makeMachines({ machines: store.machines, allow }),
    register: (request) => register(request).finally(wake),
    requestHelp: (request) => requestHelp(request).finally(wake),
    resend: {
      isActivated: resend.isActivated,
      resend: (request) => resend.resend(request).finally(wake),
      correctAddress: (request) => resend.correctAddress(request).finally(wake),
    },
    mailState: makeMailState(store),
    handOver,
    ...(config.teams && config.bot !== undefined ? { teamsBot: config.bot.id } : {}),
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
    shared: !isEmbedded,
    identity: config.bot,
    production: config.production,
    ...(cloud === undefined ? {} : { cloud }),
    log,
    outlet: chatLog.outlet,
    ownChannel: channelId,
    meter: report.meter,
    tracing,
  });
  const webChat = makeWebChat({
    chatLog,
    watch: store.watchTranscript,
    receive: bot.receiveInProcess,
    allow,
    clock,
    newId: randomUUID,
    secretKeys: [signing, ...older],
    publicUrl: config.publicUrl,
    log,
    ...(config.directLineSecret === undefined
      ? {}
      : { azure: { secret: config.directLineSecret, base: directLine } }),
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
      forgot: (request) => forgot(request).finally(wake),
      session: makeSession(store),
      endSession: makeEndSession(store),
      activeAccount: makeActiveAccount(store),
      secretKeys: account.secretKeys,
    },
    directLine: config.directLineSecret === undefined ? undefined : directLine,
    sampleSerial: isEmbedded ? await sampleSerial(store.machines) : undefined,
    meter: metrics.meter,
    ...(config.teamsTab && { teamsTab: config.bot === undefined ? {} : { botId: config.bot.id } }),
  };
  const server = makeServer({
    log,
    publicUrl: config.publicUrl,
    messages: bot.messages,
    doorkeeper: bot.doorkeeper,
    site,
    chat: {
      routes: chatRoutes({
        routes: webChat.routes,
        publicUrl: config.publicUrl,
        log,
      }),
      upgrade: webChat.upgrade,
    },
    ...(config.sendgrid?.webhookKey === undefined
      ? {}
      : {
          mailEvents: sendgridEvents({
            publicKey: config.sendgrid.webhookKey,
            mailEvents: makeMailEvents({ collections: owing, log, onSettled }),
            log,
          }),
        }),
    ...(config.production || sender.read === undefined ? {} : { outbox: sender.read }),
    metrics,
    readiness: makeReadiness({
      pingStore: () => store.ping(),
      mailAlive: worker.alive,
    }),
  });
  const drain = makeDrain(server.server);
  server.on('routed', ({ method = '' }, _, { path }) => tracing.route(method, String(path)));

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
        const hurry = setTimeout(sender.hurry, hurryMs);
        const [unanswered, mailing] = await Promise.all([
          drain.finish(finishMs),
          within(finishMs, worker.stop()),
        ]);
        clearTimeout(hurry);
        if (unanswered > 0 || mailing === 'late') {
          log.warn({ event: 'server.cutOff', unanswered, mailing: mailing === 'late' });
        }
        webChat.close();
        report.stop();
        await within(
          closeMs,
          (async () => {
            await bot.giveBack();
            await drain.close();
          })(),
        );
        await sender.close();
        await within(closeMs, store.close());
      },
    },
  };
};

/** Together under the ten seconds after which most hosts kill a process. */
const finishMs = 6_000;
/** Mails under way are given up then, so that what became of them is still kept. */
const hurryMs = 4_000;
const closeMs = 1_500;

const mailsQueued = async (owing: readonly Collection<OwesMail>[]): Promise<number> => {
  const counts = await Promise.all(owing.map((one) => one.count({ mailDueAt: { $exists: true } })));
  return counts.reduce((sum, count) => sum + count, 0);
};

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
