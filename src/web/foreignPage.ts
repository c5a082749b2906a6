import type { IncomingMessage } from 'node:http';

/** A browser names the page that a request comes from: another site's page may read here but change nothing. Channels and tools name none. */
export const comesFromForeignPage = (
  { method, headers }: IncomingMessage,
  publicUrl: string,
): boolean => {
  const { origin, host } = headers;
  if (origin === undefined || readOnly.includes(method ?? '')) return false;
  if (origin === new URL(publicUrl).origin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
};

const readOnly = ['GET', 'HEAD', 'OPTIONS'];
