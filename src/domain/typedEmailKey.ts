import { readInput } from './readInput';
import { emailKey } from './recognise/email';

/** The key of an address typed as a user name, as forgiving as everywhere; `undefined` for what is no address. */
export const typedEmailKey = (typed: string): string | undefined => {
  const email = readInput('email', typed)?.facts?.email;
  return email === undefined ? undefined : emailKey(email);
};
