import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Request } from 'restify';
import { root } from '../root';
import type { Reply } from './reply';

/** Pico, then our own rules: one file, so that a page waits for one request. */
const sources = [require.resolve('@picocss/pico/css/pico.min.css'), join(root, 'public/site.css')];

const css = Buffer.from(sources.map((path) => readFileSync(path, 'utf8')).join('\n'));
const zipped = gzipSync(css);
const fingerprint = createHash('sha256').update(css).digest('hex').slice(0, 12);

/** The address changes with the content, so that browsers may keep it for good. */
export const stylesheet = {
  path: `/styles/${fingerprint}.css`,
  reply: (request: Request): Reply => {
    const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    return {
      status: 200,
      headers: {
        'Content-Type': 'text/css; charset=utf-8',
        'Cache-Control': 'public, max-age=31536000, immutable',
        Vary: 'Accept-Encoding',
        ...(takesGzip && { 'Content-Encoding': 'gzip' }),
      },
      body: takesGzip ? zipped : css,
    };
  },
};
