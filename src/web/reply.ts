import type { Request, Response } from 'restify';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
  /** Values of `Set-Cookie`, each a header of its own. */
  readonly cookies?: readonly string[];
  /** Headers that every reply has and this one has not. */
  readonly without?: readonly string[];
}

export type Responder = (request: Request) => Promise<Reply>;

export const json = (status: number, value: unknown): Reply => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
  body: JSON.stringify(value),
});

export const html = (status: number, document: string): Reply => ({
  status,
  headers: {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-cache',
    Vary: 'Accept-Language, Cookie',
  },
  body: document,
});

/** What only the person before the screen may see: no browser, proxy or back button keeps it. */
export const unkept = (reply: Reply): Reply => ({
  ...reply,
  headers: { ...reply.headers, 'Cache-Control': 'no-store' },
});

/** "See other": the next page is fetched by GET, so that reloading it repeats nothing. */
export const redirect = (to: string, ...cookies: readonly string[]): Reply => ({
  status: 303,
  headers: { Location: to, 'Cache-Control': 'no-store' },
  body: '',
  cookies,
});

export const withCookies = (reply: Reply, ...cookies: readonly string[]): Reply => ({
  ...reply,
  cookies: [...(reply.cookies ?? []), ...cookies],
});

/** Sends once: an answer that is under way already is left alone. */
export const send = (
  response: Response,
  { status, headers, body, cookies = [], without = [] }: Reply,
): void => {
  if (response.headersSent) return;
  // Restify joins what is set twice; Node's own method takes the list as it is.
  if (cookies.length > 0) response.setHeader('Set-Cookie', [...cookies]);
  for (const name of without) response.removeHeader(name);
  response.sendRaw(status, body, { 'Content-Length': String(Buffer.byteLength(body)), ...headers });
};
