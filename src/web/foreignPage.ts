import type { IncomingMessage } from 'node:http';

/** A browser names the page that a request comes from: another site's page may read here but change nothing. Channels and tools name none. */
export const comesFromForeignPage = (
  { method, headers }: IncomingMessage,
  publicUrl: string,
): boolean => {
  const { origin, host } = headers;
  if (readOnly.includes(method ?? '')) return false;
  // Where a browser leaves the origin out, it still says whether it was ours.
  if (origin === undefined) return headers['sec-fetch-site'] === 'cross-site';
  if (origin === new URL(publicUrl).origin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
};

const readOnly = ['GET', 'HEAD', 'OPTIONS'];
