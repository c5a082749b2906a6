import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Activity } from 'botbuilder';
import { decode } from 'jsonwebtoken';
import { chatRoutes } from '../../src/web/chatRoutes';
import { makeServer } from '../../src/web/server';
import { makeChatLog } from '../../src/webchat/chatLog';
import { makeWebChat } from '../../src/webchat/webChat';
import { numbers, quiet } from './bot';
import { aStage } from './stores';

interface Needs {
  readonly secret: string;
  /** What comes of a secret that was exchanged. */
  readonly trustedOrigins?: string[];
}

/** Where the bot is, and the token that Azure brings for calls that name that service address. */
interface Bot {
  readonly url: string;
  readonly token: (serviceUrl: string) => string;
}

/**
 * Azure's Direct Line, played by our own: exchanges a secret, lets pages of other origins in, calls the bot's endpoint as a channel
 * does and has a connector service that takes what the bot says.
 */
export const azureDirectLineStandIn = async ({ secret, trustedOrigins = [] }: Needs) => {
  const { clock, allow, store } = await aStage();
  const newId = numbers('azure-', 6);
  const chatLog = makeChatLog({ transcript: store.transcript, clock, newId });
  let bot: Bot | undefined;
  let url = '';
  const refused: number[] = [];

  const deliver = async (activity: Activity): Promise<'done'> => {
    const serviceUrl = `${url}/`;
    const response = await fetch(`${bot?.url}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${bot?.token(serviceUrl)}`,
      },
      body: JSON.stringify({ ...activity, channelId: 'directline', serviceUrl }),
    });
    if (!response.ok) refused.push(response.status);
    return 'done';
  };

  const publicUrl = 'http://127.0.0.1';
  const chat = makeWebChat({
    chatLog,
    watch: store.watchTranscript,
    receive: deliver,
    allow,
    clock,
    newId,
    secretKeys: ['a key of the stand-in'.padEnd(32, '.')],
    publicUrl,
    log: quiet,
  });
  const inner = makeServer({
    log: quiet,
    publicUrl,
    messages: async () => ({ status: 404 }),
    chat: {
      routes: chatRoutes({ routes: chat.routes, publicUrl, log: quiet }),
      upgrade: chat.upgrade,
    },
  });
  await new Promise<void>((done) => inner.listen(0, '127.0.0.1', done));
  const { port: innerPort } = inner.address() as AddressInfo; // a server with a port has no path

  const exchange = async (body: string, cookie = '') => {
    trustedOrigins.push(...(JSON.parse(body || '{}').trustedOrigins ?? []));
    const response = await fetch(`http://127.0.0.1:${innerPort}/api/webchat/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: '{}',
    });
    const { token }: { readonly token: string } = await response.json();
    const { conv }: { readonly conv: string } = Object(decode(token));
    cookies.set(conv, response.headers.getSetCookie()[0]?.split(';')[0] ?? '');
    return json(200, { token, conversationId: conv, expires_in: 3_600 });
  };
  const cookies = new Map<string, string>();

  const connector = async (method: string, [conversation, replyTo]: string[], body: string) => {
    const activity: Partial<Activity> = JSON.parse(body);
    const id = decodeURIComponent(conversation ?? '');
    if (method === 'PUT') await chatLog.outlet.update(id, activity, activity.replyToId);
    const [made = replyTo] =
      method === 'POST' ? await chatLog.outlet.send(id, [activity], activity.replyToId) : [];
    return json(200, { id: made ?? '' });
  };

  const passedOn = async ({ method = '', url: path, headers }: IncomingMessage, body: string) => {
    const { authorization = '', 'content-type': type } = headers;
    const response = await fetch(`http://127.0.0.1:${innerPort}${path}`, {
      method,
      headers: { authorization, ...(type === undefined ? {} : { 'content-type': type }) },
      ...(method === 'POST' ? { body } : {}),
    });
    const text = await response.text();
    return { status: response.status, body: text.replaceAll(`:${innerPort}/`, `:${portOf(url)}/`) };
  };

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const { method = '', url: path = '', headers } = request;
    const body = Buffer.concat(await request.toArray()).toString();
    if (method === 'OPTIONS') return { status: 204, body: '' };
    const connected = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?/.exec(path);
    if (connected !== null) return connector(method, connected.slice(1), body);
    if (headers.authorization !== `Bearer ${secret}`) return passedOn(request, body);
    if (path === '/v3/directline/tokens/generate') return exchange(body);
    const [, known = ''] = /^\/v3\/directline\/conversations\/([^/?]+)$/.exec(path) ?? [];
    const cookie = cookies.get(decodeURIComponent(known));
    return cookie === undefined ? json(404, {}) : exchange('', cookie);
  };

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    void answer(request).then(({ status, body }) => {
      response.writeHead(status, {
        'content-type': 'application/json',
        'access-control-allow-origin': '*',
        'access-control-allow-headers': '*, authorization',
        'access-control-allow-methods': 'GET, POST, OPTIONS',
      });
      response.end(body);
    });
  });
  server.on('upgrade', ({ url: path, headers }, socket, head) => {
    const { origin: _, ...kept } = headers;
    const to = connect(innerPort, '127.0.0.1', () => {
      const lines = Object.entries(kept).map(([name, value]) => `${name}: ${value}`);
      to.write(`${[`GET ${path} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`);
      to.write(head);
      socket.pipe(to).pipe(socket);
    });
    to.on('error', () => socket.destroy());
    socket.on('error', () => to.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a server with a port has no path
  return {
    base: `${url}/v3/directline`,
    url,
    trustedOrigins,
    /** How the bot answered what it did not take. */
    refused,
    serve: (served: Bot) => {
      bot = served;
    },
    stop: async () => {
      chat.close();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
      await new Promise<void>((done) => inner.close(() => done()));
      await store.close();
    },
  };
};

interface Answer {
  readonly status: number;
  readonly body: string;
}

const json = (status: number, body: object): Answer => ({ status, body: JSON.stringify(body) });

const portOf = (url: string): string => new URL(url).port;
