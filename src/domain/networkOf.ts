import { isIPv6 } from 'node:net';

/** Who is limited together by network address: an IPv4 address, or the 64 leading bits of an IPv6 one, since these are one subscriber's. */
export const networkOf = (address: string): string => {
  const bare = address.replace(/^\[|\]$|%.*$/g, '').toLowerCase();
  const mapped = /^(?:::|0:0:0:0:0:)ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(bare) ? `${hextets(bare).slice(0, 4).join(':')}::/64` : bare.slice(0, 45);
};

/** All eight, written out. */
const hextets = (address: string): readonly string[] => {
  const [head = '', tail] = address.split('::');
  const first = partsOf(head);
  const last = tail === undefined ? [] : partsOf(tail);
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0');
  return [...first, ...zeros, ...last].map((part) => part.replace(/^0+(?=.)/, ''));
};

/** A dotted end stands for two. */
const partsOf = (text: string): readonly string[] =>
  text === '' ? [] : text.split(':').flatMap((part) => (part.includes('.') ? ['0', '0'] : [part]));
