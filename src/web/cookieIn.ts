import type { IncomingMessage } from 'node:http';

/** The first of a name counts, as in browsers; a value is as it was sent. */
export const cookieIn = ({ headers }: IncomingMessage, name: string): string | undefined =>
  (headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
