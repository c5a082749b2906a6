import type { Request, Response } from 'restify';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
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

/** Sends once: an answer that is under way already is left alone. */
export const send = (response: Response, { status, headers, body }: Reply): void => {
  if (response.headersSent) return;
  response.sendRaw(status, body, { 'Content-Length': String(Buffer.byteLength(body)), ...headers });
};
