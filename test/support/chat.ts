import type { AddressInfo } from 'node:net';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import WebSocket from 'ws';
import type { Logic } from '../../src/bot/adapter';
import { InProcessAdapter } from '../../src/bot/inProcessAdapter';
import { makeReceiveInProcess } from '../../src/bot/receiveInProcess';
import type { Store } from '../../src/services/store';
import { chatRoutes } from '../../src/web/chatRoutes';
import { makeServer } from '../../src/web/server';
import { makeChatLog } from '../../src/webchat/chatLog';
import { makeWebChat, type WebChat } from '../../src/webchat/webChat';
import { aLog, type TestLog } from './aLog';
import { numbers } from './bot';
import { aStage, type Stage } from './stores';

export interface ChatStage extends Stage, TestLog {
  readonly url: string;
  readonly chat: WebChat;
  readonly adapter: InProcessAdapter;
  readonly call: Call;
  /** A new conversation that the bot knows of. */
  readonly begin: () => Promise<Begun>;
  readonly stop: () => Promise<void>;
}

export type Call = (method: 'GET' | 'POST', path: string, options?: CallOptions) => Promise<Called>;

interface CallOptions {
  readonly token?: string;
  readonly cookie?: string;
  /** Sent as JSON, a string as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Called {
  readonly status: number;
  readonly headers: Headers;
  /** What a browser would bring back. */
  readonly cookie: string;
  readonly body: Answered;
}

/** Every member that an answer of Direct Line may have; absent ones read as empty. */
export interface Answered {
  readonly token: string;
  readonly conversationId: string;
  readonly streamUrl: string;
  readonly expires_in: number;
  readonly id: string;
  readonly domain: string;
  readonly error: string;
  readonly watermark: string;
  readonly activities: readonly Shown[];
}

export interface Shown {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly from: { readonly id: string; readonly role: string };
  readonly replyToId?: string;
  readonly timestamp: string;
  readonly channelData?: unknown;
}

export interface Begun extends Answered {
  /** Path of the conversation. */
  readonly path: string;
  readonly cookie: string;
}

interface Options {
  /** What the bot does; without it it says what it heard. */
  readonly logic?: Logic;
  readonly secretKeys?: readonly [string, ...string[]];
  readonly publicUrl?: string;
  readonly azure?: { readonly secret: string; readonly base: string; readonly timeoutMs?: number };
  readonly pingMs?: number;
  readonly mostSockets?: number;
  /** Instead of one in memory; ended with the stage. */
  readonly store?: Store;
  /** Of every id that is made: two processes never make the same. */
  readonly prefix?: string;
}

export const aKey = 'a key of the tests'.padEnd(32, '.');

/** Our own Direct Line on a real server and the real adapter; the bot behind it says what a test wants. */
export const aChat = async ({
  logic = repeating,
  secretKeys = [aKey],
  publicUrl = 'http://localhost',
  store: given,
  prefix = 'id-',
  ...options
}: Options = {}): Promise<ChatStage> => {
  const stage = await aStage(given);
  const logged = aLog();
  const newId = numbers(prefix, 12);
  const { clock, allow, store } = stage;
  const chatLog = makeChatLog({ transcript: store.transcript, clock, newId });
  const adapter = new InProcessAdapter(
    new ConfigurationBotFrameworkAuthentication({}),
    '',
    chatLog.outlet,
  );
  const { log } = logged;
  const chat = makeWebChat({
    ...options,
    chatLog,
    watch: store.watchTranscript,
    receive: makeReceiveInProcess({ adapter, logic }),
    allow,
    clock,
    newId,
    secretKeys,
    publicUrl,
    log,
  });
  const server = makeServer({
    log,
    publicUrl,
    messages: async () => ({ status: 404 }),
    chat: { routes: chatRoutes({ routes: chat.routes, publicUrl, log }), upgrade: chat.upgrade },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // restify's type leaves the pipe's string open
  const url = `http://127.0.0.1:${port}`;
  const call = callTo(url);
  return {
    ...stage,
    ...logged,
    url,
    chat,
    adapter,
    call,
    begin: () => beginBy(call),
    stop: async () => {
      chat.close();
      await new Promise<void>((done) => server.close(() => done()));
      await store.close();
    },
  };
};

export const callTo =
  (url: string): Call =>
  async (method, path, { token, cookie, body, headers = {} } = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(cookie === undefined ? {} : { cookie }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return {
      status: response.status,
      headers: response.headers,
      cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
      body: await response.json(),
    };
  };

export const beginBy = async (call: Call): Promise<Begun> => {
  const minted = await call('POST', '/api/webchat/token', { body: {} });
  const { body } = await call('POST', '/v3/directline/conversations', {
    token: minted.body.token,
    body: { locale: 'fr-CA' },
  });
  const path = `/v3/directline/conversations/${body.conversationId}`;
  return { ...body, path, cookie: minted.cookie };
};

const repeating: Logic = async (context) => {
  const { type, text } = context.activity;
  if (type === 'message') await context.sendActivity(`heard ${text}`);
};

export interface Socket {
  readonly socket: WebSocket;
  /** Every frame that is not empty, in order. */
  readonly frames: { readonly activities: readonly Shown[]; readonly watermark: string }[];
  /** Resolves when so many activities have come. */
  readonly shown: (count: number) => Promise<readonly Shown[]>;
  /** The code it was closed with. */
  readonly closed: Promise<number>;
}

/** A client of the stream; resolves when it is open, rejects when it is refused. */
export const aSocket = async (streamUrl: string): Promise<Socket> => {
  const socket = new WebSocket(streamUrl);
  const frames: Socket['frames'] = [];
  socket.on('message', (data) => {
    const text = String(data);
    if (text !== '') frames.push(JSON.parse(text));
  });
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const soFar = () => frames.flatMap(({ activities }) => activities);
  const shown = async (count: number): Promise<readonly Shown[]> => {
    await until(() => soFar().length >= count);
    return soFar();
  };
  return { socket, frames, shown, closed };
};

/** Waits for something that happens soon; a test that waits for ever is ended by jest. */
export const until = async (happened: () => boolean): Promise<void> => {
  while (!happened()) await new Promise((resolve) => setTimeout(resolve, 5));
};
