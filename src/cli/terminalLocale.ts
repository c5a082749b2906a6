import type { Environment } from '../config';
import type { Locale } from '../domain/locale';

/** English for a terminal that says so; French otherwise. */
export const terminalLocale = (env: Environment): Locale => {
  const set = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find(
    (value) => value !== undefined && value !== '',
  );
  return /^en(?![a-z])/i.test(set ?? '') ? 'en' : 'fr';
};
