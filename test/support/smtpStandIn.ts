import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** Where the server says no, with which code; `hang` and `drop` happen when it has the whole mail. */
export interface SmtpBehaviour {
  readonly at?: 'connect' | 'auth' | 'from' | 'to' | 'data' | 'hang' | 'drop';
  readonly code?: number;
}

/** A real SMTP server on a free port, for the user "portal" with the password "open sesame". */
export const smtpStandIn = async () => {
  const mails: string[] = [];
  const envelopes: string[] = [];
  let told: SmtpBehaviour = {};
  const refusal = (at: SmtpBehaviour['at']) =>
    told.at === at && told.code !== undefined
      ? Object.assign(new Error('no, jane@example.org'), { responseCode: told.code })
      : null;
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    authOptional: true,
    closeTimeout: 50,
    onConnect: (_, done) => done(refusal('connect')),
    onAuth: ({ username, password }, _, done) => {
      const known = username === 'portal' && password === 'open sesame';
      done(refusal('auth') ?? null, known ? { user: username } : undefined);
    },
    onMailFrom: (_, __, done) => done(refusal('from')),
    onRcptTo: (_, __, done) => done(refusal('to')),
    onData: async (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(Buffer.from(chunk));
      mails.push(Buffer.concat(chunks).toString('utf8'));
      envelopes.push(envelope.rcptTo.map(({ address }) => address).join());
      if (told.at === 'hang') return;
      if (told.at === 'drop') for (const { _socket } of connectionsOf(server)) _socket.destroy();
      else done(refusal('data'));
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.server.address() as AddressInfo; // a server with a port has no path
  return {
    port,
    mails,
    envelopes,
    behave: (next: SmtpBehaviour) => {
      told = next;
    },
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
};

/** The library offers no way to break a connection off. */
const connectionsOf = ({ connections }: SMTPServer): Iterable<{ _socket: { destroy(): void } }> =>
  Object(connections);
