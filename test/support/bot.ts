import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Card } from '../../cards/template';
import type { Services } from '../../dialogs/services';
import { makeBot } from '../../src/bot/makeBot';
import type { Messages } from '../../src/bot/messages';
import type { Notify } from '../../src/bot/notify';
import type { Turn } from '../../src/bot/turn';
import { root } from '../../src/root';
import { makeImportMachines } from '../../src/services/importMachines';
import { makeGiveBack } from '../../src/services/limit';
import type { Log } from '../../src/services/log';
import { makeMachines } from '../../src/services/machines';
import { makeMailState } from '../../src/services/mailState';
import { makeHandOver } from '../../src/services/makeHandOver';
import { makeRegister } from '../../src/services/register';
import { makeRequestHelp } from '../../src/services/requestHelp';
import { makeResend } from '../../src/services/resend';
import type { Store } from '../../src/services/store';
import { terms } from '../../src/text/terms';
import { aStage, type Stage } from './stores';

export interface BotStage extends Stage {
  readonly services: Services;
  /** The bot as one process runs it; the options put something else in the place of a part. */
  readonly process: (instead?: Instead) => Process;
  /** The JSON a conversation is kept as; the empty string when there is none. */
  readonly stateOf: (conversation: string) => Promise<string>;
}

interface Instead {
  readonly conversations?: Store['conversations'];
  readonly services?: Services;
  readonly shared?: boolean;
  readonly turn?: Turn;
  readonly log?: Log;
}

export interface Process {
  readonly receive: Messages;
  readonly say: Say;
  readonly notify: Notify;
}

/** Sends an activity in the conversation "talk" of the channel "test"; the replies it got. */
export type Say = (activity: object) => Promise<readonly Reply[]>;

export interface Reply {
  readonly type: string;
  readonly text?: string;
  readonly attachments?: readonly Card[];
}

export const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The real bot on a store in memory with the sample machines; ids and numbers are counted. */
export const aBotStage = async (): Promise<BotStage> => {
  const stage = await aStage();
  const { store, clock, allow } = stage;
  const file = join(root, 'samples', 'machines.csv');
  await makeImportMachines({ machines: store.machines })({ open: () => createReadStream(file) });
  const services: Services = {
    machines: makeMachines({ machines: store.machines, allow }),
    register: makeRegister({ accounts: store.accounts, allow, clock }),
    requestHelp: makeRequestHelp({ helpRequests: store.helpRequests, allow, clock }),
    resend: makeResend({ accounts: store.accounts, allow, clock, newId: numbers('resend-') }),
    mailState: makeMailState(store),
    handOver: makeHandOver({
      ...store,
      allow,
      giveBack: makeGiveBack(store),
      clock,
      secretKeys: ['0123456789abcdef0123456789abcdef'],
      newCode: countedCodes(),
      newId: numbers('mint-'),
    }),
    teamsBot: 'bot-id',
    terms,
    publicUrl: 'https://portal.example.org',
    helpMailTo: 'help@example.org',
    clock,
    newId: numbers('registration-'),
    newNumber: numbers('', 6),
  };
  return {
    ...stage,
    services,
    process: ({ conversations = store.conversations, log = quiet, ...instead } = {}) => {
      const { messages: receive, notify } = makeBot({
        services,
        conversations,
        identity: undefined,
        production: false,
        log,
        ...instead,
      });
      return { receive, say: sayTo(receive), notify };
    },
    stateOf: async (_id) => (await store.conversations.find({ _id }))[0]?.state ?? '',
  };
};

const sayTo =
  (receive: Messages): Say =>
  async (activity) => {
    const { status, body } = await receive({
      authorization: '',
      local: true,
      body: {
        type: 'message',
        channelId: 'test',
        conversation: { id: 'talk' },
        from: { id: 'person' },
        recipient: { id: 'bot' },
        deliveryMode: 'expectReplies',
        ...activity,
      },
    });
    if (status !== 200) throw new Error(`status ${status}`);
    const { activities }: { activities: readonly Reply[] } = Object(body);
    return activities;
  };

/** "K7M4P-2R2TX", "K7M4P-3R2TX" … */
const countedCodes = (): (() => string) => {
  let last = 1;
  return () => {
    last += 1;
    return `K7M4P-${last}R2TX`;
  };
};

/** "prefix1", "prefix2" …, padded to so many digits. */
export const numbers = (prefix: string, digits = 1): (() => string) => {
  let last = 0;
  return () => {
    last += 1;
    return prefix + String(last).padStart(digits, '0');
  };
};
