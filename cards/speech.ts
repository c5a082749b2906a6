import { plain } from './plain';

/** What is read aloud instead of the card: whole sentences, without anything that could pass for SSML. */
export const speech = (...parts: readonly (string | undefined)[]): string =>
  parts
    .flatMap((part) => (part === undefined || part === '' ? [] : [closed(plain(part))]))
    .join(' ')
    .replace(/[<>&]/g, ' ');

const closed = (sentence: string): string =>
  /[.!?:…»]$/.test(sentence) ? sentence : `${sentence}.`;
