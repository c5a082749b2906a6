import type { Request } from 'restify';

/** Browsers name HTML first; scripts say "anything" or JSON. */
export const wantsPage = ({ headers }: Request): boolean =>
  headers.accept?.includes('text/html') === true;
