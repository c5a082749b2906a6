import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Activity } from 'botbuilder';
import type { Outlet } from '../bot/inProcessAdapter';
import type { ReceiveInProcess } from '../bot/receiveInProcess';
import type { Clock } from '../services/clock';
import { makeInTurn } from '../services/inTurn';
import type { Allow } from '../services/limit';
import type { Log } from '../services/log';
import type { WatchTranscript } from '../services/store';
import { activityRoutes } from './activityRoutes';
import { makeAsk } from './ask';
import { type AzureNeeds, azureConversations } from './azureConversations';
import type { ChatLog } from './chatLog';
import { conversationRoutes } from './conversationRoutes';
import type { ChatRoute } from './exchange';
import { mintRoute } from './mint';
import { ownConversations } from './ownConversations';
import { makeResumeCookie } from './resumeCookie';
import { makeStream } from './stream';
import { makeTokens } from './tokens';

export interface WebChat {
  /** What the web server answers for us. */
  readonly routes: readonly ChatRoute[];
  /** A connection that asks to become a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Says something that nobody asked for; who is there sees it at once. */
  post(conversation: string, activities: readonly Partial<Activity>[]): Promise<void>;
  /** Ends the sockets; clients come back by themselves. */
  close(): void;
}

interface Needs {
  readonly chatLog: ChatLog;
  /** Tells what other processes write into that log. */
  readonly watch: WatchTranscript;
  readonly receive: ReceiveInProcess;
  readonly allow: Allow;
  readonly clock: Clock;
  /** Unique and not to be guessed; letters, digits and hyphens only. */
  readonly newId: () => string;
  readonly secretKeys: readonly [string, ...string[]];
  readonly publicUrl: string;
  readonly log: Log;
  /** With Azure's Direct Line its conversations take the place of our own. */
  readonly azure?: Pick<AzureNeeds, 'secret' | 'base' | 'timeoutMs'>;
  readonly pingMs?: number;
  readonly mostSockets?: number;
}

/** Direct Line 3.0 of our own, or the door to Azure's. */
export const makeWebChat = (needs: Needs): WebChat => {
  const { chatLog, receive, clock, newId, log, azure } = needs;
  const { transcript, outlet } = chatLog;
  const tokens = makeTokens(needs);
  const cookie = makeResumeCookie(tokens, needs.publicUrl);
  const post = postTo(outlet);
  if (azure !== undefined) {
    const conversations = azureConversations({ ...needs, ...azure });
    return {
      routes: [mintRoute({ ...needs, conversations, cookie })],
      upgrade: (_, socket) => socket.destroy(),
      post,
      close: () => undefined,
    };
  }
  const conversations = ownConversations({ tokens, transcript, clock, newId });
  const stream = makeStream({ ...needs, tokens, transcript });
  outlet.onPassing(stream.show);
  const parts = {
    tokens,
    cookie,
    transcript,
    outlet,
    ask: makeAsk({ receive, clock }),
    inTurn: makeInTurn(),
    newId,
    log,
  };
  return {
    routes: [
      mintRoute({ ...needs, conversations, cookie }),
      ...conversationRoutes(parts),
      ...activityRoutes(parts),
    ],
    upgrade: stream.upgrade,
    post,
    close: stream.close,
  };
};

const postTo =
  (outlet: Outlet): WebChat['post'] =>
  async (conversation, activities) => {
    await outlet.send(conversation, activities, undefined);
  };
