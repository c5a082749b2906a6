import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

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

const isOwnNetwork = (address: string): boolean => {
  const bare = address.replace(/^::ffff:/, '');
  const kind = isIP(bare);
  return kind !== 0 && ownNetworks.check(bare, kind === 6 ? 'ipv6' : 'ipv4');
};

const ownNetworks = new BlockList();
ownNetworks.addSubnet('127.0.0.0', 8, 'ipv4');
ownNetworks.addSubnet('10.0.0.0', 8, 'ipv4');
ownNetworks.addSubnet('172.16.0.0', 12, 'ipv4');
ownNetworks.addSubnet('192.168.0.0', 16, 'ipv4');
ownNetworks.addSubnet('169.254.0.0', 16, 'ipv4');
ownNetworks.addSubnet('::1', 128, 'ipv6');
ownNetworks.addSubnet('fc00::', 7, 'ipv6');
ownNetworks.addSubnet('fe80::', 10, 'ipv6');
