import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Channel {
  /** Its service address. */
  readonly url: string;
  /** Activities that came in, oldest first. */
  readonly heard: readonly { readonly type: string; readonly text?: string }[];
  /** Resolves once this many have come. */
  readonly hears: (count: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A channel's connector service: takes what a bot says by itself. */
export const aChannel = async (): Promise<Channel> => {
  const heard: { readonly type: string; readonly text?: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    heard.push(JSON.parse(Buffer.concat(chunks).toString()));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id: String(heard.length) }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // a server on a port has no other kind of address
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    hears: async (count) => {
      while (heard.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
};
