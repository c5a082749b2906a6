import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { isOwnNetwork } from './ownNetwork';

/** The network address a request comes from. A proxy of our own network names the caller, at the end of the list; anybody else's list is hearsay. */
export const callerAddress = ({ socket, headers }: IncomingMessage): string => {
  const peer = socket.remoteAddress ?? '';
  const named = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
    .replace(port, '$1$2');
  return named !== undefined && isIP(named) !== 0 && isOwnNetwork(peer) ? named : peer;
};

/** "203.0.113.7:4711", "[2001:db8::1]:4711". */
const port = /^(?:(\d+\.\d+\.\d+\.\d+)|\[([^\]]+)\])(?::\d+)?$/;
