import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root';
import { kept, packedWhenAsked } from './packed';
import type { Responder } from './reply';
import { webChatAsset } from './webChatAsset';

const folder = join(root, 'public/chat');

const types: Readonly<Record<string, string>> = {
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

const files = readdirSync(folder)
  .filter((name) => extension(name) in types)
  .sort()
  .map((name) => ({ name, body: readFileSync(join(folder, name)) }));

/** The scripts import each other by relative names, so the folder carries the fingerprint, of all of them together. */
const fingerprint = files
  .reduce((hash, { name, body }) => hash.update(name).update(body), createHash('sha256'))
  .digest('hex')
  .slice(0, 12);

const addressOf = (name: string): string => `/chat/${fingerprint}/${name}`;

/** What the browser loads for the chat: our own scripts and styles, small, and Web Chat itself. */
export const chatAssets = {
  script: addressOf('main.mjs'),
  style: addressOf('chat.css'),
  webChat: webChatAsset.path,
  /** Every address with what answers it, for GET and HEAD. */
  routes: [
    ...files.map(({ name, body }): [string, Responder] => {
      const type = types[extension(name)] ?? '';
      const packed = packedWhenAsked(body);
      return [addressOf(name), (request) => kept(request, type, packed)];
    }),
    [webChatAsset.path, webChatAsset.respond],
  ] satisfies readonly [string, Responder][],
};

function extension(name: string): string {
  return name.slice(name.lastIndexOf('.'));
}
