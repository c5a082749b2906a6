import type { IncomingMessage } from 'node:http';
import { bodyBytes } from './bodyBytes';

/** Like `bodyBytes`, as text. */
export const bodyText = async (
  request: IncomingMessage,
  most: number,
): Promise<string | undefined> => (await bodyBytes(request, most))?.toString('utf8');
