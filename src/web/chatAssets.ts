import { assetFolder } from './assetFolder';
import type { Responder } from './reply';
import { webChatAsset } from './webChatAsset';

const { addressOf, routes } = assetFolder('chat');

/** What the browser loads for the chat: our own scripts and styles, small, and Web Chat itself. */
export const chatAssets = {
  script: addressOf('main.mjs'),
  style: addressOf('chat.css'),
  webChat: webChatAsset.path,
  /** Every address with what answers it, for GET and HEAD. */
  routes: [...routes, [webChatAsset.path, webChatAsset.respond]] satisfies readonly (readonly [
    string,
    Responder,
  ])[],
};
