import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import WebSocket from 'ws';
import { aServerProcess, type Child } from './support/child';
import { aFolder } from './support/stores';

jest.setTimeout(30_000);

let folder: Awaited<ReturnType<typeof aFolder>>;
let child: Child;
let channel: Server;
/** A reply that waits for the channel to take it. */
let waiting: Promise<ServerResponse>;

beforeEach(async () => {
  folder = await aFolder();
  child = await aServerProcess({ DATA_DIR: folder.path });
  let arrived: (response: ServerResponse) => void = () => undefined;
  waiting = new Promise((resolve) => {
    arrived = resolve;
  });
  channel = createServer((request, response) => {
    request.resume();
    arrived(response);
  }).listen(0, '127.0.0.1');
  await once(channel, 'listening');
});

afterEach(async () => {
  await child.kill();
  channel.closeAllConnections();
  channel.close();
  await folder.remove();
});

const say = (text: string, more: object = {}) =>
  fetch(`${child.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: text,
      text,
      channelId: 'emulator',
      conversation: { id: 'c' },
      from: { id: 'person' },
      recipient: { id: 'bot' },
      ...more,
    }),
  });

const port = () => Object(channel.address()).port;

test('a turn under way when SIGTERM comes is answered, nothing new is taken, and the exit code is 0', async () => {
  const answered = say('bonjour', { serviceUrl: `http://127.0.0.1:${port()}` });
  const reply = await waiting;
  const began = Date.now();
  child.process.kill('SIGTERM');
  while (await taken()) await pause();
  // npm and the shell may both pass the signal on.
  child.process.kill('SIGTERM');
  await pause();
  reply.setHeader('content-type', 'application/json').end('{"id":"1"}');
  expect((await answered).status).toBe(200);
  expect(await child.ended).toBe(0);
  expect(Date.now() - began).toBeLessThan(5_000);
  expect(child.written()).toContain('"event":"server.stopped"');
  expect(child.written()).not.toContain('cutOff');
});

test('silent connections, sockets and a request that never ends do not hold up the end', async () => {
  const silent = connect(Number(new URL(child.url).port), '127.0.0.1');
  await once(silent, 'connect');
  const half = connect(Number(new URL(child.url).port), '127.0.0.1');
  half.write(
    'POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n',
  );
  half.write('Content-Length: 100\r\n\r\n{');
  const token = await (
    await fetch(`${child.url}/api/webchat/token`, { method: 'POST', body: '{}', headers: json })
  ).json();
  const begun = await (
    await fetch(`${child.url}/v3/directline/conversations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token.token}` },
    })
  ).json();
  const socket = new WebSocket(
    begun.streamUrl.replace(/^ws:..[^/]+/, child.url.replace('http', 'ws')),
  );
  await once(socket, 'open');
  const began = Date.now();
  child.process.kill('SIGTERM');
  expect(await child.ended).toBe(0);
  expect(Date.now() - began).toBeLessThan(10_000);
  expect(child.written()).toContain('"event":"server.cutOff"');
  silent.destroy();
  half.destroy();
  socket.terminate();
});

const json = { 'content-type': 'application/json' };

const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

const taken = () =>
  fetch(`${child.url}/healthz`).then(
    () => true,
    () => false,
  );
