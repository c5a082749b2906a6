import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { drawFate, type Fate, type MailLedger } from '../../test/torture/mailLedger';
import { mailIdIn } from '../../test/torture/providerServer';

/** SendGrid on a bad day: takes its time, and one of three requests ends otherwise than it should. Who asks is told by the key. */
export const aFaultyProvider = async (ledger: MailLedger, random: () => number) => {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    const by = String(request.headers.authorization).replace('Bearer ', '');
    const fate = drawFate(random);
    await pause(100 * random());
    if (fate.startsWith('accepts')) {
      ledger.accepted(mailIdIn(body), { by, body, unheard: fate !== 'accepts' });
    }
    await pause(100 * random());
    end[fate](request, response);
  };
  const server = createServer((request, response) => {
    // Who is killed breaks off in the middle.
    answer(request, response).catch(() => undefined);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // a server with a port has no path
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
};

type End = (request: IncomingMessage, response: ServerResponse) => void;

const hang: End = () => undefined;
const reset: End = ({ socket }) => {
  socket.resetAndDestroy();
};
const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): End =>
  (_, response) => {
    response.writeHead(code, headers).end();
  };

const end: Readonly<Record<Fate, End>> = {
  accepts: status(202),
  busy: status(429),
  limited: status(429, { 'Retry-After': '7' }),
  fails: status(500),
  hangs: hang,
  resets: reset,
  acceptsAndHangs: hang,
  acceptsAndResets: reset,
};
