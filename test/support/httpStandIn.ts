import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the stand-in does with a request: answers, or one of the things that go wrong. */
export type Behaviour =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** Takes the request and never answers. */
  | 'hang'
  /** Takes the request and breaks the connection off. */
  | 'reset'
  /** Answers something that is not HTTP. */
  | 'garbage'
  /** Promises a longer body than it sends, then breaks off. */
  | { readonly torn: number }
  /** Promises a body and never sends it. */
  | { readonly stalled: number };

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A real server on a free port that does what it is told; `behave` may change between requests. */
export const httpStandIn = async (first: Behaviour) => {
  const asked: Asked[] = [];
  const told = { behave: (_: Asked): Behaviour => first, cutOff: (): void => undefined };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url: path = '', headers } = request;
    const one = { method, path, headers, body: Buffer.concat(chunks).toString('utf8') };
    asked.push(one);
    const behaviour = told.behave(one);
    if (behaviour === 'hang') return;
    if (behaviour === 'reset') request.socket.resetAndDestroy();
    else if (behaviour === 'garbage') request.socket.end('220 mail.example.org ESMTP\r\n\r\n');
    else if ('status' in behaviour) {
      // Where restify is loaded, `writeHead` returns nothing.
      response.writeHead(behaviour.status, behaviour.headers);
      response.end(behaviour.body);
    } else {
      const status = 'torn' in behaviour ? behaviour.torn : behaviour.stalled;
      response.writeHead(status, { 'Content-Length': '1000' });
      response.write('{"errors"');
      if ('torn' in behaviour) setTimeout(() => request.socket.resetAndDestroy(), 5);
    }
  });
  server.on('connection', (socket) => socket.once('close', () => told.cutOff()));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // a server with a port has no path
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    behave: (next: Behaviour | ((asked: Asked) => Behaviour)) => {
      told.behave = typeof next === 'function' ? next : () => next;
    },
    /** Called when a connection ends. */
    onCutOff: (listener: () => void) => {
      told.cutOff = listener;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
};

/** A port of this machine where nobody listens. */
export const deadPort = async (): Promise<number> => {
  const { url, stop } = await httpStandIn({ status: 200 });
  await stop();
  return Number(new URL(url).port);
};
