import type { IncomingMessage } from 'node:http';
import { bodyText } from './bodyText';

/** What a form sent, by the names of its inputs; a name that is not there reads as the empty string. */
export interface FormValues {
  get(name: string): string;
}

export type FormBody =
  | { readonly kind: 'form'; readonly values: FormValues }
  | { readonly kind: 'tooLarge' }
  /** Another content type or encoding. */
  | { readonly kind: 'notForm' };

/** Reads what a plain form posts. Of a name that comes twice the first value counts; line ends become the usual ones. */
export const readForm = async (request: IncomingMessage): Promise<FormBody> => {
  if (!isPlainForm(request)) return { kind: 'notForm' };
  const text = await bodyText(request, mostBytes);
  if (text === undefined) return { kind: 'tooLarge' };
  const sent = new URLSearchParams(text);
  return {
    kind: 'form',
    values: { get: (name) => (sent.get(name) ?? '').replace(/\r\n?/g, '\n') },
  };
};

/** A description of 2,000 letters in three bytes each, written as %XX, beside everything else that a form may hold. */
const mostBytes = 64 * 1024;

/** What has no body has no type: it is a form without inputs, as the activation page's is. */
const isPlainForm = ({ headers }: IncomingMessage): boolean =>
  isEmpty(headers) || isUrlEncoded(headers);

const isEmpty = (headers: IncomingMessage['headers']): boolean =>
  headers['content-type'] === undefined &&
  headers['transfer-encoding'] === undefined &&
  Number(headers['content-length'] ?? 0) === 0;

const isUrlEncoded = (headers: IncomingMessage['headers']): boolean =>
  /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(headers['content-type'] ?? '') &&
  (headers['content-encoding'] ?? 'identity') === 'identity';
