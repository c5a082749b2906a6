import type { conversation as french } from '../fr/conversation';

export const conversation: typeof french = {};
