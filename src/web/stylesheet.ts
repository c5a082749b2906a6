import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root';
import { kept, packedWhenAsked } from './packed';
import type { Responder } from './reply';

const pico = readFileSync(require.resolve('@picocss/pico/css/pico.min.css'), 'utf8');
const own = readFileSync(join(root, 'public/site.css'), 'utf8');

/** Pico, then our own rules: one file, so that a page waits for one request. In layers both give way to Web Chat's styles, which stand in none. */
const css = Buffer.from(
  `@layer pico {\n${pico.replace(/^@charset[^;]*;/, '')}\n}\n@layer page {\n${own}\n}\n`,
);
const packed = packedWhenAsked(css);
const fingerprint = createHash('sha256').update(css).digest('hex').slice(0, 12);

/** The address changes with the content, so that browsers may keep it for good. */
export const stylesheet = {
  path: `/styles/${fingerprint}.css`,
  respond: (request) => kept(request, 'text/css; charset=utf-8', packed),
} satisfies { readonly path: string; readonly respond: Responder };
