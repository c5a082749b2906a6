import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { createServer, type RequestHandler, type Server } from 'restify';
import type { Doorkeeper, Messages } from '../bot/messages';
import { errorName } from '../services/errorName';
import type { Log } from '../services/log';
import type { Readiness } from '../services/readiness';
import type { ReadOutbox } from '../services/sendMail';
import { callerIsLocal } from './callerIsLocal';
import { chatAssets } from './chatAssets';
import { errorReply } from './errorPage';
import { comesFromForeignPage } from './foreignPage';
import { readForm } from './formBody';
import { readJson, refusedJson } from './jsonBody';
import type { Metrics } from './metrics';
import { operatorRoutes } from './operatorRoutes';
import { outboxRoutes } from './outboxRoutes';
import { languageKept } from './pageLocale';
import { pageRoutes, type Site } from './pages';
import { json, type Reply, type Responder, send, withCookies } from './reply';
import type { Route } from './route';
import { securityHeaders } from './securityHeaders';
import { stylesheet } from './stylesheet';
import { termsPage } from './termsPage';
import { wantsPage } from './wantsPage';

interface Chat {
  routes(server: Server): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

interface Needs {
  readonly log: Log;
  readonly publicUrl: string;
  readonly messages: Messages;
  /** Turns callers away before a body is read for them. */
  readonly doorkeeper?: Doorkeeper;
  /** What the pages are made with; without it there are none but the terms. */
  readonly site?: Site;
  readonly chat?: Chat;
  readonly readiness?: Readiness;
  readonly metrics?: Metrics;
  /** What answers SendGrid's event webhook; without it that address is 404. */
  readonly mailEvents?: Responder;
  /** Only with the local outbox, never in production; without it `/dev/outbox*` is 404. */
  readonly outbox?: ReadOutbox;
}

/** Every address of this server. Listening and closing are the caller's. */
export const makeServer = ({
  log,
  publicUrl,
  messages,
  doorkeeper = () => undefined,
  site,
  outbox,
  chat,
  readiness,
  metrics,
  mailEvents,
}: Needs): Server => {
  // Restify keeps its own log: at the lowest level it would write bodies into ours.
  const server = createServer({
    name: '',
    ignoreTrailingSlash: true,
    maxParamLength: longestToken,
  });
  const handler = (respond: Responder) => answering(respond, log);
  const keepingLanguage =
    (respond: Responder): Responder =>
    async (request) => {
      const reply = await respond(request);
      return isPage(reply) ? withCookies(reply, ...languageKept(request, publicUrl)) : reply;
    };
  const page = (path: string, respond: Responder) => {
    const answer = handler(keepingLanguage(respond));
    server.get(path, answer);
    server.head(path, answer);
  };

  server.pre(securityHeaders(publicUrl));
  server.pre((request, response, next) => {
    if (!comesFromForeignPage(request, publicUrl)) return next();
    send(response, errorReply(request, 403));
    return next(false);
  });
  server.on('restifyError', (request, response, error, done) => {
    if (statusOf(error) >= 500) log.error({ event: 'web.failed', error: errorName(error) });
    send(response, errorReply(request, statusOf(error)));
    done();
  });

  for (const [path, respond] of operatorRoutes({ readiness, metrics })) page(path, respond);
  page('/terms', async (request) => termsPage(request));
  page(stylesheet.path, stylesheet.respond);
  for (const [path, respond] of chatAssets.routes) page(path, respond);
  for (const route of site ? pageRoutes(site, publicUrl) : []) {
    if (route.kind === 'page') page(route.path, route.respond);
    else server.post(route.path, handler(keepingLanguage(formAnswer(route))));
  }
  for (const [path, respond] of outbox ? outboxRoutes(outbox, publicUrl) : []) page(path, respond);
  server.post(
    '/api/messages',
    handler(async (request) => {
      const caller = {
        authorization: request.headers.authorization ?? '',
        local: callerIsLocal(request, publicUrl),
      };
      const turnedAway = doorkeeper(caller);
      if (turnedAway !== undefined) return json(turnedAway.status, turnedAway.body);
      const read = await readJson(request, messageLimits);
      if (read.kind !== 'json') return json(refusedJson[read.kind], { error: read.kind });
      const { status, body } = await messages({ body: read.value, ...caller });
      return body === undefined ? { status, headers: {}, body: '' } : json(status, body);
    }),
  );
  if (mailEvents !== undefined) server.post('/api/sendgrid/events', handler(mailEvents));
  chat?.routes(server);
  if (chat !== undefined) server.server.on('upgrade', chat.upgrade);
  return server;
};

/** Far longer than any activation token. */
const longestToken = 1000;

const isPage = ({ headers }: Reply): boolean =>
  String(headers['Content-Type']).startsWith('text/html') || headers.Location !== undefined;

/** A form that is shown again is a mistake to a machine; a browser would write an error into its console, though nothing is wrong with the page. */
const formAnswer =
  ({ respond }: Extract<Route, { kind: 'form' }>): Responder =>
  async (request) => {
    const read = await readForm(request);
    if (read.kind === 'form') {
      const reply = await respond(request, read.values);
      return reply.status === 422 && wantsPage(request) ? { ...reply, status: 200 } : reply;
    }
    return errorReply(request, read.kind === 'tooLarge' ? 413 : 415);
  };

const messageLimits = { bytes: 256 * 1024, depth: 64 };

/** Restify takes a function of two parameters only when it is an async one. */
const answering = (respond: Responder, log: Log): RequestHandler =>
  async function answered(request, response): Promise<void> {
    try {
      send(response, await respond(request));
    } catch (error) {
      log.error({ event: 'web.failed', path: request.getRoute().path, error: errorName(error) });
      send(response, errorReply(request, 500));
    }
  };

const statusOf = (error: { readonly statusCode?: unknown }): number =>
  typeof error.statusCode === 'number' ? error.statusCode : 500;
