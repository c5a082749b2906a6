import { BlockList, isIP } from 'node:net';

/** This machine, or the private networks behind which it stands. */
export const isOwnNetwork = (address: string): boolean => {
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
