import { connect, createServer, type Socket } from 'node:net';

export interface Cutable {
  /** Where to connect instead. */
  readonly port: number;
  /** `refusing`: connections break and none is taken. `silent`: they stay, and nothing comes through any more. */
  cut(how: 'refusing' | 'silent'): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** A wire to a server of this machine that can be cut: all that a network and a server that go away look like from here. */
export const aCutable = async (target: number): Promise<Cutable> => {
  const ends = new Set<Socket>();
  let silent = false;
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from);
      from.on('data', (bytes) => {
        if (!silent) to.write(bytes);
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        ends.delete(from);
        to.destroy();
      });
    }
  });
  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  const close = async () => {
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    for (const end of ends) end.destroy();
    await closed;
  };
  const port = await listen(0);
  return {
    port,
    cut: async (how) => {
      if (how === 'silent') silent = true;
      else await close();
    },
    mend: async () => {
      // What was sent into the silence is lost: such a connection does not come back.
      for (const end of ends) if (silent) end.destroy();
      silent = false;
      if (!server.listening) await listen(port);
    },
    close,
  };
};
