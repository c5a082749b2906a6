import type { Services } from '../../dialogs/services';
import type { Answer, Messages } from '../../src/bot/messages';
import type { LogEvent } from '../../src/services/log';
import { aLog } from './aLog';
import { aBotStage, type BotStage, type Process, type Reply } from './bot';
import { type Asked, type Behaviour, httpStandIn } from './httpStandIn';

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
  /** Everything that was asked of the connector service. */
  readonly asked: readonly Asked[];
  /** The ids that were given to what the bot said. */
  readonly ids: readonly string[];
  /** What is answered from now on to who would change something said. */
  readonly puts: (answer: Behaviour) => void;
  /** The same bot in another process on the same store. */
  readonly another: () => Pick<Teams, 'hear'> & Pick<Process, 'notify'>;
  /** What is answered from now on to what the bot says; `undefined`: it is taken. */
  readonly posts: (answer: Behaviour | undefined) => void;
  /** Of its connector service. */
  readonly url: string;
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
  const aProcess = () => stage.process({ log, ...(services === undefined ? {} : { services }) });
  const { receive } = aProcess();
  let member: Behaviour = { status: 404 };
  let put: Behaviour = taken('');
  let post: Behaviour | undefined;
  const ids: string[] = [];
  const connector = await httpStandIn({ status: 200 });
  connector.behave(({ method, path }) => {
    if (method === 'GET' && memberPath.test(path)) return member;
    if (method === 'PUT') return put;
    if (post !== undefined) return post;
    ids.push(`${1_764_342_000_000 + ids.length}`);
    return taken(ids.at(-1) ?? '');
  });
  const heard = (): readonly Said[] =>
    connector.asked
      .filter(({ method }) => method === 'POST')
      .map(({ body }): Said => JSON.parse(body))
      .filter(({ type }) => type === 'message');
  const postTo = (to: Messages) => (activity: object) =>
    to({ authorization: '', local: true, body: { serviceUrl: connector.url, ...activity } });
  const hearBy = (to: Messages) => async (activity: object) => {
    const before = heard().length;
    const { status } = await postTo(to)(activity);
    if (status !== 200) throw new Error(`status ${status}`);
    return heard().slice(before);
  };
  return {
    stage,
    post: postTo(receive),
    heard,
    logged,
    asked: connector.asked,
    url: connector.url,
    ids,
    puts: (answer) => {
      put = answer;
    },
    posts: (answer) => {
      post = answer;
    },
    another: () => {
      const { receive: other, notify } = aProcess();
      return { hear: hearBy(other), notify };
    },
    hear: hearBy(receive),
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

const taken = (id: string): Behaviour => ({
  status: 200,
  headers: json,
  body: JSON.stringify({ id }),
});

/** A connection each: on one that is kept the stand-in's listeners pile up, and Node warns. */
export const json = { 'content-type': 'application/json', connection: 'close' };
