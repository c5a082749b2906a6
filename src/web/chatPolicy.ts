/** What the page with the chat may load and talk to, beside what every page may; keys are helmet's names of the directives. */
export const chatPolicy = (nonce: string, publicUrl: string, directLine?: string) => ({
  // Modules hand their nonce on to what they import.
  scriptSrc: [`'nonce-${nonce}'`],
  styleSrc: ["'self'", `'nonce-${nonce}'`, emptyStyle],
  // Not every browser takes 'self' for a socket to the same host.
  connectSrc: ["'self'", socketOf(publicUrl), ...elsewhere(directLine)],
  imgSrc: ["'self'", 'data:', 'blob:'],
});

/**
 * The hash of nothing. Web Chat fills its style elements through the object model, which no policy forbids, and gives the
 * nonce to all of them but the one of its transcript.
 */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

const socketOf = (url: string): string => new URL(url).origin.replace(/^http/, 'ws');

/** With Azure's Direct Line in place of our own. */
const elsewhere = (directLine: string | undefined): readonly string[] =>
  directLine === undefined ? [] : [new URL(directLine).origin, socketOf(directLine)];
