import helmet from 'helmet';
import type { RequestHandler } from 'restify';
import type { Reply } from './reply';

type Policy = Readonly<Record<string, readonly string[]>>;

/** Nothing from elsewhere, nothing inline, no scripts; keys are helmet's names of the directives. */
const pagePolicy = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  frameSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  objectSrc: ["'none'"],
};

export const securityHeaders = (publicUrl: string): RequestHandler =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives: pagePolicy },
    frameguard: { action: 'deny' },
    // "no-referrer" would make browsers send `Origin: null` with our own forms.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: publicUrl.startsWith('https:') && { includeSubDomains: false },
  });

/** A reply whose page may do more than the others, in what the directives of `more` say. */
export const withPolicy = (reply: Reply, more: Policy): Reply => ({
  ...reply,
  headers: { ...reply.headers, 'Content-Security-Policy': written({ ...pagePolicy, ...more }) },
});

/** A reply whose page may stand in frames of these origins, and of no others. */
export const framedBy = (
  reply: Reply,
  more: Policy & { readonly frameAncestors: readonly string[] },
): Reply => ({ ...withPolicy(reply, more), without: ['X-Frame-Options'] });

const written = (policy: Policy): string =>
  Object.entries(policy)
    .map(([directive, sources]) => `${dashed(directive)} ${sources.join(' ')}`)
    .join(';');

const dashed = (directive: string): string =>
  directive.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
