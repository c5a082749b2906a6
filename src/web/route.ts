import type { Request } from 'restify';
import type { FormValues } from './formBody';
import type { Reply, Responder } from './reply';

/** An address with what answers it. A page is asked for by GET or HEAD and changes nothing. */
export type Route =
  | { readonly kind: 'page'; readonly path: string; readonly respond: Responder }
  | {
      readonly kind: 'form';
      readonly path: string;
      readonly respond: (request: Request, values: FormValues) => Promise<Reply>;
    };

export const page = (path: string, respond: Responder): Route => ({ kind: 'page', path, respond });

export const form = (
  path: string,
  respond: Extract<Route, { kind: 'form' }>['respond'],
): Route => ({ kind: 'form', path, respond });
