import { AsyncLocalStorage } from 'node:async_hooks';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { chatRoutes } from '../../src/web/chatRoutes';
import { makeServer } from '../../src/web/server';
import { aLog } from '../support/aLog';

test('makes the network address known to whatever a request to the chat causes', async () => {
  const { log } = aLog();
  const caller = new AsyncLocalStorage<string>();
  const server = makeServer({
    log,
    publicUrl: 'http://portal.test',
    messages: async () => ({ status: 404 }),
    chat: {
      routes: chatRoutes({
        publicUrl: 'http://portal.test',
        log,
        asCaller: (address, work) => caller.run(address, work),
        routes: [
          {
            method: 'post',
            path: '/v3/test',
            answer: async () => {
              await pause(1);
              return { status: 200, body: { from: caller.getStore() } };
            },
          },
        ],
      }),
      upgrade: (_, socket) => socket.destroy(),
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // restify's type leaves the pipe's string open
  const callers = ['203.0.113.7', '203.0.113.8'].map(async (address) => {
    const headers = { 'X-Forwarded-For': address };
    return (await fetch(`http://127.0.0.1:${port}/v3/test`, { method: 'POST', headers })).json();
  });
  expect(await Promise.all(callers)).toEqual([{ from: '203.0.113.7' }, { from: '203.0.113.8' }]);
  await new Promise<void>((done) => server.close(() => done()));
});
