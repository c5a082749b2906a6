import type { mails as french } from '../fr/mails';

export const mails: typeof french = {};
