import type { IncomingMessage } from 'node:http';
import { callerAddress } from '../../src/web/callerAddress';

const from = (remoteAddress: string, forwarded?: string) =>
  callerAddress({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  } as IncomingMessage); // only these two are read

test.each([
  { peer: '203.0.113.7', forwarded: undefined, caller: '203.0.113.7' },
  { peer: '203.0.113.7', forwarded: '198.51.100.1', caller: '203.0.113.7' },
  { peer: '::ffff:10.0.0.4', forwarded: '198.51.100.1', caller: '198.51.100.1' },
  { peer: '169.254.130.1', forwarded: '198.51.100.1:4711', caller: '198.51.100.1' },
  { peer: '127.0.0.1', forwarded: '1.2.3.4, 198.51.100.1', caller: '198.51.100.1' },
  { peer: '::1', forwarded: '[2001:db8::1]:443', caller: '2001:db8::1' },
  { peer: '10.0.0.4', forwarded: 'unknown', caller: '10.0.0.4' },
  { peer: '10.0.0.4', forwarded: '', caller: '10.0.0.4' },
])('is $caller for $peer that forwards "$forwarded"', ({ peer, forwarded, caller }) => {
  expect(from(peer, forwarded)).toBe(caller);
});
