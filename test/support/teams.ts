import type { Services } from '../../dialogs/services';
import type { Answer } from '../../src/bot/messages';
import type { LogEvent } from '../../src/services/log';
import { aLog } from './aLog';
import { aBotStage, type BotStage, type Reply } from './bot';
import { type Behaviour, httpStandIn } from './httpStandIn';

/** Teams' half of a conversation: posts activities, takes replies at its connector service, and says who a member is. */
export interface Teams {
  readonly stage: BotStage;
  /** Posts an activity; what the bot answered the request. */
  readonly post: (activity: object) => Promise<Answer>;
  /** Posts an activity; what the bot said meanwhile. */
  readonly hear: (activity: object) => Promise<readonly Said[]>;
  /** Everything the bot said, oldest first. */
  readonly heard: () => readonly Said[];
  /** How often a member was asked for. */
  readonly membersAsked: () => number;
  /** What is answered about a member from now on. */
  readonly member: (answer: Behaviour) => void;
  readonly logged: readonly LogEvent[];
  readonly stop: () => Promise<void>;
}

export interface Said extends Reply {
  readonly textFormat?: string;
  readonly locale?: string;
}

const memberPath = /^\/v3\/conversations\/[^/]+\/members\/[^/]+$/;

export const aTeams = async (
  instead: { readonly services?: (services: Services) => Services } = {},
): Promise<Teams> => {
  const stage = await aBotStage();
  const { log, events: logged } = aLog();
  const services = instead.services?.(stage.services);
  const { receive } = stage.process({ log, ...(services === undefined ? {} : { services }) });
  let member: Behaviour = { status: 404 };
  const connector = await httpStandIn({ status: 200 });
  connector.behave(({ method, path }) => {
    if (method === 'GET' && memberPath.test(path)) return member;
    return { status: 200, headers: json, body: JSON.stringify({ id: `${Math.random()}` }) };
  });
  const heard = (): readonly Said[] =>
    connector.asked
      .filter(({ method }) => method === 'POST')
      .map(({ body }): Said => JSON.parse(body))
      .filter(({ type }) => type === 'message');
  const post = (activity: object) =>
    receive({
      authorization: '',
      local: true,
      body: { serviceUrl: connector.url, ...activity },
    });
  return {
    stage,
    post,
    heard,
    logged,
    hear: async (activity) => {
      const before = heard().length;
      const { status } = await post(activity);
      if (status !== 200) throw new Error(`status ${status}`);
      return heard().slice(before);
    },
    membersAsked: () => connector.asked.filter(({ method }) => method === 'GET').length,
    member: (answer) => {
      member = answer;
    },
    stop: async () => {
      await connector.stop();
      await stage.store.close();
    },
  };
};

/** A connection each: on one that is kept the stand-in's listeners pile up, and Node warns. */
const json = { 'content-type': 'application/json', connection: 'close' };
