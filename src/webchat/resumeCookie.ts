import { limits } from './limits';
import type { Pass, TokenRead, Tokens } from './tokens';

export interface ResumeCookie {
  /** What the browser brought back. */
  read(cookieHeader: string): TokenRead;
  /** The value of a `Set-Cookie` header that keeps the conversation for this browser from now on. */
  write(pass: Pass): string;
}

/** The conversation's id stays where no script reads it; on https no other host of the domain can plant one. */
export const makeResumeCookie = (tokens: Tokens, publicUrl: string): ResumeCookie => {
  const secure = publicUrl.startsWith('https:');
  const name = secure ? '__Host-webchat' : 'webchat';
  const attributes = [
    'Path=/',
    `Max-Age=${limits.conversationMs / 1000}`,
    'HttpOnly',
    'SameSite=Strict',
    ...(secure ? ['Secure'] : []),
  ].join('; ');
  return {
    read: (header) => tokens.read('resume', valueIn(header, name)),
    write: (pass) => `${name}=${tokens.issue('resume', pass)}; ${attributes}`,
  };
};

const valueIn = (header: string, name: string): string => {
  const pair = header.split(';').find((part) => part.trim().startsWith(`${name}=`));
  return pair?.trim().slice(name.length + 1) ?? '';
};
