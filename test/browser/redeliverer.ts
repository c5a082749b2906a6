import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';

interface Redeliverer {
  /** For activities, in the place of the bot's own address. */
  readonly url: string;
  /** Delivered twice so far. */
  readonly redelivered: () => readonly Partial<Activity>[];
  readonly stop: () => Promise<void>;
}

/** Stands before the bot and delivers what `isTwice` says a second time, as Teams does with what it got no answer for in time. */
export const aRedeliverer = async (
  bot: string,
  isTwice: (activity: Partial<Activity>) => boolean,
): Promise<Redeliverer> => {
  const redelivered: Partial<Activity>[] = [];
  const deliver = (body: string) =>
    fetch(bot, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = String(Buffer.concat(chunks));
    let answer = await deliver(body);
    // The Playground's first look at the address is no activity.
    const activity: Partial<Activity> = body === '' ? {} : JSON.parse(body);
    if (isTwice(activity)) {
      answer = await deliver(body);
      redelivered.push(activity);
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(await answer.text());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return {
    url: `http://127.0.0.1:${port}/api/messages`,
    redelivered: () => redelivered,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
