import type { Server, ServerResponse } from 'node:http';

export interface Drain {
  /** Takes no new connection; resolves when nothing that was asked is unanswered, or after so long, to the number of those that still are. */
  finish(ms: number): Promise<number>;
  /** Ends what is left of the connections. */
  close(): Promise<void>;
}

/** Ends a server without losing what it was asked: Node's own `close` waits for connections, also for those on which nobody asks anything. */
export const makeDrain = (server: Server): Drain => {
  const underWay = new Set<ServerResponse>();
  let stopping = false;
  let emptied: () => void = () => undefined;
  let closed = Promise.resolve();
  server.prependListener('request', (_, response) => {
    if (stopping) response.shouldKeepAlive = false;
    underWay.add(response);
    response.once('close', () => {
      underWay.delete(response);
      if (underWay.size === 0) emptied();
    });
  });

  return {
    finish: async (ms) => {
      stopping = true;
      if (server.listening) closed = new Promise((done) => server.close(() => done()));
      // Whoever asks for more on a connection of before would never let us end.
      for (const response of underWay) if (!response.headersSent) response.shouldKeepAlive = false;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((done) => {
        emptied = done;
        timer = setTimeout(done, ms);
        if (underWay.size === 0) done();
      });
      clearTimeout(timer);
      return underWay.size;
    },
    close: async () => {
      server.closeAllConnections();
      await closed;
    },
  };
};
