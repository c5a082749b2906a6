import type { IncomingMessage } from 'node:http';

export interface CookieJar {
  read(request: IncomingMessage, name: string): string | undefined;
  /** `Set-Cookie` of a cookie that no script may read; without `maxAge` (seconds) it ends with the browser. */
  keep(name: string, value: string, options?: { readonly maxAge?: number }): string;
  forget(name: string): string;
}

/** On https a cookie's name says that it is this host's own: no other host, no plain connection can set one like it. */
export const makeCookieJar = (publicUrl: string): CookieJar => {
  const secure = publicUrl.startsWith('https:');
  const nameOf = (name: string) => (secure ? `__Host-${name}` : name);
  const attributes = `; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    read: (request, name) => cookieIn(request, nameOf(name)),
    keep: (name, value, { maxAge } = {}) =>
      `${nameOf(name)}=${value}${attributes}${maxAge === undefined ? '' : `; Max-Age=${maxAge}`}`,
    forget: (name) => `${nameOf(name)}=${attributes}; Max-Age=0`,
  };
};

/** The first of a name counts, as in browsers; a value is as it was sent. */
export const cookieIn = ({ headers }: IncomingMessage, name: string): string | undefined =>
  (headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
