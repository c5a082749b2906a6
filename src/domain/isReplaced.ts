import type { OwesMail } from './mail';

/** A newer mail holds newer secrets: those of this one open nothing any more. */
export const isReplaced = (document: OwesMail, key: string): boolean => {
  const own = /^(?:activation|reset)-(\d+)$/.exec(key)?.[1];
  if (own === undefined || !('generation' in document)) return false;
  return Number(own) < Number(document.generation);
};
