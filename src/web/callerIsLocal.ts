import type { IncomingMessage } from 'node:http';

/**
 * On the loopback interface itself: what a proxy of this machine hands on came from elsewhere, and so did a page whose own
 * name was pointed at this machine (the browser then sends that name as the host).
 */
export const callerIsLocal = ({ socket, headers }: IncomingMessage, publicUrl: string): boolean =>
  loopback.test(socket.remoteAddress ?? '') &&
  headers.forwarded === undefined &&
  headers['x-forwarded-for'] === undefined &&
  isOurs(headers.host ?? '', publicUrl);

const loopback = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

const isOurs = (host: string, publicUrl: string): boolean =>
  host === new URL(publicUrl).host || localName.test(host);

const localName = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/i;
