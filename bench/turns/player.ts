import { Agent, request } from 'node:http';

export interface Played {
  readonly turns: number;
  readonly registrations: number;
  readonly ms: number;
  /** Milliseconds of each turn, shortest first. */
  readonly times: readonly number[];
}

interface Play {
  readonly port: number;
  readonly connections: number;
  readonly ms: number;
  /** What the person of a conversation says, one message after the other. */
  readonly script: (person: string) => readonly string[];
  /** No two plays have a conversation in common. */
  readonly name: string;
}

/** Each connection plays one conversation after the other, one at least; those begun when the time is over are played to their end. */
export const play = async ({ port, connections, ms, script, name }: Play): Promise<Played> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let registrations = 0;
  const begun = performance.now();
  const person = async (at: number) => {
    for (let n = 0; n === 0 || performance.now() - begun < ms; n += 1) {
      const conversation = `${name}-${at}-${n}`;
      for (const [turn, text] of script(conversation).entries()) {
        const sent = performance.now();
        await say({ port, agent }, { conversation, turn, text });
        times.push(performance.now() - sent);
      }
      registrations += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, at) => person(at)));
  const took = performance.now() - begun;
  agent.destroy();
  times.sort((one, other) => one - other);
  return { turns: times.length, registrations, ms: took, times };
};

interface Said {
  readonly conversation: string;
  readonly turn: number;
  readonly text: string;
}

const say = (
  { port, agent }: { readonly port: number; readonly agent: Agent },
  { conversation, turn, text }: Said,
): Promise<string> => {
  const body = JSON.stringify({
    type: 'message',
    id: `${conversation}-${turn}`,
    channelId: 'emulator',
    conversation: { id: conversation },
    from: { id: conversation },
    recipient: { id: 'bot' },
    locale: 'en-CA',
    deliveryMode: 'expectReplies',
    text,
  });
  return new Promise((resolve, reject) => {
    const sending = request(
      {
        port,
        agent,
        host: '127.0.0.1',
        method: 'POST',
        path: '/api/messages',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const answer = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) resolve(answer);
          else reject(new Error(`${response.statusCode}: ${answer.slice(0, 200)}`));
        });
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
};
