/** @import { Ajax, DirectLine, WebChat } from './types.mjs' */

/**
 * @typedef {object} Link
 * @property {DirectLine} directLine
 * @property {string | undefined} resumes The conversation that goes on; absent when a new one begins.
 * @property {boolean} persists What is posted is posted again until it arrives.
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
  const { services } = directLine;
  // Azure gives what comes twice two ids, and it would be answered twice.
  const persists = domain === undefined && services !== undefined;
  if (services !== undefined) {
    // Its own way is to wait 3 to 15 seconds before it comes back: one to two do.
    services.random = () => (Math.random() - 2) / 12;
    services.ajax = persist(services.ajax, persists);
  }
  return { directLine, resumes: conversationId, persists };
};

/**
 * Its own way is to ask a server that is away every twenty seconds, and to post once. What comes twice under one client id has
 * one effect.
 * @param {Ajax} ajax
 * @param {boolean} alsoPosts
 * @returns {Ajax}
 */
const persist = (ajax, alsoPosts) => (request) => {
  if (request.url.endsWith('/activities') && !alsoPosts) return ajax(request);
  let failures = 0;
  return ajax(request).retryWhen((errors) =>
    errors.mergeMap(async (error) => {
      const { status = 0 } = error;
      if (status > 0 && status < 500) throw error;
      await new Promise((resolve) => setTimeout(resolve, waitAfter(failures)));
      failures += 1;
    }),
  );
};

/**
 * Tells when the line's socket opens and closes; Direct Line's own state does not change when it loses its socket.
 * @param {DirectLine} directLine
 * @param {(isOpen: boolean) => void} heard
 */
export const hearSocket = ({ services }, heard) => {
  if (services === undefined) return;
  services.WebSocket = class extends services.WebSocket {
    constructor(/** @type {string | URL} */ address) {
      super(address);
      this.addEventListener('open', () => heard(true));
      this.addEventListener('close', () => heard(false));
    }
  };
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
    const timer = setTimeout(end, waitAfter(failures));
    enough.addEventListener('abort', end, { signal });
    window.addEventListener('online', end, { signal });
    document.addEventListener('visibilitychange', () => document.hidden || end(), { signal });
  });

/** @param {number} failures */
const waitAfter = (failures) => waits[failures] ?? longestWait;

const waits = [1_000, 2_000, 3_000];
const longestWait = 5_000;
