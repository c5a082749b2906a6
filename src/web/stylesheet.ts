import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root';
import { kept, packedWhenAsked } from './packed';
import type { Responder } from './reply';

const pico = readFileSync(require.resolve('@picocss/pico/css/pico.min.css'), 'utf8');
const read = (name: string): string => readFileSync(join(root, 'public', name), 'utf8');

const dark = read('dark.css');

/** Of pages that are told how to look. */
const told = [
  dark.replaceAll(':root:not([data-theme])', ':root[data-theme="dark"]'),
  read('contrast.css'),
];

const own = [read('site.css'), `@media (prefers-color-scheme: dark) {\n${dark}}`, ...told].join(
  '\n',
);

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
