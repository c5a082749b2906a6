import type { Request, Server } from 'restify';
import { errorName } from '../services/errorName';
import type { Log } from '../services/log';
import type { ChatAnswer, ChatRequest, ChatRoute } from '../webchat/exchange';
import { callerAddress } from './callerAddress';
import { callerIsLocal } from './callerIsLocal';
import { readJson, refusedJson } from './jsonBody';
import { json, send } from './reply';

interface Needs {
  readonly routes: readonly ChatRoute[];
  readonly publicUrl: string;
  readonly log: Log;
}

/** The web chat's half of HTTP: requests are read here and answered there. */
export const chatRoutes =
  ({ routes, publicUrl, log }: Needs) =>
  (server: Server): void => {
    for (const { method, path, answer } of routes) {
      server[method](path, async function answered(request, response) {
        const { status, headers, body } = await answerTo(request, publicUrl, answer).catch(
          (error: unknown): ChatAnswer => {
            log.error({ event: 'webChat.failed', path, error: errorName(error) });
            return { status: 500, body: { error: 'internal' } };
          },
        );
        const reply = json(status, body);
        send(response, { ...reply, headers: { ...reply.headers, ...headers } });
      });
    }
  };

const answerTo = async (
  request: Request,
  publicUrl: string,
  answer: ChatRoute['answer'],
): Promise<ChatAnswer> => {
  const read = hasBody(request)
    ? await readJson(request, bodyLimits)
    : { kind: 'json' as const, value: undefined };
  if (read.kind !== 'json') return { status: refusedJson[read.kind], body: { error: read.kind } };
  return answer(chatRequest(request, publicUrl, read.value));
};

const chatRequest = (request: Request, publicUrl: string, body: unknown): ChatRequest => {
  const { headers } = request;
  const { conversation }: { readonly conversation?: string } = request.params;
  const watermark = new URLSearchParams(request.getQuery()).get('watermark');
  return {
    ...(conversation === undefined ? {} : { conversation }),
    ...(watermark === null ? {} : { watermark }),
    authorization: headers.authorization ?? '',
    cookie: headers.cookie ?? '',
    body,
    address: callerAddress(request),
    origin: originOf(request, publicUrl),
  };
};

/** A caller on this machine may come by another port or name than the public one. */
const originOf = (request: Request, publicUrl: string): string => {
  const { host } = request.headers;
  const { host: publicHost, origin } = new URL(publicUrl);
  return host === publicHost || !callerIsLocal(request, publicUrl) ? origin : `http://${host}`;
};

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** The bot politely refuses texts that are far shorter than this. */
const bodyLimits = { bytes: 64 * 1024, depth: 32 };
