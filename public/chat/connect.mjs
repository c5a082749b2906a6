/** @import { DirectLine, WebChat } from './types.mjs' */

/**
 * @typedef {object} Link
 * @property {DirectLine} directLine
 * @property {string | undefined} resumes The conversation that goes on; absent when a new one begins.
 */

/**
 * A token, and a connection with it. The server knows from its cookie which conversation goes on.
 * @param {{ webChat: WebChat, locale: string, startOver: boolean }} wish
 * @returns {Promise<Link>}
 */
export const connect = async ({ webChat, locale, startOver }) => {
  const response = await fetch('/api/webchat/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(startOver ? { startOver } : {}),
  });
  if (!response.ok) throw new Error(`token: ${response.status}`);
  const { token, conversationId, domain } = await response.json();
  const directLine = webChat.createDirectLine({
    token,
    domain: new URL(domain ?? '/v3/directline', location.href).href,
    conversationStartProperties: { locale },
    // Named for a new conversation it would keep the client from beginning it, and nobody would be greeted.
    ...(conversationId === undefined ? {} : { conversationId, watermark: '0' }),
  });
  // Its own way is to wait 3 to 15 seconds before it comes back: too long for somebody who has just sent an answer.
  if (directLine.services !== undefined) directLine.services.random = () => Math.random() / 6;
  return { directLine, resumes: conversationId };
};

/**
 * Resolves when the connection is given up (expired for good, refused, ended), to whether it ever stood.
 * @param {DirectLine} directLine
 * @returns {Promise<boolean>}
 */
export const lost = (directLine) =>
  new Promise((resolve) => {
    let stood = false;
    directLine.connectionStatus$.subscribe((status) => {
      if (status === online) stood = true;
      if (status >= failedToConnect) resolve(stood);
    });
  });

const online = 2;
const failedToConnect = 4;

/**
 * Waits longer after each failure, but no longer than until the network or the person is back, or has had enough.
 * @param {number} failures
 * @param {AbortSignal} enough
 */
export const patience = (failures, enough) =>
  new Promise((resolve) => {
    const over = new AbortController();
    const { signal } = over;
    const end = () => {
      over.abort();
      clearTimeout(timer);
      resolve(undefined);
    };
    const timer = setTimeout(end, Math.min(longestWait, 500 * 2 ** failures));
    enough.addEventListener('abort', end, { signal });
    window.addEventListener('online', end, { signal });
    document.addEventListener('visibilitychange', () => document.hidden || end(), { signal });
  });

const longestWait = 15_000;
