import { createServer, type Request, type RequestHandler, type Server } from 'restify';
import type { Messages } from '../bot/messages';
import { errorName } from '../services/errorName';
import type { Log } from '../services/log';
import type { ReadOutbox } from '../services/sendMail';
import { callerIsLocal } from './callerIsLocal';
import { errorReply } from './errorPage';
import { comesFromForeignPage } from './foreignPage';
import { readJson } from './jsonBody';
import { outboxRoutes } from './outboxRoutes';
import { languageKept } from './pageLocale';
import { json, type Reply, type Responder, send } from './reply';
import { securityHeaders } from './securityHeaders';
import { stylesheet } from './stylesheet';
import { termsPage } from './termsPage';

interface Needs {
  readonly log: Log;
  readonly publicUrl: string;
  readonly messages: Messages;
  /** Only with the local outbox, never in production; without it `/dev/outbox*` is 404. */
  readonly outbox?: ReadOutbox;
}

/** Every address of this server. Listening and closing are the caller's. */
export const makeServer = ({ log, publicUrl, messages, outbox }: Needs): Server => {
  // Restify keeps its own log: at the lowest level it would write bodies into ours.
  const server = createServer({ name: '' });
  const handler = (respond: Responder) => answering(respond, log);
  const page = (path: string, respond: Responder) => {
    const remembering = handler(async (request) => withLanguage(await respond(request), request));
    server.get(path, remembering);
    server.head(path, remembering);
  };
  const withLanguage = (reply: Reply, request: Request): Reply => {
    const cookies = reply.headers.Vary === undefined ? [] : languageKept(request, publicUrl);
    if (cookies.length === 0) return reply;
    return { ...reply, headers: { ...reply.headers, 'Set-Cookie': cookies } };
  };

  server.pre(securityHeaders(publicUrl));
  server.pre((request, response, next) => {
    if (!comesFromForeignPage(request, publicUrl)) return next();
    send(response, json(403, { error: 'foreignOrigin' }));
    return next(false);
  });
  server.on('restifyError', (request, response, error, done) => {
    if (statusOf(error) >= 500) log.error({ event: 'web.failed', error: errorName(error) });
    send(response, errorReply(request, statusOf(error)));
    done();
  });

  page('/healthz', async () => json(200, { status: 'ok' }));
  page('/terms', async (request) => termsPage(request));
  page(stylesheet.path, async (request) => stylesheet.reply(request));
  for (const [path, respond] of outbox ? outboxRoutes(outbox, publicUrl) : []) page(path, respond);
  server.post(
    '/api/messages',
    handler(async (request) => {
      const read = await readJson(request, messageLimits);
      if (read.kind !== 'json') return json(refusals[read.kind], { error: read.kind });
      const { status, body } = await messages({
        body: read.value,
        authorization: request.headers.authorization ?? '',
        local: callerIsLocal(request, publicUrl),
      });
      return body === undefined ? { status, headers: {}, body: '' } : json(status, body);
    }),
  );
  return server;
};

const messageLimits = { bytes: 256 * 1024, depth: 64 };

const refusals = { tooLarge: 413, notJson: 415, broken: 400, tooDeep: 400 } as const;

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
