import { createHmac } from 'node:crypto';

/** What is kept of a code that moves a registration. */
export const hashOfCode = (code: string, key: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['hand-over', code]))
    .digest('base64url');
