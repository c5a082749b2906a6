import type { IncomingMessage } from 'node:http';

/** A body of at most so many bytes; `undefined` when it is longer. Past the limit the rest is read and dropped, for a while, so that the caller gets its answer instead of a broken pipe. */
export const bodyBytes = async (
  request: IncomingMessage,
  most: number,
): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= most) chunks.push(chunk);
    if (bytes > most * patience) break;
  }
  return bytes > most ? undefined : Buffer.concat(chunks);
};

const patience = 32;
